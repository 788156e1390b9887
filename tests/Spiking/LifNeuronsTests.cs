using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>One neuron against closed forms.</summary>
public sealed class LifNeuronsTests
{
    // Origin: v(t) = El + (Vr - El) exp(-t/τm) reaches the threshold after τm ln((El - Vr)/(El - Vt)); then the refractory time.
    [Theory]
    [InlineData(-49e-3, 0)]
    [InlineData(-45e-3, 2e-3)]
    [InlineData(-30e-3, 5e-3)]
    public void The_interval_of_regular_firing_is_the_closed_form(double rest, double refractory)
    {
        const double Step = 1e-5;
        var settings = new LifSettings { Rest = rest, Refractory = refractory };
        var network = new SpikingNetwork(Step);
        var spikes = network.RecordSpikes(network.AddNeurons(1, settings));
        network.Run(0.5);
        var interval = (spikes.Time(spikes.Count - 1) - spikes.Time(0)) / (spikes.Count - 1);
        var rise = settings.TauMembrane * Math.Log((rest - settings.Reset) / (rest - settings.Threshold));

        // The threshold is met between two steps, and the step of the spike itself is lost where there is a refractory time.
        Assert.InRange(interval, rise + refractory - Step, rise + refractory + Step);
    }

    // Origin: v - El = w τs/(τs - τm) (exp(-t/τs) - exp(-t/τm)) after one synaptic spike; w t/τm exp(-t/τm) where τs = τm.
    [Theory]
    [InlineData(5e-3)]
    [InlineData(19.999999e-3)]
    [InlineData(20e-3)]
    [InlineData(100e-3)]
    public void The_answer_to_one_synaptic_spike_is_the_closed_form(double tau)
    {
        var settings = new LifSettings { TauExcitatory = tau, Rest = -60e-3 };
        var network = new SpikingNetwork(1e-4);
        var neurons = network.AddNeurons(9, settings);
        var input = network.AddSpikeList(1, [0], [0]);
        network.Connect(input, neurons, SparseConnections.Random(1, 9, 1, 1e-3, 1), Receptor.Excitatory);
        var state = network.RecordState(neurons, NeuronState.Potential, 0, 8); // one in a vector, one after the vectors
        network.Run(0.1);
        for (var step = 1; step < state.StepCount; step++)
        {
            var t = (step - 1) * 1e-4;
            var x = (t / tau) - (t / 20e-3);
            var expected = 1e-3 * t / 20e-3 * Math.Exp(-t / 20e-3) * (Math.Abs(x) < 1e-6 ? 1 - (x / 2) : (1 - Math.Exp(-x)) / x);
            Assert.InRange(state.Values[2 * step] - settings.Rest - expected, -1e-14, 1e-14);
            Assert.Equal(state.Values[2 * step], state.Values[(2 * step) + 1]);
        }
    }

    // One neuron in a vector, one after the vectors; both fire by themselves.
    [Fact]
    public void A_held_neuron_is_read_where_it_is_held_and_may_be_moved()
    {
        var settings = new LifSettings { Rest = -30e-3, Refractory = 2e-3 };
        var network = new SpikingNetwork(1e-4);
        var neurons = network.AddNeurons(9, settings);
        var spikes = network.RecordSpikes(neurons);
        while (spikes.Count == 0)
            network.Run(1e-4);
        var fired = network.Step - 1;
        for (; network.Step < fired + 20; network.Run(1e-4))
        {
            Assert.Equal(settings.Reset, neurons.Read(NeuronState.Potential, 0));
            Assert.Equal(settings.Reset, neurons.Read(NeuronState.Potential, 8));
            if (network.Step % 3 == 0)
                Assert.All(neurons.Potentials.ToArray(), v => Assert.Equal(settings.Reset, v));
        }

        network.Run(1e-4);
        var exact = settings.Rest + ((settings.Reset - settings.Rest) * Math.Exp(-1e-4 / settings.TauMembrane));
        Assert.All(neurons.Potentials.ToArray(), v => Assert.Equal(exact, v, 1e-15));

        // Moved while it is held, it goes on from there.
        while (spikes.Count == 9)
            network.Run(1e-4);
        network.Run(5e-4);
        neurons.Potentials.Fill(-40e-3);
        network.Run(1e-4);
        Assert.Equal(-40e-3, neurons.Read(NeuronState.Potential, 0));
        Assert.Equal(18, spikes.Count);
        network.Run(14e-4);
        Assert.Equal(27, spikes.Count);
    }

    [Fact]
    public void Currents_written_and_read_between_steps_are_those_of_now()
    {
        var network = new SpikingNetwork(1e-4);
        var neurons = network.AddNeurons(9, new LifSettings { Rest = -60e-3 });
        neurons.Excitatory.Fill(1e-3);
        network.Run(0.1234);
        Assert.All(neurons.Excitatory.ToArray(), g => Assert.Equal(1e-3 * Math.Exp(-0.1234 / 5e-3), g, 1e-17));
        Assert.Equal(1e-3 * Math.Exp(-0.1234 / 5e-3), neurons.Read(NeuronState.Excitatory, 8), 1e-17);
        neurons.Write(NeuronState.Excitatory, [.. Enumerable.Repeat(2e-3, 9)]);
        network.Run(0.01);
        Assert.Equal(2e-3 * Math.Exp(-0.01 / 5e-3), neurons.Read(NeuronState.Excitatory, 0), 1e-16);
    }

    [Fact]
    public void A_run_in_two_parts_is_the_run_in_one()
    {
        var (whole, parts) = (Noisy(), Noisy());
        whole.Network.Run(0.3);
        parts.Network.Run(0.1234);
        parts.Network.Run(0.1766);
        Assert.True(whole.Spikes.Count > 100, $"{whole.Spikes.Count} spikes");
        Assert.Equal(whole.Spikes.Steps.Zip(whole.Spikes.Cells), parts.Spikes.Steps.Zip(parts.Spikes.Cells));
    }

    [Fact]
    public void A_run_can_be_stopped_and_run_on()
    {
        var (network, _) = Noisy();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => network.Run(1, new Stop(stop), stop.Token));
        Assert.Equal(1000, network.Step);
        network.Run(0.1);
        Assert.Equal(2000, network.Step);
    }

    private static (SpikingNetwork Network, SpikeMonitor Spikes) Noisy()
    {
        var network = new SpikingNetwork(1e-4);
        var neurons = network.AddNeurons(101, new LifSettings());
        var input = network.AddPoisson([.. Enumerable.Repeat(20.0, 200)], 3);
        network.Connect(input, neurons, SparseConnections.Random(200, 101, 0.1, 1.62e-3, 4), Receptor.Excitatory);
        network.Connect(neurons, neurons, SparseConnections.Random(101, 101, 0.1, -2e-3, 5), Receptor.Inhibitory);
        return (network, network.RecordSpikes(neurons));
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
