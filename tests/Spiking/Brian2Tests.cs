using System.Runtime.CompilerServices;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>Brian2 as the judge: the same network from the same start, in double precision, for one second.</summary>
public sealed class Brian2Tests(Brian2Tests.Run run) : IClassFixture<Brian2Tests.Run>
{
    private static readonly int[] Traced = [0, 1, 3999];

    [Fact]
    public void Every_spike_of_the_current_based_benchmark_falls_into_the_step_where_Brian2_has_it()
    {
        var (spikes, _) = Cuba(run.Result());
        var (steps, cells) = (run.Result()["spike_step"].Values<int>(), run.Result()["spike_cell"].Values<int>());
        Assert.InRange(steps.Length, 10_000, 40_000); // the network is neither silent nor mad
        Assert.Equal(steps.Zip(cells), spikes.Steps.Select(step => (int)step).Zip(spikes.Cells));
    }

    // Brian2 writes the same solution in another order of operations: rounding is all that may differ.
    [Fact]
    public void Potentials_and_currents_are_those_of_Brian2_to_rounding()
    {
        var (_, states) = Cuba(run.Result());
        foreach (var (name, state) in new[] { "trace_v", "trace_ge", "trace_gi" }.Zip(states))
        {
            var expected = run.Result()[name].Values<double>();
            Assert.Equal(expected.Length, state.Values.Count);
            Assert.All(expected.Zip(state.Values), pair => Assert.InRange(pair.Second - pair.First, -1e-13, 1e-13));
        }
    }

    [Fact]
    public void Delta_synapses_from_a_spike_list_move_the_membrane_as_in_Brian2_and_leave_refractory_neurons_alone()
    {
        var network = new SpikingNetwork(1e-4);
        var times = Enumerable.Range(0, 1000).Select(k => k * 1e-3).ToArray();
        var source = network.AddSpikeList(1, new int[1000], times);
        var neurons = network.AddNeurons(10, new LifSettings { Rest = -58e-3 });
        var weights = Enumerable.Range(0, 10).Select(j => (2 + j) * 0.5e-3).ToArray();
        network.Connect(source, neurons, SparseConnections.Pairs(1, 10, new int[10], [.. Enumerable.Range(0, 10)], weights), Receptor.Membrane);
        var spikes = network.RecordSpikes(neurons);
        network.Run(1);
        var (steps, cells) = (run.Result()["delta_step"].Values<int>(), run.Result()["delta_cell"].Values<int>());
        Assert.InRange(steps.Length, 100, 2000);
        Assert.Equal(steps.Zip(cells), spikes.Steps.Select(step => (int)step).Zip(spikes.Cells));
    }

    private static (SpikeMonitor Spikes, StateMonitor[] States) Cuba(IReadOnlyDictionary<string, NpyArray> given)
    {
        var network = new SpikingNetwork(1e-4);
        var neurons = network.AddNeurons(4000, new LifSettings());
        given["v"].Values<double>().CopyTo(neurons.Potentials);
        network.Connect(neurons, neurons, Synapses("excitatory", 1.62e-3), Receptor.Excitatory);
        network.Connect(neurons, neurons, Synapses("inhibitory", -9e-3), Receptor.Inhibitory);
        var spikes = network.RecordSpikes(neurons);
        StateMonitor[] states = [.. new[] { NeuronState.Potential, NeuronState.Excitatory, NeuronState.Inhibitory }.Select(state => network.RecordState(neurons, state, Traced))];
        network.Run(1);
        return (spikes, states);

        SparseConnections Synapses(string kind, double weight) =>
            SparseConnections.Pairs(4000, 4000, given[kind + "_pre"].Values<int>(), given[kind + "_post"].Values<int>(), weight);
    }

    /// <summary>One run of Brian2 for all tests.</summary>
    public sealed class Run : IDisposable
    {
        private readonly TestFolder folder = new();
        private IReadOnlyDictionary<string, NpyArray>? result;

        public IReadOnlyDictionary<string, NpyArray> Result([CallerFilePath] string here = "")
        {
            if (result is null)
            {
                Scipy.Run(Path.Combine(Path.GetDirectoryName(here)!, "cuba.py"), "spikes are not compared with those of Brian2", folder["cuba.npz"], "1");
                result = NpzFile.Load(folder["cuba.npz"]);
            }

            return result;
        }

        public void Dispose() => folder.Dispose();
    }
}
