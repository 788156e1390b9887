using System.Globalization;
using DevicePhys.Sampling;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>Learning by chance of synapses that are either 0 or at their largest weight.</summary>
/// <remarks>
/// Suri et al., IEEE Trans. Electron Devices 60, 2402 (2013): at a spike of the neuron a synapse is SET with one chance where its source's last spike arrived within the window, and RESET with another
/// elsewhere. For devices that have two states.
/// </remarks>
public sealed record BinaryStdp : LearningRule
{
    /// <summary>How recent an arriving spike must be [s].</summary>
    public double Window { get; init; } = 20e-3;

    /// <summary>The chance of SET.</summary>
    public double SetChance { get; init; } = 0.1;

    /// <summary>The chance of RESET.</summary>
    public double ResetChance { get; init; } = 0.05;

    /// <summary>The seed of the chance.</summary>
    public ulong Seed { get; init; } = 1;

    internal override SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep)
    {
        Check.Positive(Window, nameof(Window), "s");
        Check.Positive(Largest, "The largest weight", "");
        foreach (var chance in new[] { SetChance, ResetChance })
        {
            if (!(chance is >= 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant($"The chance of a change is {chance}: a number from 0 to 1 is expected."));
        }

        var stream = new RandomStream(Seed, "binary synapses");
        return new RecentSpikes(
            connections.SourceCount, TimeGrid.Steps(Window, timeStep),
            (weight, recent) => stream.NextDouble() >= (recent ? SetChance : ResetChance) ? weight : recent ? Largest : 0);
    }

    internal override (string Model, string Start, string OnPre, string OnPost) Brian2() => (
        "since : second", "since = -1e9*second",
        "since = t",
        string.Create(CultureInfo.InvariantCulture, $"recent = int(t - since < {Window:R}*second + dt/2); drawn = rand(); w = int(drawn < recent*{SetChance:R} + (1 - recent)*{ResetChance:R})*recent*{Largest:R} + int(drawn >= recent*{SetChance:R} + (1 - recent)*{ResetChance:R})*w"));
}
