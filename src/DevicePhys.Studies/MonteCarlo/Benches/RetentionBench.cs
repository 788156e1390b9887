using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>How long a device keeps what was written: a synapse half of its window, a storage capacitor all but a given part of its voltage.</summary>
/// <param name="loss">The voltage a storage capacitor may lose [V].</param>
/// <param name="longest">How long a synapse is watched [s]; one that keeps its window longer has an infinite time.</param>
public sealed class RetentionBench(double loss, double longest) : IMonteCarloBench
{
    private const double Shortest = 1e-6;

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public IReadOnlyList<TraceColumn> Outputs { get; } = [new("Time", "s")];

    /// <inheritdoc/>
    public string Settings => FormattableString.Invariant($"retention {loss:R} {longest:R}");

    /// <inheritdoc/>
    public bool DrawsDevices => true;

    /// <inheritdoc/>
    public void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        outputs[0] = card.HasPulses ? Half(card, cancellation) : ChargeLoss.Time(card, loss, DeviceCatalog.Default);
    }

    // Where the window has shrunk to half, straight in the logarithm of time.
    private double Half(Card card, CancellationToken cancellation)
    {
        var trace = StateDecay.Run(card, 0, Shortest, longest, new CharacterizationOptions(), cancellation);
        var time = trace["time"];
        var high = trace["high"];
        var low = trace["low"];
        var first = high[0] - low[0];
        for (var k = 1; k < time.Length; k++)
        {
            var (before, after) = ((high[k - 1] - low[k - 1]) / first, (high[k] - low[k]) / first);
            if (after > 0.5)
                continue;
            if (k == 1)
                return time[1];
            return time[k - 1] * Math.Pow(time[k] / time[k - 1], (before - 0.5) / (before - after));
        }

        return double.PositiveInfinity;
    }
}
