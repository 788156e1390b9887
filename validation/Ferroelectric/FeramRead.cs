using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Ferroelectric;

/// <summary>The signal a FeRAM capacitor puts on its bit line.</summary>
public sealed class FeramRead : IValidation
{
    /// <inheritdoc/>
    public string Id => "V20";

    /// <inheritdoc/>
    public string Claim => "FeRAM capacitor of 0.01 µm², 2 PR = 40 µC/cm², plate pulse onto a bit line of 50 fF";

    /// <inheritdoc/>
    public string Source => "charge balance in closed form: 2 PR A/CBL = 4 fC/50 fF";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.Relative("signal of a switching over a not switching cell", 80e-3, "V", 0.05, Line(-1, run.Cancellation) - Line(1, run.Cancellation));
    }

    // The bleed keeps the line at 0 before the read and is too slow to matter in it (500 µs).
    private static double Line(double orientation, CancellationToken cancellation)
    {
        var netlist = new Netlist()
            .VoltageSource("VPlate", "plate", "0", new PiecewiseLinear([0, 10e-9], [0, 3]))
            .Device("XCell", "plate", "line", DeviceCatalog.Default.Create<Dual>(DeviceCatalog.Default.Card("FeramCapacitor.Hzo")))
            .Capacitor("CBL", "line", "0", 50e-15)
            .Resistor("RBleed", "line", "0", 10e9);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-6));
        simulation.Reset();
        simulation.SetState("XCell", [orientation, orientation, orientation, orientation, orientation]);
        simulation.Run(2e-6, cancellation: cancellation);
        return simulation.Voltage("line");
    }
}
