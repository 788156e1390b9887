using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Sampling;

namespace DevicePhys.Validation.Transistors;

/// <summary>The standby current of a one-transistor SRAM, and the refresh time it allows.</summary>
public sealed class StandbyCurrent : IValidation
{
    private const double Megabit = 1 << 20;
    private const double BitCapacitance = 55e-15, Swing = 0.6;
    private const int Cells = 20000;

    /// <inheritdoc/>
    public string Id => "V35";

    /// <inheritdoc/>
    public string Claim => "one-transistor SRAM, 10 µA per megabit in standby";

    /// <inheritdoc/>
    public string Source => "MoSys 1T-SRAM-M announcement: 10 µA/Mbit; refresh moves (CS + CBL) V = 55 fF · 0.6 V per bit, so one refresh per 3.5 ms at most";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var current = 10e-6 / Megabit;
        yield return Check.Relative("per bit", 9.54e-12, "A", 1e-3, current);
        foreach (var kelvin in new[] { 298.15, 328.15 })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var celsius = ValueText.Of(kelvin - 273.15, "");
            yield return Check.AtLeast($"retention of the cell one in a million falls below, {celsius} °C", BitCapacitance * Swing / current, "s", Worst(kelvin, run.Cancellation))
                .Reported("the leakages of the card are a reconstruction of the generation, not of this product");
        }
    }

    /// <summary>The retention time that one cell in a million falls below: 4.753 standard deviations below the median of a log-normal, the deviation from the thousandth [s].</summary>
    internal static double Worst(double kelvin, CancellationToken cancellation)
    {
        var card = DeviceCatalog.Default.Card("StorageCapacitor.Planar130").With("Temperature", kelvin);
        var random = new RandomStream(1, "validation standby", (ulong)kelvin);
        var logs = new double[Cells];
        for (var i = 0; i < Cells; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            logs[i] = Math.Log(ChargeLoss.Time(card.Sample(SpreadOrigin.DeviceToDevice, random), 0.3, DeviceCatalog.Default));
        }

        Array.Sort(logs);
        var median = logs[Cells / 2];
        var spread = (median - logs[Cells / 1000]) / 3.0902;
        return Math.Exp(median - (4.7534 * spread));
    }
}
