using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>Inputs, connections and monitors by themselves, and what they refuse.</summary>
public sealed class InputsTests
{
    // Origin: the binomial count of n trials has the mean n p and the variance n p (1 - p); 5 standard deviations.
    [Fact]
    public void Poisson_cells_fire_as_often_as_their_rates_say()
    {
        double[] rates = [0, 5, 50, 500, 10_000];
        var network = new SpikingNetwork(1e-4);
        var spikes = network.RecordSpikes(network.AddPoisson(rates, 7));
        network.Run(20);
        for (var cell = 0; cell < rates.Length; cell++)
        {
            var (p, count) = (rates[cell] * 1e-4, spikes.Cells.Count(c => c == cell));
            var spread = 5 * Math.Sqrt(200_000 * p * (1 - p));
            Assert.InRange(count, (200_000 * p) - spread - 1e-6, (200_000 * p) + spread + 1e-6);
        }
    }

    [Fact]
    public void A_spike_list_comes_out_as_it_went_in()
    {
        var network = new SpikingNetwork(1e-4);
        var spikes = network.RecordSpikes(network.AddSpikeList(3, [2, 0, 1], [3e-4, 1e-3, 3e-4]));
        network.Run(2e-3);
        Assert.Equal([(3L, 1), (3L, 2), (10L, 0)], spikes.Steps.Zip(spikes.Cells));
    }

    [Fact]
    public void Rates_are_counts_per_cell_and_bin()
    {
        var network = new SpikingNetwork(1e-4);
        var rate = network.RecordRate(network.AddSpikeList(2, [0, 1, 0], [0, 5e-4, 1.2e-3]), 1e-3);
        network.Run(3e-3);
        Assert.Equal([1000.0, 500, 0], rate.Rates.Select(value => Math.Round(value, 9)));
    }

    // Origin: the binomial count, 5 standard deviations.
    [Fact]
    public void Random_connections_have_the_share_asked_for_and_repeat_with_the_seed()
    {
        var made = SparseConnections.Random(1000, 1000, 0.02, 1e-3, 1);
        Assert.InRange(made.Count, 20_000 - 700, 20_000 + 700);
        Assert.True(made.Targets(7).SequenceEqual(SparseConnections.Random(1000, 1000, 0.02, 1e-3, 1).Targets(7)));
        Assert.False(made.Targets(7).SequenceEqual(SparseConnections.Random(1000, 1000, 0.02, 1e-3, 2).Targets(7)));
        Assert.Equal(0, SparseConnections.Random(10, 10, 0, 1e-3, 1).Count);
        Assert.Equal(100, SparseConnections.Random(10, 10, 1, 1e-3, 1).Count);
    }

    public static TheoryData<string, Action> Refused => new()
    {
        { "The time step is -0.0001 s: a finite number above 0 is expected.", () => _ = new SpikingNetwork(-1e-4) },
        { "The number of neurons is 0: at least 1 is expected.", () => New().AddNeurons(0, new LifSettings()) },
        { "TauMembrane is -0.02 s: a finite number above 0 is expected.", () => New().AddNeurons(1, new LifSettings { TauMembrane = -20e-3 }) },
        { "Refractory is -0.005 s: a finite number of at least 0 is expected.", () => New().AddNeurons(1, new LifSettings { Refractory = -5e-3 }) },
        { "Rest is NaN V: a finite number is expected.", () => New().AddNeurons(1, new LifSettings { Rest = double.NaN }) },
        { "Reset is -0.04 V: a potential below Threshold (-0.05 V) is expected.", () => New().AddNeurons(1, new LifSettings { Reset = -40e-3 }) },
        { "The duration of a run is -1 s: a finite number of at least 0 is expected.", () => New().Run(-1) },
        { "The rate of Poisson cell 1 is -5 Hz: a finite number of at least 0 is expected.", () => New().AddPoisson([1, -5], 1) },
        { "The rate of Poisson cell 0 is 20000 Hz: at most one spike per time step (10000 Hz) is expected.", () => New().AddPoisson([2e4], 1) },
        { "The time of spike 0 is -1 s: a finite number of at least 0 is expected.", () => New().AddSpikeList(1, [0], [-1]) },
        { "The cell of spike 0 is 4: an index from 0 to 3 is expected.", () => New().AddSpikeList(4, [4], [0]) },
        { "Cell 0 has two spikes at 0 s: at most one per time step is expected.", () => New().AddSpikeList(1, [0, 0], [0, 1e-5]) },
        { "The probability of a synapse is 1.5: a number from 0 to 1 is expected.", () => SparseConnections.Random(1, 1, 1.5, 1, 1) },
        { "The target of synapse 0 is 2: an index from 0 to 1 is expected.", () => SparseConnections.Pairs(2, 2, [0], [2], 1) },
        { "There are 1 sources, 2 targets and 1 weights: as many of each, or one weight, are expected.", () => SparseConnections.Pairs(2, 2, [0], [0, 1], 1) },
        { "The bin of a rate is 1E-05 s: at least one time step (0.0001 s) is expected.", () => Rate(1e-5) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_with_one_sentence(string sentence, Action action) =>
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);

    private static SpikingNetwork New() => new(1e-4);

    private static void Rate(double bin)
    {
        var network = New();
        network.RecordRate(network.AddPoisson([1], 1), bin);
    }
}
