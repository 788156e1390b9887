using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Devices.Skyrmions;

/// <summary>The shipped skyrmion cards, with changes.</summary>
internal static class Skyrmion
{
    public const double Boltzmann = 1.380649e-23;
    public const double Year = 365.25 * 86400;

    public static Card Card(string name, params (string Parameter, double Value)[] changes) =>
        changes.Aggregate(DeviceCatalog.Default.Card($"SkyrmionSynapse.{name}"), (card, change) => card.With(change.Parameter, change.Value));

    public static SkyrmionSynapse<Real> Synapse(string name, params (string Parameter, double Value)[] changes) => Synapse(Card(name, changes));

    public static SkyrmionSynapse<Real> Synapse(Card card) => (SkyrmionSynapse<Real>)DeviceCatalog.Default.Create<Real>(card);

    /// <summary>The value of a parameter in SI, whatever its unit.</summary>
    public static double Si(this Card card, string parameter) => card.Parameter(parameter).Value;

    /// <summary>The device voltage at which the track carries a current density [A/m2].</summary>
    public static double VoltageAt(Card card, double density) =>
        density * card.Si("TrackWidth") * card.Si("TrackThickness") * card.Si("TrackResistance");

    public static Real[] State(double n, double ready = 1, double excess = 0, double heating = 0) => [n, ready, excess, heating];

    public static double[] Hazards(SkyrmionSynapse<Real> synapse, double voltage, Real[] state)
    {
        var hazards = new Real[synapse.Channels.Count];
        synapse.Hazards(voltage, state, hazards);
        return [.. hazards.Select(h => h.Value)];
    }

    public static double[] Rates(SkyrmionSynapse<Real> synapse, double voltage, Real[] state)
    {
        var rates = new Real[state.Length];
        synapse.Evaluate(voltage, state, rates);
        return [.. rates.Select(r => r.Value)];
    }
}
