using DevicePhys.Circuits;
using DevicePhys.Circuits.Cells;
using DevicePhys.Devices;
using DevicePhys.Simulation;

namespace DevicePhys.Validation.Transistors;

/// <summary>A one-transistor SRAM against one of six transistors: area of the cell and power in standby.</summary>
public sealed class AgainstSixTransistors : IValidation
{
    private const double Feature = 0.13e-6, SixTransistorCell = 160, OneTransistorCell = 16;
    private const double BitLine = 50e-15;

    /// <inheritdoc/>
    public string Id => "V37";

    /// <inheritdoc/>
    public string Claim => "one-transistor SRAM against six transistors, 130 nm";

    /// <inheritdoc/>
    public string Source => "MoSys announcements: half the area or less, a quarter of the power or less; cells of 160 F² and 4F by 4F as in NeuroSim";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.AtLeast("cell area, six over one", 2, "", SixTransistorCell * Feature * Feature / (OneTransistorCell * Feature * Feature))
            .Reported("design rules of the cells alone; the published ratio is that of whole macros, with their periphery");
        var six = Standby(run.Cancellation);
        yield return Check.Between("current of a holding 6T cell at 300 K", 40e-12, 60e-12, "A", six)
            .Reported("an estimate from 2 to 3 widths of off current per micrometre; the width of the cell is not published");

        // What a refresh moves, over the retention time of one cell in a million.
        var card = DeviceCatalog.Default.Card("StorageCapacitor.Planar130");
        var refresh = (card.Value("CS", "F") + BitLine) * 0.5 * card.Value("VStore", "V") / StandbyCurrent.Worst(300, run.Cancellation);
        yield return Check.AtMost("standby current, one over six", 0.25, "", refresh / six)
            .Reported("the leakages of both cells are reconstructions of the generation, not of a product");
    }

    private static double Standby(CancellationToken cancellation)
    {
        var circuit = new SramCell().Build(CellOperation.Write1, CellOperation.Hold);
        var simulation = CircuitEngines.Default.Prepare(circuit.Netlist, TransientOptions.AtTolerance(1e-6));
        simulation.Reset();
        simulation.Run(circuit.Stop, cancellation: cancellation);
        return simulation.Current("V_vdd");
    }
}
