namespace DevicePhys.Arrays.Wires;

/// <summary>The resistances of a crossbar's wires and of what drives and senses them.</summary>
/// <param name="WordLineSegment">Resistance of a word line between two neighbouring cells, and from the driver to the first cell [Ohm].</param>
/// <param name="BitLineSegment">Resistance of a bit line between two neighbouring cells, and from the last cell to the sense input [Ohm].</param>
/// <param name="Driver">Output resistance of a word-line driver, in series with the first segment [Ohm].</param>
/// <param name="Sense">Input resistance of a bit-line sense amplifier, in series with the last segment; its other end is at 0 V [Ohm].</param>
/// <param name="DrivenAt">The ends at which word lines are driven; at both ends with the same voltage.</param>
/// <param name="SensedAt">The ends at which bit lines are sensed; the current of a line is the sum of its ends.</param>
/// <remarks>Any resistance may be 0: a line whose segments and end resistance are 0 is ideal.</remarks>
public sealed record WireSettings(
    double WordLineSegment,
    double BitLineSegment,
    double Driver = 0,
    double Sense = 0,
    LineEnds DrivenAt = LineEnds.First,
    LineEnds SensedAt = LineEnds.Last)
{
    /// <summary>Resistance of a word line between two neighbouring cells [Ohm].</summary>
    public double WordLineSegment { get; init; } = Resistance(WordLineSegment, nameof(WordLineSegment));

    /// <summary>Resistance of a bit line between two neighbouring cells [Ohm].</summary>
    public double BitLineSegment { get; init; } = Resistance(BitLineSegment, nameof(BitLineSegment));

    /// <summary>Output resistance of a word-line driver [Ohm].</summary>
    public double Driver { get; init; } = Resistance(Driver, nameof(Driver));

    /// <summary>Input resistance of a bit-line sense amplifier [Ohm].</summary>
    public double Sense { get; init; } = Resistance(Sense, nameof(Sense));

    private static double Resistance(double value, string name) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A resistance is 0 or above, and finite.");
}
