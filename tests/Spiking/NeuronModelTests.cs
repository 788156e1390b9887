using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>Delays, models and rules by themselves, against what can be worked out by hand.</summary>
public sealed class NeuronModelTests
{
    // Worked out by hand: leak 3 towards 0, inputs of 50 saturate at 127, threshold 120, reset -5.
    [Fact]
    public void An_eight_bit_neuron_leaks_saturates_fires_and_resets()
    {
        var network = new SpikingNetwork(1e-3);
        var neurons = network.AddNeurons(1, new IntegerNeuron(120, 3, -5));
        var input = network.AddSpikeList(1, [0, 0, 0], [0, 1e-3, 2e-3]);
        network.Connect(input, neurons, ConnectionRules.OneToOne(1, 50), Receptor.Excitatory);
        var state = network.RecordState(neurons, NeuronState.Potential, 0);
        var spikes = network.RecordSpikes(neurons);
        network.Run(8e-3);
        Assert.Equal([-5, -2, 50, 97, -5, -2, 0, 0], state.Values);
        Assert.Equal([3L], spikes.Steps);
    }

    [Fact]
    public void A_spike_arrives_after_its_delay_whether_all_synapses_share_it_or_not()
    {
        var network = new SpikingNetwork(1e-4);
        var input = network.AddSpikeList(2, [0, 1, 0], [0, 3e-4, 1e-3]);
        var (shared, own) = (Silent(network), Silent(network));
        network.Connect(input, shared, ConnectionRules.OneToOne(2, 1e-3), Receptor.Membrane, 7e-4);
        network.Connect(input, own, ConnectionRules.OneToOne(2, 1e-3), Receptor.Membrane, [7e-4, 7e-4]);
        var (first, second) = (network.RecordState(shared, NeuronState.Potential, 0, 1), network.RecordState(own, NeuronState.Potential, 0, 1));
        network.Run(3e-3);
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(8, Jump(first, 0, 1)); // step 0 + 7, seen at the beginning of the next
        Assert.Equal(18, Jump(first, 0, 9));
        Assert.Equal(11, Jump(first, 1, 1));

        static NeuronPopulation Silent(SpikingNetwork network) => network.AddNeurons(2, new LifSettings { Rest = -60e-3 });
        static int Jump(StateMonitor state, int cell, int from) =>
            Enumerable.Range(from, state.StepCount - from).First(step => state.Values[(2 * step) + cell] > state.Values[(2 * (step - 1)) + cell] + 0.5e-3);
    }

    // Song et al.: one spike each, dt apart: A+ exp(-dt/τ) when the input comes first, -A- exp(-dt/τ) when it comes last.
    [Theory]
    [InlineData(5e-3, 12e-3)]
    [InlineData(12e-3, 5e-3)]
    public void A_pair_of_spikes_changes_a_weight_by_the_window_of_the_rule(double arrives, double fires)
    {
        var network = new SpikingNetwork(1e-4);
        var (input, teacher) = (network.AddSpikeList(1, [0], [arrives]), network.AddSpikeList(1, [0], [fires]));
        var neuron = network.AddNeurons(1, new LifSettings { Rest = -60e-3, Refractory = 0 });
        var connections = ConnectionRules.OneToOne(1, 0.5e-3);
        network.Connect(teacher, neuron, ConnectionRules.OneToOne(1, 100e-3), Receptor.Membrane);
        network.Connect(input, neuron, connections, Receptor.Excitatory, 0, new PairStdp { Largest = 1e-3, Potentiation = 1e-4, Depression = 2e-4 });
        var spikes = network.RecordSpikes(neuron);
        network.Run(30e-3);
        var interval = spikes.Time(0) - arrives;
        var expected = interval > 0 ? 1e-4 * Math.Exp(-interval / 20e-3) : -2e-4 * Math.Exp(interval / 20e-3);
        Assert.Equal(1, spikes.Count);
        Assert.Equal(0.5e-3 + expected, connections.Weights(0)[0], 1e-12);
    }

    [Fact]
    public void Rules_of_connection_make_what_they_say()
    {
        Assert.Equal(12, ConnectionRules.AllToAll(3, 4, 1).Count);
        Assert.Equal([0, 2, 3], ConnectionRules.AllToAll(4, 4, 1, self: false).Targets(1).ToArray());
        var made = ConnectionRules.FixedInDegree(50, 20, 7, 1e-3, 3);
        var incoming = Enumerable.Range(0, 50).SelectMany(i => made.Targets(i).ToArray().Select(j => (i, j))).ToList();
        Assert.All(incoming.GroupBy(pair => pair.j), group => Assert.Equal(7, group.Select(pair => pair.i).Distinct().Count()));
        Assert.Equal(140, incoming.Count);
    }

    // Origin: the binomial count of the bin's rate, 5 standard deviations.
    [Fact]
    public void Rates_given_as_an_array_hold_in_their_bins()
    {
        var network = new SpikingNetwork(1e-4);
        var spikes = network.RecordSpikes(network.AddRates([0, 1000, 500, 0], 2, 1, 9));
        network.Run(2);
        Assert.Equal(0, spikes.Steps.Zip(spikes.Cells).Count(spike => spike.First < 10_000 == (spike.Second == 0)));
        Assert.Equal(1000, spikes.Cells.Count(cell => cell == 1), 5 * Math.Sqrt(1000));
        Assert.Equal(500, spikes.Cells.Count(cell => cell == 0), 5 * Math.Sqrt(500));
    }

    public static TheoryData<string, Action> Refused => new()
    {
        { "The threshold is 200: 1 to 127 is expected.", () => _ = new IntegerNeuron(200, 1) },
        { "1 to 5 are expected", () => ConnectionRules.FixedInDegree(5, 5, 6, 1, 1) },
        { "The delay is -1 s", () => Connect(-1) },
        { "TauPre is 0 s", () => Connect(0, new PairStdp { TauPre = 0 }) },
        { "a number from 0 to 1 is expected", () => Connect(0, new BinaryStdp { SetChance = 2 }) },
        { "a whole number of bins of 2 cells is expected", () => new SpikingNetwork(1e-3).AddRates([1, 2, 3], 2, 1, 1) },
        { "has no Adaptation", () => { var network = new SpikingNetwork(1e-3); network.RecordState(network.AddNeurons(1, new LifSettings()), NeuronState.Adaptation, 0); } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_one_sentence(string sentence, Action action) => Assert.Contains(sentence, Assert.Throws<ArgumentException>(action).Message);

    private static void Connect(double delay, LearningRule? rule = null)
    {
        var network = new SpikingNetwork(1e-3);
        var neurons = network.AddNeurons(1, new LifSettings());
        network.Connect(neurons, neurons, ConnectionRules.OneToOne(1, 1e-3), Receptor.Excitatory, delay, rule);
    }
}
