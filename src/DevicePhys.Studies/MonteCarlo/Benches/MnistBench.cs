using System.Collections.Concurrent;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The accuracy of a network of some device: each sample is one training run with arrays of its own.</summary>
/// <remarks>
/// The arrays draw their devices from the population of the pulse table, so D2D spreads are within a sample; what differs from sample to sample
/// besides the seed is the card itself, where a fit left it uncertain. A table is made once for each card.
/// </remarks>
/// <param name="data">Training and test images.</param>
/// <param name="settings">The study; its seeds are replaced by that of the sample.</param>
/// <param name="tables">How tables are made.</param>
public sealed class MnistBench(DigitSet data, MnistSettings settings, CharacterizationOptions tables) : IMonteCarloBench
{
    private readonly ConcurrentDictionary<string, Lazy<PulseTable>> made = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "mnist";

    /// <inheritdoc/>
    public IReadOnlyList<TraceColumn> Outputs { get; } = [new("Accuracy", "%")];

    /// <inheritdoc/>
    public string Settings => FormattableString.Invariant(
        $"mnist {data.Name} {settings.Network} {settings.Presentations} {settings.DeviceRate:R} {settings.WeightScale:R} {tables.Engine} {tables.Draws} {tables.Bins} {tables.Population} {tables.PopulationDraws} {tables.Levels} {tables.Seed}");

    /// <inheritdoc/>
    public bool DrawsDevices => false;

    /// <inheritdoc/>
    public void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        var table = made.GetOrAdd(card.Hash, _ => new Lazy<PulseTable>(() => Characterization.Run(card, tables with { Threads = 1 }, null, cancellation))).Value;
        var run = settings with { Seeds = [seed], Checkpoints = 1, Threads = 1 };
        outputs[0] = MnistStudy.RunDevice(run, data, table, null, cancellation).Accuracy.Mean;
    }
}
