using DevicePhys.Circuits;
using DevicePhys.Circuits.Export;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits.Classics;

/// <summary>The classics reach an operating point, where a page of hand calculation says and where ngspice finds it.</summary>
public sealed class SpiceClassicsTests
{
    private const double ThermalVoltage = 0.025865;

    private static ISimulation Prepare(Netlist netlist) => CircuitEngines.Get("builtin").Prepare(netlist);

    [Fact] // Off: nothing flows. On: IB = (5 - 0.7)/10k = 0.43 mA, IC = (5 - 0.1)/1k; half way IC = 2.5 mA, VIn = VBE + RB IC/β with β of 150 to 350.
    public void An_rtl_inverter_inverts()
    {
        var simulation = Prepare(SpiceClassics.RtlInverter(new Constant(0)));
        var inputs = Enumerable.Range(0, 501).Select(i => 0.01 * i).ToArray();
        var sweep = DcSweep.Run(simulation, "VIn", inputs, "v(out)", "i(RB)", "i(RC)");
        var output = sweep["v(out)"].ToArray();
        Assert.Equal(5, output[0], 1e-4);
        Assert.InRange(output[^1], 0.02, 0.25);
        Assert.Equal(0.43e-3, sweep["i(RB)"][^1], 0.02e-3);
        Assert.Equal(4.9e-3, sweep["i(RC)"][^1], 0.15e-3);
        Assert.All(output.Zip(output.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-9));
        var half = inputs[Array.FindIndex(output, v => v < 2.5)];
        Assert.InRange(half, 0.66 + (10e3 * 2.5e-3 / 350), 0.72 + (10e3 * 2.5e-3 / 100));
    }

    // Second transistor on: its base is at 12 · 10k/24.7k = 4.86 V less 5.95 kOhm times its base current, 4 mA/160: 4.71 V. The first one, which has next to no
    // current yet, starts some 0.1 V below: 4.6 V.
    // First one on, with I in RE: the base of the second is at (12 - 4.7k I) 10k/24.7k, and the second starts at I RE + VBE: I = 1.45 mA, VIn = 2.1 V.
    [Fact]
    public void A_schmitt_trigger_has_two_thresholds_and_two_rests_between_them()
    {
        var simulation = Prepare(SpiceClassics.SchmittTrigger(new Constant(0)));
        double[] up = [.. Enumerable.Range(0, 601).Select(i => 0.01 * i)], down = [.. up.Reverse()];
        var rising = DcSweep.Run(simulation, "VIn", up, "v(out)")["v(out)"].ToArray();
        var falling = DcSweep.Run(simulation, "VIn", down, "v(out)")["v(out)"].ToArray();
        Assert.Equal(4.6, up[Array.FindIndex(rising, v => v > 11)], 0.15);
        Assert.Equal(2.1, down[Array.FindIndex(falling, v => v < 11)], 0.15);
        var middle = Array.IndexOf(up, 3.4);
        Assert.InRange(rising[middle], 7.5, 8.5);
        Assert.Equal(12, falling[down.Length - 1 - middle], 0.01);
    }

    // Mirror: (24 - 0.7)/20k = 1.165 mA; its output at 11.3 V instead of 0.7 V gives 1 + 10.7/74 of that (Early), 1.33 mA, half of it on each side:
    // 12 - 10k · 0.67 mA = 5.3 V, less what the bases take. Single-ended gain gm (RC || ro)/2 with gm = IC/VT and ro = (74 V + VCE)/IC, positive at Q2; the source's
    // 1 kOhm and rπ = VT/IB divide the input.
    [Fact]
    public void A_differential_pair_splits_its_current_and_amplifies()
    {
        const double H = 1e-4;
        var simulation = Prepare(SpiceClassics.DifferentialPair(new Constant(0)));
        var tail = simulation.Current("RBias");
        Assert.Equal(1.165e-3, tail, 0.01e-3);
        Assert.Equal(12 - (5e3 * tail * (1 + (10.7 / 74))), simulation.Voltage("out"), 0.2);
        Assert.Equal(simulation.Voltage("c1"), simulation.Voltage("out"), 1e-6);
        Assert.Equal(-0.65, simulation.Voltage("e"), 0.05);
        var each = 0.5 * (simulation.Current("RC1") + simulation.Current("RC2"));
        var control = simulation.Current("Q1:base");
        var sweep = DcSweep.Run(simulation, "VIn", [-1, -H, H, 1], "v(out)", "v(c1)");
        var load = 1 / (1e-4 + (each / (74 + 6.1)));
        var gain = each / ThermalVoltage * load / 2 / (1 + (1e3 * control / ThermalVoltage));
        Assert.Equal(gain, (sweep["v(out)"][2] - sweep["v(out)"][1]) / (2 * H), 0.05 * gain);

        // Far to either side one transistor takes it all: (10 kOhm · 1.2 mA would be 12 V; the other collector is at the supply.)
        Assert.Equal(12, sweep["v(out)"][3], 0.01);
        Assert.Equal(12, sweep["v(c1)"][0], 0.01);
    }

    [Fact] // No current flows in the feedback at rest, so input and output are at the inverter's threshold, between a third and two thirds of the supply.
    public void A_mos_amplifier_biases_itself()
    {
        var simulation = Prepare(SpiceClassics.MosAmplifier(new Constant(0)));
        Assert.Equal(simulation.Voltage("g"), simulation.Voltage("out"), 1e-9);
        Assert.InRange(simulation.Voltage("out"), 0.37, 0.73);
        Assert.Equal(simulation.Current("MN"), -simulation.Current("MP"), 1e-6 * simulation.Current("MN"));
    }

    public static TheoryData<string> Names => ["RTL inverter", "Schmitt trigger", "differential pair", "MOS amplifier"];

    private static Netlist Classic(string name, Waveform input) => name switch
    {
        "RTL inverter" => SpiceClassics.RtlInverter(input),
        "Schmitt trigger" => SpiceClassics.SchmittTrigger(input),
        "differential pair" => SpiceClassics.DifferentialPair(input),
        _ => SpiceClassics.MosAmplifier(input),
    };

    [Theory] // The rest, as ngspice finds it: the start of a transient, before the edge.
    [MemberData(nameof(Names))]
    public void Ngspice_finds_the_same_rest(string name)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var low = name == "RTL inverter" ? 0.8 : 0;
        var netlist = Classic(name, new PulseWaveform(low, low + 0.1, 10e-9, 10e-9, 80e-9, 10e-9));
        var simulation = Prepare(netlist);
        string[] nodes = [.. netlist.Nodes.Where(node => node != "0")];
        var theirs = Ngspice.Transient(netlist, 20e-9, 50e-12, [.. nodes.Select(node => $"v({node})")]);
        foreach (var node in nodes)
            Assert.Equal(simulation.Voltage(node), theirs[$"v({node})"][0], 1e-5);
    }

    [Theory] // What they do in time: an edge through each.
    [MemberData(nameof(Names))]
    public void Ngspice_sees_the_same_edge(string name)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var (high, edge) = name switch { "RTL inverter" => (5.0, 10e-9), "Schmitt trigger" => (6.0, 50e-9), "differential pair" => (0.05, 10e-9), _ => (0.05, 0.1e-9) };
        var netlist = Classic(name, new PulseWaveform(0, high, edge, edge, 8 * edge, edge));
        var agreement = WaveformAgreement.WithNgspice(netlist, 16 * edge, edge / 100, TransientOptions.AtTolerance(1e-8), null, 1e-3, ["v(out)"]);
        Assert.True(agreement.Deviation <= 1e-3, agreement.ToString());
    }

    [Theory] // Small signals, from the exported deck's .ac.
    [MemberData(nameof(Names))]
    public void Ngspice_hears_the_same_small_signal(string name)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var netlist = Classic(name, new Constant(name == "RTL inverter" ? 0.75 : 0));
        var theirs = Ngspice.Ac(netlist, "VIn", 1e3, 1e10, 5, "v(out)");
        var ours = AcSweep.Run(Prepare(netlist), "VIn", theirs.Frequencies, "v(out)");
        var largest = ours["v(out)"].Max(phasor => phasor.Magnitude);
        Assert.True(largest > (name == "Schmitt trigger" ? 0 : 3), $"gain {largest}");
        for (var i = 0; i < theirs.Frequencies.Count; i++)
        {
            var off = (ours["v(out)"][i] - theirs["v(out)"][i]).Magnitude;
            Assert.True(off <= 1e-4 * largest, $"{theirs.Frequencies[i]:G4} Hz: {ours["v(out)"][i]}, ngspice {theirs["v(out)"][i]}");
        }
    }
}
