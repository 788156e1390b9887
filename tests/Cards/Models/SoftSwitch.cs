using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Cards.Models;

/// <summary>A switch with one state, just large enough to exercise cards and the catalog.</summary>
public sealed class SoftSwitch<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T rOn = card["ROn", "Ohm"], rOff = card["ROff", "Ohm"];
    private readonly T barrier = card["Barrier", "J"], density = card["Density", "A/m^2"], gain = card["Gain"];

    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: card.Number("Start"))];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        rates[0] = gain * (1 - state[0]) * T.Exp(-barrier / 4.14e-21) * density / 1e10;
        return voltage / (rOn + (rOff - rOn) * state[0]);
    }
}
