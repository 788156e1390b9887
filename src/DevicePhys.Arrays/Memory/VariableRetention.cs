namespace DevicePhys.Arrays.Memory;

/// <summary>Cells whose retention jumps between two times as a trap beside them is filled and emptied.</summary>
/// <param name="Share">The share of cells that have such a trap, 0 to 1.</param>
/// <param name="Ratio">The short retention over the long one, which is that of the cell's law, above 0 and below 1.</param>
/// <param name="StayLong">Mean time in the long state, exponentially distributed [s].</param>
/// <param name="StayShort">The same of the short state [s].</param>
/// <remarks>
/// Two states: Yaney, Lu, Kohler, Kelly, Nelson, IEDM 1987, p. 664, recalled. No numbers of it are in the cell tables: whoever uses it names them.
/// </remarks>
public sealed record VariableRetention(double Share, double Ratio, double StayLong, double StayShort)
{
    /// <summary>The share of time spent in the short state.</summary>
    public double ShortShare => StayShort / (StayLong + StayShort);

    internal void Check()
    {
        if (!(Share is >= 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant($"The share of cells with variable retention is {Share}: 0 to 1 is expected."));
        if (!(Ratio is > 0 and < 1))
            throw new ArgumentException(FormattableString.Invariant($"The short retention over the long one is {Ratio}: a ratio between 0 and 1 is expected."));
        if (!(StayLong > 0 && StayShort > 0 && double.IsFinite(StayLong + StayShort)))
            throw new ArgumentException(FormattableString.Invariant($"The mean times in the two states are {StayLong} and {StayShort} s: finite times above 0 are expected."));
    }
}
