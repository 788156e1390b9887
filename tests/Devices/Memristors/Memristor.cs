using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Devices.Memristors;

/// <summary>Short ways to the response of a memristor under an ideal voltage.</summary>
internal static class Memristor
{
    public static Card Card(string id, params (string Parameter, double Value)[] changes) =>
        changes.Aggregate(DeviceCatalog.Default.Card(id), (card, change) => card.With(change.Parameter, change.Value));

    /// <summary>Current [A] and rate of the first state [1/s], algebraic states solved.</summary>
    public static (double Current, double Rate) At(Card card, double voltage, double state)
    {
        var device = Of(card);
        return (device.Current(voltage, state), device.Rate(voltage, state));
    }

    /// <summary>The first state after a time under a waveform.</summary>
    public static double After(Card card, Waveform voltage, double from, double time, double tolerance = 1e-7) =>
        Of(card).After(voltage, from, time, tolerance);

    /// <summary>When the first state passes a value under a constant voltage [s].</summary>
    public static double TimeTo(Card card, double voltage, double from, double to, double longest, double tolerance = 1e-6) =>
        Of(card).TimeTo(voltage, from, to, longest, tolerance);

    public static Stepper New(Card card, Waveform voltage, double tolerance) =>
        new(DeviceCatalog.Default.Create<Dual>(card), voltage, TransientOptions.AtTolerance(tolerance));

    private static DeviceResponse Of(Card card) => new(card, DeviceCatalog.Default);
}
