using System.Diagnostics;
using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;
using DevicePhys.Studies.Efficiency;

namespace DevicePhys.Studies.Cores;

/// <summary>A square mesh of TrueNorth-like cores at work: what it did, how long that took beside its own time, what its cells and arithmetic cost.</summary>
/// <remarks>
/// Half of all synapses are set, drawn anew for every core; excitation and inhibition are even. A leak drives every neuron from phase to phase, so that it fires at the rate asked
/// for; each spike goes to an axon drawn among all cores, 1 to 15 ticks of 1 ms later. Energy: <see cref="CoreCost"/>, 28 nm.
/// </remarks>
public static class MeshStudy
{
    private const int Threshold = 1000, Warm = 20, HighestRate = 255;
    private const double Tick = 1e-3;

    /// <summary>Runs the mesh.</summary>
    /// <param name="side">Cores along either axis, 1 to 256.</param>
    /// <param name="rate">Spikes per neuron and second, a whole number from 1 to 255 [Hz].</param>
    /// <param name="ticks">Ticks that are counted, at least 1.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="seed">The seed of synapses, phases and targets.</param>
    /// <param name="technology">What the cores are made of.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static MeshResult Run(int side, double rate, int ticks, int threads, ulong seed, CoreTechnology technology, CancellationToken cancellation = default)
    {
        if (side is < 1 or > 256)
            throw new ArgumentException($"The side of the mesh is {side} cores: 1 to 256 are expected.");
        if (!(rate is >= 1 and <= HighestRate) || rate != Math.Floor(rate))
            throw new ArgumentException(FormattableString.Invariant($"The rate of the neurons is {rate} Hz: a whole number from 1 to {HighestRate} is expected."));
        if (ticks < 1)
            throw new ArgumentException($"The number of ticks is {ticks}: at least 1 is expected.");
        var random = new RandomStream(seed, "mesh study");
        var neurons = Enumerable.Range(0, CoreSettings.Count).Select(_ => Neuron(random, (int)rate)).ToArray();
        var mesh = new TrueNorthMesh(side, [.. Enumerable.Range(0, side * side).Select(_ => Core(random, side * side, neurons))], threads);
        for (var tick = 0; tick < Warm; tick++)
            mesh.Step();
        var (before, watch) = (mesh.Work, Stopwatch.StartNew());
        for (var tick = 0; tick < ticks; tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            mesh.Step();
        }

        var (seconds, after) = (watch.Elapsed.TotalSeconds / ticks, mesh.Work);
        var work = new CoreWork(
            after.Rows - before.Rows, after.Synapses - before.Synapses, after.NeuronSteps - before.NeuronSteps, after.Spikes - before.Spikes, after.Hops - before.Hops);
        return new MeshResult(
            mesh.Cores, ticks, work, work.Spikes / (work.NeuronSteps * Tick), seconds, Tick / seconds, work.Synapses > 0 ? CoreCost.SynapticEvent(technology, mesh.Cores, ticks, work) : null);
    }

    private static CoreSettings Core(RandomStream random, int cores, CoreNeuron[] neurons)
    {
        var synapses = new ulong[CoreSettings.Axons * CoreSettings.Count / 64];
        for (var word = 0; word < synapses.Length; word++)
            synapses[word] = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        return new CoreSettings(
            [.. Enumerable.Range(0, CoreSettings.Axons).Select(axon => (byte)(axon % 2))], synapses, neurons,
            [.. neurons.Select(_ => new NeuronTarget(random.NextInt(cores), random.NextInt(CoreSettings.Axons), 1 + random.NextInt(CoreSettings.Slots - 1)))]);
    }

    private static CoreNeuron Neuron(RandomStream random, int leak) => new()
    {
        Weights = [1, -1, 0, 0], Leak = leak, Threshold = Threshold, NegativeThreshold = Threshold, Reset = ResetMode.Linear, InitialPotential = random.NextInt(Threshold),
    };
}
