namespace DevicePhys.Circuits.Elements;

/// <summary>A switch for testbenches: a resistor that a voltage turns on, smoothly in its logarithm.</summary>
/// <remarks>
/// Off below Threshold - Width/2, on above Threshold + Width/2, and between ln G follows the cubic s²(3 - 2s), which keeps value and slope continuous.
/// </remarks>
public sealed class Switch : IElement
{
    /// <summary>Creates a switch.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="controlPlus">The control node that counts positive.</param>
    /// <param name="controlMinus">The other control node; no current flows into either.</param>
    /// <param name="threshold">The control voltage halfway between off and on [V].</param>
    /// <param name="width">How much control voltage it takes from off to on, above 0 [V].</param>
    /// <param name="on">The resistance when on, above 0 [Ohm].</param>
    /// <param name="off">The resistance when off, above 0 [Ohm].</param>
    /// <exception cref="ArgumentException">A number is not finite or not in its range.</exception>
    public Switch(string name, string a, string b, string controlPlus, string controlMinus, double threshold, double width, double on, double off)
    {
        (Name, Nodes) = (name, [a, b, controlPlus, controlMinus]);
        (Threshold, Width, On, Off) = (Gain.Finite(name, threshold), Positive(name, width), Positive(name, on), Positive(name, off));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The control voltage halfway between off and on [V].</summary>
    public double Threshold { get; }

    /// <summary>How much control voltage it takes from off to on [V].</summary>
    public double Width { get; }

    /// <summary>The resistance when on [Ohm].</summary>
    public double On { get; }

    /// <summary>The resistance when off [Ohm].</summary>
    public double Off { get; }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name} {string.Join(' ', Nodes)} switch({Threshold:R} {Width:R} {On:R} {Off:R})");

    private static double Positive(string name, double value) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{name}: a width or a resistance of a switch should be a finite number above 0.");
}
