using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Numbers;

/// <summary>A threshold memristor as a model author writes it, its card read through a function.</summary>
/// <remarks>The equations of Kvatinsky et al., IEEE TCAS-II 62(8), 786 (2015), with the smooth threshold and ends of this project.</remarks>
internal sealed class VteamLike<T>(Func<string, double, T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T rOn = card("ROn", 50), rOff = card("ROff", 1000);
    private readonly T vOn = card("VOn", -0.2), vOff = card("VOff", 0.02);
    private readonly T kOn = card("KOn", -10), kOff = card("KOff", 5e-4);
    private readonly T alphaOn = card("AlphaOn", 3), alphaOff = card("AlphaOff", 1);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.9)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var off = kOff * T.Pow(Smooth.Ramp(voltage / vOff - 1, 0.02), alphaOff);
        var on = kOn * T.Pow(Smooth.Ramp(voltage / vOn - 1, 0.02), alphaOn);
        rates[0] = Smooth.Bounded(off + on, x, lower: 0, upper: 1, width: 0.01);
        return voltage / (rOn + (rOff - rOn) * x);
    }
}
