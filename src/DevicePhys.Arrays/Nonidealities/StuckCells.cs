using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Stuck cells: some devices stand at one end of the range whatever is written.</summary>
/// <param name="LowShare">The chance that a device is stuck at <paramref name="Low"/>.</param>
/// <param name="HighShare">The chance that it is stuck at <paramref name="High"/>.</param>
/// <param name="Low">The conductance of the former [S].</param>
/// <param name="High">The conductance of the latter [S].</param>
public sealed record StuckCells(double LowShare, double HighShare, double Low, double High) : INonideality
{
    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var share = LowShare + HighShare;
        if (!(LowShare >= 0 && HighShare >= 0 && share <= 1))
        {
            throw new ArgumentException($"stuck cells: shares {LowShare} and {HighShare} should be at least 0 and at most 1 together.");
        }

        // Few are stuck: the distance from one to the next is drawn, geometric by way of an exponential.
        if (share == 0)
        {
            return;
        }

        var hazard = share < 1 ? -Math.Log(1 - share) : double.PositiveInfinity;
        for (var i = Skip(); i < conductances.Length; i += 1 + Skip())
        {
            conductances[(int)i] = (float)(random.NextDouble() * share < LowShare ? Low : High);
        }

        long Skip() => (long)Math.Min(random.NextExponential() / hazard, int.MaxValue);
    }
}
