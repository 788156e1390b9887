using DevicePhys.Sampling;

namespace DevicePhys.Spiking;

/// <summary>How many failures lie between the successes of independent trials: a whole row of trials for the price of its successes.</summary>
internal readonly struct GeometricGaps(RandomStream stream, double probability)
{
    private readonly double scale = -1 / double.LogP1(-probability);

    /// <summary>The failures before the next success; as good as endless where the probability is 0.</summary>
    public long Next() => probability switch
    {
        0 => long.MaxValue / 4,
        1 => 0,
        _ => (long)Math.Min(stream.NextExponential() * scale, long.MaxValue / 4),
    };
}
