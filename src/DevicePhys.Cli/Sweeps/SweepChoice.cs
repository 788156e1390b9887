using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Cli.Sweeps;

/// <summary>Which bench a word on the command line means, and whether it suits what is on it.</summary>
internal static class SweepChoice
{
    /// <summary>The words for the benches.</summary>
    public static readonly string[] Benches = ["iv", "qv", "pulses", "retention", "disturb", "snm", "readwrite"];

    /// <summary>The work to do.</summary>
    /// <exception cref="ArgumentException">There is no such bench, or it does not suit; one sentence.</exception>
    public static Func<CancellationToken, SweepReport> Of(string what, string bench, string access, SweepRequest request)
    {
        if (!Benches.Contains(bench))
            throw new ArgumentException($"--bench: '{bench}' is not a bench, expected one of {string.Join(", ", Benches)}.");
        if (BitCells.All.FirstOrDefault(cell => cell.Name.Equals(what, StringComparison.OrdinalIgnoreCase)) is { } cell)
            return OfCell(BitCells.With(cell, request.Voltage, request.Temperature), bench, request);
        var card = DeviceCatalog.Default.Card(what);
        if (request.Temperature is { } temperature)
            card = card.With("Temperature", temperature);
        if (DeviceCatalog.Default.CreateModel<Real>(card) is IMultiTerminal<Real>)
        {
            return bench == "iv"
                ? _ => TransistorBench.Family(card, request)
                : throw new ArgumentException($"{card.Id}: it has more than two terminals, expected --bench iv.");
        }

        var charged = DeviceCatalog.Default.CreateModel<Real>(card) as ICapacitive<Real>;
        if (bench == "qv" && charged is null)
            throw new ArgumentException($"{card.Id}: it holds no charge, expected --bench iv.");
        if (bench == "iv" && charged is { Conducts: false })
            throw new ArgumentException($"{card.Id}: no steady current flows through it, expected --bench qv.");
        var resistive = ResistiveCell.Of(access, card);
        return bench switch
        {
            "iv" => cancellation => DeviceBenches.CurrentVoltage(resistive, request, cancellation),
            "qv" => cancellation => DeviceBenches.ChargeVoltage(card, request, cancellation),
            "snm" => throw new ArgumentException($"{card.Id}: a noise margin is that of a static cell, expected '6T'."),
            _ when !card.HasPulses => throw new ArgumentException($"{card.Id}: the card has no pulses, expected --bench {(charged is { Conducts: false } ? "qv" : "iv")}."),
            "pulses" => cancellation => DeviceBenches.Pulses(resistive, request, cancellation),
            "retention" => cancellation => DeviceBenches.Decay(resistive, request, disturb: false, cancellation),
            "disturb" => cancellation => DeviceBenches.Decay(resistive, request, disturb: true, cancellation),
            _ => cancellation => DeviceBenches.ReadWrite(resistive, request, cancellation),
        };
    }

    private static Func<CancellationToken, SweepReport> OfCell(IBitCell cell, string bench, SweepRequest request) => (bench, cell) switch
    {
        ("readwrite", FloatingBodyCell body) => cancellation => CellBenches.ReadWrite(BodyLevels.Of(body), request, cancellation),
        ("readwrite", _) => cancellation => CellBenches.ReadWrite(cell, request, cancellation),
        ("retention", IDynamicCell dynamic) => cancellation => CellBenches.Retention(dynamic, request, cancellation),
        ("retention", _) => throw new ArgumentException($"{cell.Name}: it keeps its bit as long as it is supplied, expected a dynamic cell for --bench retention."),
        ("snm", SramCell sram) => _ => CellBenches.NoiseMargin(sram),
        ("snm", _) => throw new ArgumentException($"{cell.Name}: a noise margin is that of a static cell, expected '6T'."),
        ("iv", FloatingBodyCell body) => _ => TransistorBench.Body(body),
        _ => throw new ArgumentException($"{cell.Name}: --bench {bench} is for devices, expected readwrite, retention or snm."),
    };
}
