using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Export;
using DevicePhys.Simulation;

namespace DevicePhys.Validation.Circuits;

/// <summary>Bit cells, exported, in ngspice.</summary>
public sealed class CellsInNgspice : IValidation
{
    /// <inheritdoc/>
    public string Id => "C01";

    /// <inheritdoc/>
    public string Claim => "a write and a read of a bit cell: largest difference to ngspice over the span of the signal";

    /// <inheritdoc/>
    public string Source => "ngspice runs the exported deck";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // The flip of the 6T latch multiplies an error in time, and that of ngspice is the larger one: with the same steps 1.5e-4 at trtol = 1,
        // 5e-5 at 0.2, 3e-5 at 0.1.
        foreach (var (name, write, steps, limit) in new[]
        {
            ("2T", CellOperation.Write1, 500, 1e-4), ("bistable", CellOperation.Write0, 1000, 1e-4), ("6T", CellOperation.Write1, 1000, 1e-3),
            ("1T-1C", CellOperation.Write1, 500, 1e-4), ("FeRAM", CellOperation.Write1, 500, 1e-4),
        })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (Ngspice.Version is null)
            {
                yield return Check.Unmeasured(name, limit, "", "needs ngspice");
                continue;
            }

            var cell = BitCells.Get(name);
            var circuit = cell.Build(write, CellOperation.Read);
            var agreement = WaveformAgreement.WithNgspice(
                circuit.Netlist, circuit.Stop, cell.Cycle / steps, TransientOptions.AtTolerance(1e-7), null, 1e-3, circuit.Signals);
            yield return Check.AtMost(name, limit, "", agreement.Deviation);
        }
    }
}
