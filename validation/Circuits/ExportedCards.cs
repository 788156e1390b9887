using DevicePhys.Circuits.Export;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Simulation;

namespace DevicePhys.Validation.Circuits;

/// <summary>Every card of the library, exported to ngspice and compared with the builtin engine.</summary>
public sealed class ExportedCards : IValidation
{
    /// <inheritdoc/>
    public string Id => "V50";

    /// <inheritdoc/>
    public string Claim => "a card's exported SPICE deck in ngspice against the builtin engine, largest difference over span";

    /// <inheritdoc/>
    public string Source => "ngspice, another program";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var card in DeviceCatalog.Default.Cards)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (Ngspice.Version is null)
            {
                yield return Check.Unmeasured(card.Id, 1e-4, "", "needs ngspice, Debian package ngspice");
                continue;
            }

            var bench = CardBench.Of(card, DeviceCatalog.Default);
            yield return Compared(card.Id, bench);
        }
    }

    private static Check Compared(string id, CardBench bench)
    {
        try
        {
            var worst = WaveformAgreement.WithNgspice(
                bench.Netlist, bench.Stop, bench.LongestStep, TransientOptions.AtTolerance(1e-8), engine: null, smallest: 1e-3, bench.Signals);
            return Check.AtMost(id, bench.Tolerance, "", worst.Deviation);
        }
        catch (DataFileException failure)
        {
            return Check.Unmeasured(id, bench.Tolerance, "", failure.Message);
        }
    }
}
