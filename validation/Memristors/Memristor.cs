using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;

namespace DevicePhys.Validation.Memristors;

/// <summary>Shipped memristors under an ideal voltage.</summary>
internal static class Memristor
{
    /// <summary>The device of a shipped card with some values changed.</summary>
    public static DeviceResponse Of(string id, params (string Parameter, double Value)[] changes) =>
        new(changes.Aggregate(DeviceCatalog.Default.Card(id), (card, change) => card.With(change.Parameter, change.Value)), DeviceCatalog.Default);
}
