using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>A bistable synapse against closed forms; against Brian2 in <see cref="ExportedNetworkTests"/>.</summary>
public sealed class SdspTests
{
    // Origin: n spikes, each a step of 0.1, lose 3.5/s between them, so X = 0.1 n - 0.0035 (n - 1) T/ms; it is to exceed 0.5, and falls back to 0 where a step is lost in an interval.
    [Theory]
    [InlineData(10, 8)]
    [InlineData(20, 15)]
    [InlineData(50, null)]
    public void A_weight_rises_once_steps_have_outrun_the_drift(int interval, int? rises)
    {
        Assert.Equal(rises, FirstChange(interval, weight: 0, potential: -51e-3));

        // From the top the depression is the same mirrored; at the border itself a synapse counts as below it, which rounding decides.
        var falls = FirstChange(interval, weight: 1, potential: -53e-3);
        Assert.True(rises is null ? falls is null : falls == rises);
    }

    [Fact]
    public void Calcium_beyond_the_window_changes_nothing()
    {
        var rule = new Sdsp { PotentiationWindow = (0.5, 13), DepressionWindow = (0.5, 4) };
        Assert.Null(FirstChange(10, weight: 0, potential: -51e-3, rule));
        Assert.Null(FirstChange(10, weight: 1, potential: -53e-3, rule));
    }

    [Fact]
    public void Settings_that_cannot_be_are_named()
    {
        Assert.Contains("Border is 1", Assert.Throws<ArgumentException>(() => FirstChange(10, 0, -51e-3, new Sdsp { Border = 1 })).Message);
        Assert.Contains("TauCalcium", Assert.Throws<ArgumentException>(() => FirstChange(10, 0, -51e-3, new Sdsp { TauCalcium = 0 })).Message);
    }

    /// <summary>After which of 40 spikes, an interval [ms] apart, a weight has changed; the potential [V] stays where it is, since nothing else moves it.</summary>
    private static int? FirstChange(int interval, double weight, double potential, Sdsp? rule = null)
    {
        var network = new SpikingNetwork(1e-3);
        var input = network.AddSpikeList(1, new int[40], [.. Enumerable.Range(1, 40).Select(k => k * interval * 1e-3)]);
        var neurons = network.AddNeurons(1, new LifSettings { Rest = potential });
        neurons.Potentials.Fill(potential);
        var connections = SparseConnections.Pairs(1, 1, [0], [0], [weight]);
        network.Connect(input, neurons, connections, Receptor.Excitatory, 0, rule ?? new Sdsp { PotentiationWindow = (-1, 13), DepressionWindow = (-1, 4) });
        for (var spike = 1; spike <= 40; spike++)
        {
            network.Run(interval * 1e-3);
            neurons.Potentials.Fill(potential);
            neurons.Excitatory.Clear();
            network.Run(spike == 1 ? 1e-3 : 0);
            if (connections.Weights(0)[0] != weight)
                return spike;
            neurons.Potentials.Fill(potential);
            neurons.Excitatory.Clear();
        }

        return null;
    }
}
