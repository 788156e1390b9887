using DevicePhys.Spiking;
using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>Brian2 runs the scripts we write, and its spikes and weights are ours: every neuron model, learning rule and kind of delay.</summary>
public sealed class ExportedNetworkTests
{
    private const double Step = 1e-4, Duration = 0.2;

    private static readonly string[] Models = ["plain", "adaptive", "conductance", "exponential", "Izhikevich"];

    private static readonly LearningRule[] Rules =
    [
        new PairStdp { Largest = 3e-3, Potentiation = 1e-4, Depression = 1.1e-4 },
        new TripletStdp { Largest = 3e-3, Potentiation = (1e-5, 2e-4), Depression = (7e-5, 2e-5) },
        new QuerliozStdp { Largest = 3e-3, Potentiation = (2e-4, 3), Depression = (1e-4, 3), Window = 5e-3 },
        new Sdsp { Largest = 3e-3, MembraneThreshold = -53e-3, PotentiationWindow = (0.3, 13), DepressionWindow = (0.1, 2), Border = 0.39 },
    ];

    [Fact]
    public void Neurons_of_every_model_fire_in_the_steps_where_Brian2_has_them()
    {
        var network = new SpikingNetwork(Step);
        var input = network.AddSpikeList(20, [.. Enumerable.Range(0, 400).Select(k => k % 20)], [.. Enumerable.Range(0, 400).Select(k => (k * 4.7e-4) + 1e-3)]);
        var populations = Models.Select(model => Population(network, input, model)).ToList();
        var (spikes, brian) = Run(network, populations);
        for (var k = 0; k < Models.Length; k++)
            Compare(spikes[k], brian, k);
    }

    [Fact]
    public void Weights_learnt_by_every_rule_are_those_of_Brian2_to_rounding()
    {
        var network = new SpikingNetwork(Step);
        var input = network.AddSpikeList(30, [.. Enumerable.Range(0, 600).Select(k => (7 * k) % 30)], [.. Enumerable.Range(0, 600).Select(k => (k * 3.1e-4) + 1e-3)]);
        var (populations, learning) = (new List<NeuronPopulation>(), new List<SparseConnections>());
        foreach (var rule in Rules)
        {
            var neurons = network.AddNeurons(40, new LifSettings());
            neurons.Potentials.Fill(-55e-3);
            learning.Add(SparseConnections.Random(30, 40, 0.5, 1.2e-3, 4));
            network.Connect(input, neurons, learning[^1], Receptor.Excitatory, 2e-3, rule);
            populations.Add(neurons);
        }

        var (spikes, brian) = Run(network, populations);
        for (var k = 0; k < Rules.Length; k++)
        {
            Compare(spikes[k], brian, k);
            var weights = Weights(learning[k]).ToList();
            Assert.All(brian[$"w{k}"].Values<double>().Zip(weights), pair => Assert.InRange(pair.First - pair.Second, -1e-12, 1e-12));
            Assert.True(weights.Count(weight => weight != 1.2e-3) > 300, "weights have changed");
            if (Rules[k] is Sdsp)
                Assert.InRange(weights.Count(weight => weight > 1.2e-3), 20, weights.Count - 20); // both ways
        }
    }

    // Poisson inputs have other spikes there: means over many neurons are compared, 5 standard errors of the counts.
    [Fact]
    public void Binary_synapses_and_Poisson_inputs_are_those_of_Brian2_on_average()
    {
        var network = new SpikingNetwork(Step);
        var neurons = network.AddNeurons(50, new LifSettings());
        var input = network.AddPoisson([.. Enumerable.Repeat(60.0, 100)], 1);
        var connections = SparseConnections.Random(100, 50, 1, 0.5e-3, 4);
        network.Connect(input, neurons, connections, Receptor.Excitatory, 0, new BinaryStdp { Largest = 0.5e-3, SetChance = 0.3, ResetChance = 0.1, Window = 10e-3 });
        var (all, brian) = Run(network, [neurons]);
        var spikes = all[0];
        double Share(IEnumerable<double> values) => values.Count(weight => weight > 0) / (double)connections.Count;
        var theirs = brian["step0"].Values<int>().Length;
        Assert.InRange(spikes.Count, theirs - (8 * Math.Sqrt(theirs)), theirs + (8 * Math.Sqrt(theirs)));
        Assert.InRange(Share(Weights(connections)), 0.05, 0.95);
        Assert.Equal(Share(brian["w0"].Values<double>()), Share(Weights(connections)), 0.06);
    }

    [Fact]
    public void What_Brian2_has_no_words_for_is_one_sentence()
    {
        using var folder = new TestFolder();
        var network = new SpikingNetwork(1e-3);
        network.AddNeurons(3, new IntegerNeuron(100, 1));
        Assert.Contains("no words for Brian2", Assert.Throws<ArgumentException>(() => Brian2Script.Save(network, folder["x.py"], 1)).Message);
        Assert.False(File.Exists(folder["x.py"]));
    }

    private static NeuronPopulation Population(SpikingNetwork network, ISpikeSource input, string model)
    {
        var neurons = Neurons(network, model);
        neurons.Write(NeuronState.Potential, [.. Enumerable.Range(0, 40).Select(j => neurons.Read(NeuronState.Potential, j) + (j * 1e-4))]);
        if (model != "plain")
            neurons.Write(NeuronState.Drive, [.. Enumerable.Range(0, 40).Select(j => Drive(model) * (1 + (j * 0.02)))]);
        var unit = model == "conductance" ? 0.3 : 1e-3;
        network.Connect(input, neurons, SparseConnections.Random(20, 40, 0.3, unit, 1), Receptor.Excitatory, delay: 1.5e-3);
        var recurrent = SparseConnections.Random(40, 40, 0.1, model == "conductance" ? unit : -unit, 2);
        network.Connect(neurons, neurons, recurrent, Receptor.Inhibitory, [.. Enumerable.Range(0, recurrent.Count).Select(s => s % 7 * 5e-4)]);
        network.Connect(input, neurons, SparseConnections.Random(20, 40, 0.1, 0.2e-3, 3), Receptor.Membrane);
        return neurons;
    }

    private static NeuronPopulation Neurons(SpikingNetwork network, string model) => model switch
    {
        "plain" => network.AddNeurons(40, new LifSettings()),
        "adaptive" => network.AddNeurons(40, new AdaptiveNeuron(new LifSettings(), 50e-3, 1e-3, Step)),
        "conductance" => network.AddNeurons(40, new ConductanceNeuron(new ConductanceNeuronSettings(), Step)),
        "exponential" => network.AddNeurons(40, new ExponentialNeuron(new ExponentialNeuronSettings { Refractory = 2e-3 }, Step)),
        _ => network.AddNeurons(40, new IzhikevichNeuron(Step)),
    };

    private static double Drive(string model) => model switch { "exponential" => 25e-3, "Izhikevich" => 8e-3, "conductance" => 5e-3, _ => 2e-3 };

    private static void Compare(SpikeMonitor spikes, IReadOnlyDictionary<string, NpyArray> brian, int k)
    {
        Assert.InRange(spikes.Count, 20, 5000); // neither silent nor mad
        Assert.Equal(brian[$"step{k}"].Values<int>().Zip(brian[$"cell{k}"].Values<int>()), spikes.Steps.Select(step => (int)step).Zip(spikes.Cells));
    }

    private static (SpikeMonitor[] Spikes, IReadOnlyDictionary<string, NpyArray> Brian) Run(SpikingNetwork network, IReadOnlyList<NeuronPopulation> populations)
    {
        using var folder = new TestFolder();
        Brian2Script.Save(network, folder["network.py"], Duration);
        SpikeMonitor[] spikes = [.. populations.Select(network.RecordSpikes)];
        network.Run(Duration);
        Scipy.Run(folder["network.py"], "an exported network is not run by Brian2");
        return (spikes, NpzFile.Load(folder["network.py.spikes.npz"]));
    }

    private static IEnumerable<double> Weights(SparseConnections made) => Enumerable.Range(0, made.SourceCount).SelectMany(i => made.Weights(i).ToArray());
}
