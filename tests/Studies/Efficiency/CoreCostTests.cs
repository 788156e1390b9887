using DevicePhys.Spiking.TrueNorth;
using DevicePhys.Studies.Efficiency;
using Xunit;

namespace DevicePhys.Tests.Studies.Efficiency;

public sealed class CoreCostTests
{
    private static readonly Lazy<CoreTechnology> Node28 = new(() => CoreTechnology.Of(28, 256));

    [Fact] // Bounds from C V²: no read takes more than both bit lines from end to end, and none less than a tenth of one.
    public void A_read_costs_a_part_of_what_its_bit_lines_hold()
    {
        var technology = Node28.Value;
        var height = Math.Sqrt(160 / 2.2) * 28e-9;
        var line = 256 * ((0.2e-9 * height) + (1e-9 * 0.2e-6 / 130 * 28));
        var full = line * 0.88 * 0.88;
        Assert.InRange(technology.Read, 0.1 * full, 2 * full);
        Assert.Equal(0.03e-12 * 28 / 45 * Math.Pow(0.88 / 0.9, 2), technology.ByteAddition, 1e-18);
    }

    [Fact]
    public void Costs_are_counts_times_prices()
    {
        var t = Node28.Value;
        Assert.Equal((256 * t.Read) + (128 * t.ByteAddition), CoreCost.Spike(t), 1e-18);
        var work = new CoreWork(Rows: 5, Synapses: 640, NeuronSteps: 256, Spikes: 3, Hops: 0);
        var neurons = 256 * ((410 * t.Read) + (10 * t.Write) + (2 * t.WordAddition));
        Assert.Equal((neurons + (640 * t.ByteAddition) + (1e-3 * 256 * 410 * t.Leakage)) / 640, CoreCost.SynapticEvent(t, 1, 1, work), 1e-18);
    }

    [Fact]
    public void A_device_costs_what_its_pair_conducts_and_what_its_pulses_take()
    {
        var card = DevicePhys.Devices.DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020");
        var options = new DevicePhys.Circuits.Testbenches.CharacterizationOptions { Draws = 2, Population = 0, Levels = 2 };
        var table = DevicePhys.Circuits.Testbenches.Characterization.Run(card, options);
        var (volts, seconds) = (card.Pulses.ReadVoltage, 1 / card.Pulses.ReadBandwidth);
        Assert.Equal((table.Nominal.GMin + table.Nominal.GMax) * volts * volts * seconds, DeviceCost.Read(card, table), 1e-20);
        Assert.Equal((table.Potentiation.Energy + table.Depression.Energy) / 2, DeviceCost.Write(table), 1e-20);
    }

    [Fact]
    public void A_smaller_node_costs_less_at_every_step()
    {
        var energies = EfficiencyStudy.Technologies().Select(figure => figure.Computed!.Value).ToArray();
        Assert.Equal(CoreTechnology.Nodes.Count, energies.Length);
        Assert.All(energies.Zip(energies.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair}"));
    }

    [Fact]
    public void Settings_that_cannot_be_are_one_sentence()
    {
        Says(() => CoreTechnology.Of(32, 256), "The node of a core is 32 nm: one of 130, 90, 65, 45, 28 is expected.");
        Says(() => CoreTechnology.Of(28, 0), "A bit line has 0 cells: at least 1 is expected.");
        Says(() => EfficiencyStudy.Run(-1, [], []), "The power of a processor core is -1 W: a finite number above 0 is expected.");

        static void Says(Func<object> action, string sentence) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
    }
}
