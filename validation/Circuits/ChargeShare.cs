using DevicePhys.Circuits;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Circuits;

/// <summary>The voltage a storage capacitor leaves on its bit line.</summary>
public sealed class ChargeShare : IValidation
{
    /// <inheritdoc/>
    public string Id => "V33";

    /// <inheritdoc/>
    public string Claim => "charge share of a storage capacitor with a bit line at half the supply";

    /// <inheritdoc/>
    public string Source => "charge conservation: ΔV = (VCell − VPre) CS/(CS + CBL)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (storage, line, supply, published) in new[] { (5e-15, 50e-15, 1.2, 54.5e-3), (15e-15, 100e-15, 1.2, 78.3e-3), (25e-15, 200e-15, 1.8, 100e-3) })
        {
            // A source in series with the capacitor stands for its charge against that of the line: VCell − VPre is half the supply.
            var netlist = new Netlist()
                .VoltageSource("VCell", "plate", "0", new PiecewiseLinear([0, 1e-12], [0, supply / 2]))
                .Capacitor("CS", "plate", "cell", storage)
                .Resistor("RAccess", "cell", "line", 10e3)
                .Capacitor("CBL", "line", "0", line);
            var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-7));
            simulation.Reset();
            simulation.Run(1e-6, cancellation: run.Cancellation);
            var what = $"{ValueText.Of(storage, "F")} on {ValueText.Of(line, "F")}, {ValueText.Of(supply, "V")}";
            yield return Check.Relative(what, published, "V", 1e-3, simulation.Voltage("line"));
        }
    }
}
