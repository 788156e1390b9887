using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits.Export;

/// <summary>Models and circuits, exported, run in ngspice and compared with the builtin engine.</summary>
/// <remarks>One card of every model here, and of transistors one of each polarity; every card of the library is in the validation row V50.</remarks>
public sealed class NgspiceTests
{
    public static TheoryData<string> Cards =>
        [.. DeviceCatalog.Default.Cards.DistinctBy(card => (card.Model, Polarity(card))).Select(card => card.Id)];

    private static double Polarity(Card card) => card.Parameters.FirstOrDefault(parameter => parameter.Name == "Polarity")?.Value ?? 0;

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_runs_in_ngspice_as_on_the_builtin_engine(string id)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var bench = CardBench.Of(DeviceCatalog.Default.Card(id), DeviceCatalog.Default);
        var agreement = WaveformAgreement.WithNgspice(
            bench.Netlist, bench.Stop, bench.LongestStep, TransientOptions.AtTolerance(1e-8), null, 1e-3, bench.Signals);
        Assert.True(agreement.Deviation <= bench.Tolerance, agreement.ToString());
    }

    public static TheoryData<string, string> Circuits => new()
    {
        { "rectifier", "JunctionDiode.Signal" },
        { "controlled", "" },
        { "inverter", "EkvMosfet.N65Hp+EkvMosfet.P65Hp" },
    };

    [Theory] // Every kind of element is in one of these.
    [MemberData(nameof(Circuits))]
    public void A_circuit_runs_in_ngspice_as_on_the_builtin_engine(string kind, string cards)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var card = cards.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(DeviceCatalog.Default.Card).ToArray();
        var pulse = new PulseWaveform(0, 1, 1e-9, 1e-9, 8e-9, 1e-9, 20e-9);
        var netlist = kind switch
        {
            "rectifier" => new Netlist().VoltageSource("VIn", "s", "0", new Sine(0, 3, 1e8)).Resistor("RS", "s", "a", 100)
                .Device("D1", ["a", "out"], card[0], DeviceCatalog.Default).Resistor("RL", "out", "0", 1e4).Capacitor("CL", "out", "0", 10e-12),
            "inverter" => new Netlist().VoltageSource("VDD", "vdd", "0", new Constant(1.1)).VoltageSource("VIn", "in", "0", new PulseWaveform(0, 1.1, 0.2e-9, 0.1e-9, 1e-9, 0.1e-9))
                .Device("MP", ["out", "in", "vdd", "vdd"], card[1], DeviceCatalog.Default).Device("MN", ["out", "in", "0", "0"], card[0], DeviceCatalog.Default)
                .Capacitor("CL", "out", "0", 20e-15),
            _ => new Netlist().VoltageSource("V1", "in", "0", pulse).Resistor("R1", "in", "a", 50).Inductor("L1", "a", "b", 10e-9).Capacitor("C1", "b", "0", 1e-12)
                .Add(new VoltageControlledVoltageSource("E1", "e", "0", "b", "0", 2)).Resistor("R2", "e", "0", 1e3)
                .Add(new VoltageControlledCurrentSource("G1", "0", "g", "b", "0", 1e-3)).Resistor("R3", "g", "0", 1e3)
                .Add(new CurrentControlledVoltageSource("H1", "h", "0", "V1", 100)).Resistor("R4", "h", "0", 1e3)
                .Add(new CurrentControlledCurrentSource("F1", "0", "f", "V1", 0.5)).Resistor("R5", "f", "0", 1e3)
                .CurrentSource("I1", "0", "i", new Exponential(0, 1e-3, 2e-9, 3e-9, 10e-9, 2e-9)).Resistor("R6", "i", "0", 1e3)
                .Add(new Switch("S1", "i", "out", "in", "0", 0.5, 0.4, 100, 1e5)).Resistor("R7", "out", "0", 1e3),
        };
        string[] signals = [.. netlist.Nodes.Where(node => node != "0").Select(node => $"v({node})")];
        var (stop, longest) = kind == "inverter" ? (2e-9, 5e-12) : (40e-9, 5e-12);
        var agreement = WaveformAgreement.WithNgspice(netlist, stop, longest, TransientOptions.AtTolerance(1e-8), null, 1e-3, signals);
        Assert.True(agreement.Deviation <= 1e-4, agreement.ToString());
    }
}
