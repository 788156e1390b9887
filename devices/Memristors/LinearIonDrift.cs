using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>The memristor of Strukov et al.: a doped layer that grows and shrinks with the charge that has passed.</summary>
/// <remarks>
/// Strukov, Snider, Stewart, Williams, Nature 453, 80 (2008). State x = w/D, the doped share of the film:
/// <c>v = (ROn x + ROff (1 - x)) i</c>, <c>dx/dt = MuV ROn/D² i f</c>.
/// The published windows f are one family. With y the way already gone towards the electrode that x moves to (y = x for a current
/// above 0, 1 - x below) <c>f = J (1 - (Floor + (1 - Floor) u²)^P)</c>, <c>u = 1 - (1 - y)/Reach</c>:
/// <list type="bullet">
/// <item>Strukov x(1 - x): Reach 1/2, Floor 3/4, P = 1, J = 1.</item>
/// <item>Joglekar, Wolf, Eur. J. Phys. 30, 661 (2009), 1 - (2x - 1)^2P: Reach 1/2, Floor 0.</item>
/// <item>Prodromakis et al., IEEE TED 58, 3099 (2011), J (1 - ((x - 1/2)² + 3/4)^P): Reach 1/2, Floor 3/4.</item>
/// <item>Biolek, Biolek, Biolkova, Radioengineering 18, 210 (2009), 1 - (x - step(-i))^2P: Reach 1, Floor 0.</item>
/// </list>
/// Every window is 0 at the electrode that x moves to. The first three are 0 at the one it leaves as well, so that a state which has
/// arrived never comes back (the terminal-state problem); Biolek's is J there. A large P with Floor 0 is no window at all inside.
/// Departures: a state closer than 0.001 to the electrode it leaves drifts as if it were there, because rounding would else lock
/// it in, or drive it out, for good; below 10 uV the drift fades to 0, where Biolek's window has a corner.
/// Validity: teaching. No threshold, no temperature, no read disturb limit: every voltage moves the state. Thread safe.
/// </remarks>
public sealed class LinearIonDrift<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Escape = 1e-3;
    private const double Faint = 1e-5;

    private readonly T rOn = card["ROn", "Ohm"], rOff = card["ROff", "Ohm"];
    private readonly T drift = card["MuV", "m^2/(V s)"] * card["ROn", "Ohm"] / (card["D", "m"] * card["D", "m"]);
    private readonly T j = card["J"], p = card["P"], floor = card["Floor"], reach = card["Reach"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.1)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var current = voltage / (rOff + (rOn - rOff) * x);
        var window = Window(T.Select(voltage, x, 1 - x));
        rates[0] = drift * current * window * Smooth.Step(T.Abs(voltage) - Faint / 2, Faint);
        return current;
    }

    // f for a state that has gone y of its way.
    private T Window(T y)
    {
        var u = Escape - 1 + Smooth.Ramp(2 - (1 - y) / reach - Escape, Escape);
        return j * (1 - T.Pow(floor + (1 - floor) * u * u, p));
    }
}
