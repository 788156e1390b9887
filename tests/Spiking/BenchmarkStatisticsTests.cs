using DevicePhys.Sampling;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>The benchmark networks of Brette et al., J. Comput. Neurosci. 23, 349 (2007), where spikes cannot be the same one by one: rate, irregularity and intervals.</summary>
/// <remarks>80,000 spikes and more: the tolerances are several standard errors of independent ones, and far below what another threshold or time constant makes.</remarks>
public sealed class BenchmarkStatisticsTests
{
    private const int Count = 4000;
    private const double Step = 1e-4;

    [Fact]
    public void The_conductance_based_network_fires_as_in_Brian2()
    {
        const double Duration = 1;
        using var folder = new TestFolder();
        var network = new SpikingNetwork(Step);
        var neurons = network.AddNeurons(Count, new ConductanceNeuron(new ConductanceNeuronSettings(), Step));
        Connect(network, neurons, excitation: 0.6, inhibition: 6.7);

        // Their start; conductances in units of the leak of 10 nS.
        var random = new RandomStream(1, "start");
        neurons.Write(NeuronState.Potential, [.. Enumerable.Range(0, Count).Select(_ => -60e-3 + ((random.NextNormal() * 5) - 5) * 1e-3)]);
        neurons.Write(NeuronState.Excitatory, [.. Enumerable.Range(0, Count).Select(_ => (random.NextNormal() * 1.5) + 4)]);
        neurons.Write(NeuronState.Inhibitory, [.. Enumerable.Range(0, Count).Select(_ => (random.NextNormal() * 12) + 20)]);
        Brian2Script.Save(network, folder["coba.py"], Duration);
        var ours = Run(network, neurons, Duration);
        Scipy.Run(folder["coba.py"], "the conductance-based benchmark is not compared with Brian2");
        var brian = NpzFile.Load(folder["coba.py.spikes.npz"]);
        var theirs = SpikeStatistics.Of(brian["step0"].Values<int>().Zip(brian["cell0"].Values<int>()), Count, Duration);
        Compare(theirs, ours);
    }

    [Fact]
    public void Single_precision_fires_as_double_does()
    {
        const double Duration = 4;
        var (whole, half) = (new SpikingNetwork(Step), new SpikingNetwork(Step));
        NeuronPopulation[] neurons = [whole.AddNeurons(Count, new LifSettings()), half.AddSingleNeurons(Count, new LifSettings())];
        var random = new RandomStream(2, "start");
        double[] start = [.. Enumerable.Range(0, Count).Select(_ => -60e-3 + (10e-3 * random.NextDouble()))];
        foreach (var (network, population) in new[] { whole, half }.Zip(neurons))
        {
            Connect(network, population, excitation: 1.62e-3, inhibition: -9e-3);
            population.Write(NeuronState.Potential, start);
        }

        Compare(Run(whole, neurons[0], Duration), Run(half, neurons[1], Duration));
    }

    private static void Compare(SpikeStatistics expected, SpikeStatistics got)
    {
        Assert.InRange(expected.Rate, 4, 60); // neither silent nor mad
        Assert.Equal(1, got.Rate / expected.Rate, 0.02);
        Assert.Equal(expected.Variation, got.Variation, 0.02);
        Assert.InRange(expected.Distance(got), 0, 0.02);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"rate {got.Rate:0.000} and {expected.Rate:0.000} Hz, CV {got.Variation:0.0000} and {expected.Variation:0.0000}, distance of intervals {expected.Distance(got):0.0000}, {expected.Intervals.Length} intervals"));
    }

    private static SpikeStatistics Run(SpikingNetwork network, NeuronPopulation neurons, double duration)
    {
        var spikes = network.RecordSpikes(neurons);
        network.Run(duration);
        return SpikeStatistics.Of(spikes.Steps.Select(step => (int)step).Zip(spikes.Cells), Count, duration);
    }

    // Each pair with a chance of 2 %; the first four fifths excite.
    private static void Connect(SpikingNetwork network, NeuronPopulation neurons, double excitation, double inhibition)
    {
        foreach (var (excites, weight, receptor) in new[] { (true, excitation, Receptor.Excitatory), (false, inhibition, Receptor.Inhibitory) })
        {
            var all = SparseConnections.Random(Count, Count, 0.02, weight, 3);
            var (from, to) = (new List<int>(), new List<int>());
            for (var source = excites ? 0 : Count * 4 / 5; source < (excites ? Count * 4 / 5 : Count); source++)
            {
                foreach (var target in all.Targets(source))
                {
                    from.Add(source);
                    to.Add(target);
                }
            }

            network.Connect(neurons, neurons, SparseConnections.Pairs(Count, Count, [.. from], [.. to], weight), receptor);
        }
    }
}
