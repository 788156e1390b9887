using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Ferroelectric;

/// <summary>How far a FeFET's threshold moves under pulses of different height and width.</summary>
public sealed class MemoryWindow : IValidation
{
    /// <inheritdoc/>
    public string Id => "V19";

    /// <inheritdoc/>
    public string Claim => "FeFET memory window after one pulse on an erased device";

    /// <inheritdoc/>
    public string Source => "measured windows published with the models of Alessandri et al., IEEE EDL 39, 1780 (2018) and Deng et al., VLSI 2020; the card is fitted to these eight";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (voltage, width, window) in new[] { (4.0, 50e-9, 1.079), (3.0, 10e-6, 1.121) })
            yield return Check.Absolute(What(voltage, width), window, "V", 0.15, Window(voltage, width));
        foreach (var (voltage, width, window) in new[] { (4.0, 100e-9, 1.429), (4, 500e-9, 1.509), (3, 50e-9, 0.0094), (3, 100e-9, 0.122), (3, 500e-9, 0.441), (3, 5e-6, 1.043) })
        {
            yield return Check.Absolute(What(voltage, width), window, "V", 0.15, Window(voltage, width))
                .Reported("one device, no error bars; single nucleation cannot follow the steep onset at 3 V");
        }
    }

    private static string What(double voltage, double width) => $"{ValueText.Of(voltage, "V")}, {ValueText.Of(width, "s")}";

    private static double Window(double voltage, double width)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(DeviceCatalog.Default.Card("FeFet.Hzo"));
        var netlist = new Netlist()
            .VoltageSource("VGate", "gate", "0", new Constant(voltage))
            .Resistor("RDrain", "drain", "0", 1)
            .Resistor("RSource", "source", "0", 1)
            .Device("M1", ["drain", "gate", "source", "0"], model);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Reset();
        var erased = Threshold(model, simulation.State("M1"));
        simulation.Run(width);
        return erased - Threshold(model, simulation.State("M1"));
    }

    private static double Threshold(IMultiTerminal<Dual> model, ReadOnlySpan<double> state) =>
        ((IReadable<Dual>)model).Read(0, Array.ConvertAll(state.ToArray(), s => (Dual)s)).Value;
}
