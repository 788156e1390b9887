using DevicePhys.Circuits.Elements;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;
using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Circuits.Export;

/// <summary>Every shipped card, exported, run in ngspice and compared with the builtin engine.</summary>
public sealed class NgspiceTests
{
    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards.Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_runs_in_ngspice_as_on_the_builtin_engine(string card)
    {
        Assert.SkipWhen(Ngspice.Version is null, "there is no ngspice here");
        var bench = PulseExport.Of(DeviceCatalog.Default.Card(card), DeviceCatalog.Default, pulses: 1);
        var device = bench.Netlist.Elements.OfType<TwoTerminalDevice>().Single();
        string[] signals = ["v(line)", .. device.Model.States.Select(state => $"XCell.{state.Name}")];
        var agreement = WaveformAgreement.WithNgspice(
            bench.Netlist, bench.Stop, bench.Stop / 4000, TransientOptions.AtTolerance(1e-7), null, 1e-3, signals);
        TestContext.Current.SendDiagnosticMessage($"{card}: {agreement}");
        Console.WriteLine($"NG {card}: {agreement}");
        Assert.InRange(agreement.Deviation, 0, 1e-4);
    }
}
