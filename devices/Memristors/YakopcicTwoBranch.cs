using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>Yakopcic's memristor with a current branch for each end of its state.</summary>
/// <remarks>
/// Yakopcic, Taha, Mountain, Salter, Marinella, McLean, IEEE TCAD 39(5), 1084 (2020): <c>I = hmax(V) x + hmin(V) (1 - x)</c>, each
/// <c>h = G sinh(B V)</c> with its own G and B for either sign of V, and the motion of the state with its departures as in
/// <see cref="YakopcicMotion{T}"/>.
/// Departure: the constants of one sign go over into those of the other within 10 mV around 0 V.
/// Validity: a fit, for the voltages of the fit only: the exponentials know no temperature and no saturation. Thread safe.
/// </remarks>
public sealed class YakopcicTwoBranch<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double SignWidth = 0.02;

    private readonly YakopcicMotion<T> motion = new(card);
    private readonly T gMaxP = card["GMaxP", "A"], bMaxP = card["BMaxP", "1/V"], gMaxN = card["GMaxN", "A"], bMaxN = card["BMaxN", "1/V"];
    private readonly T gMinP = card["GMinP", "A"], bMinP = card["BMinP", "1/V"], gMinN = card["GMinN", "A"], bMinN = card["BMinN", "1/V"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", YakopcicMotion<T>.Lowest, Upper: 1, Initial: 0.11)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        rates[0] = motion.Rate(voltage, x);
        var positive = Smooth.Step(voltage, SignWidth);
        var forward = gMaxP * T.Sinh(bMaxP * voltage) * x + gMinP * T.Sinh(bMinP * voltage) * (1 - x);
        var reverse = gMaxN * T.Sinh(bMaxN * voltage) * x + gMinN * T.Sinh(bMinN * voltage) * (1 - x);
        return positive * forward + (1 - positive) * reverse;
    }
}
