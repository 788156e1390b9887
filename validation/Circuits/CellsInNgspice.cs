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
        foreach (var (name, write, steps) in new[]
        {
            ("2T", CellOperation.Write1, 500), ("bistable", CellOperation.Write0, 1000), ("6T", CellOperation.Write1, 1000), ("1T-1C", CellOperation.Write1, 500),
            ("FeRAM", CellOperation.Write1, 500),
        })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (Ngspice.Version is null)
            {
                yield return Check.Unmeasured(name, 0, "", "needs ngspice");
                continue;
            }

            var cell = BitCells.Get(name);
            var circuit = cell.Build(write, CellOperation.Read);
            var agreement = WaveformAgreement.WithNgspice(
                circuit.Netlist, circuit.Stop, cell.Cycle / steps, TransientOptions.AtTolerance(1e-7), null, 1e-3, circuit.Signals);
            yield return Check.AtMost(name, 1e-4, "", agreement.Deviation);
        }
    }
}
