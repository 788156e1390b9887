using DevicePhys.Cards;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A ferroelectric on an oxide interlayer between gate and channel: field, charge and threshold shift for a polarization.</summary>
/// <remarks>
/// Two capacitors in series with one charge per area: D = ε E + Pn in the ferroelectric, Pn = Unscreened PR s, equals CIl VIl in the interlayer; so
/// E TFe = (V − Pn/CIl)/(1 + CFe/CIl), and Pn drives it back (depolarization). A threshold shifts by −Pn/CFe.
/// Departures: the semiconductor is a plate, as in strong inversion or accumulation; charge trapped at the interface follows the polarization at
/// once and screens all of it but the part Unscreened, which is how windows of 1 to 2 V come from films of 2 PR/CFe above 10 V.
/// </remarks>
internal sealed class GateStack<T>(Card<T> card)
    where T : struct, IReal<T>
{
    private const double Vacuum = 8.8541878128e-12, OxidePermittivity = 3.9;
    private readonly T net = card["PR", "C/m^2"] * card["Unscreened"], thickness = card["TFe", "m"], flatBand = card["VFb", "V"];
    private readonly T film = Vacuum * card["EpsFe"] / card["TFe", "m"], interlayer = Vacuum * OxidePermittivity / card["TIl", "m"];

    /// <summary>The field in the ferroelectric, along the polarization that a positive gate favours [V/m].</summary>
    public T Field(T gate, T orientation) => FilmVoltage(gate, orientation) / thickness;

    /// <summary>The charge of the gate per area [C/m²].</summary>
    public T ChargePerArea(T gate, T orientation) => (film * FilmVoltage(gate, orientation)) + (net * orientation);

    /// <summary>What the orientation adds to the threshold voltage of the channel [V].</summary>
    public T ThresholdShift(T orientation) => -net * orientation / film;

    private T FilmVoltage(T gate, T orientation) => (gate - flatBand - (net * orientation / interlayer)) / (1 + (film / interlayer));
}
