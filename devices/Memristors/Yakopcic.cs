using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>Yakopcic's general memristor: a sinh of the voltage, scaled by the state.</summary>
/// <remarks>
/// Yakopcic, Taha, Subramanyam, Pino, Rogers, IEEE EDL 32(10), 1436 (2011) and IEEE TCAD 32(8), 1201 (2013): <c>I = A1 x sinh(B V)</c> for V
/// from 0 up, <c>A2 x sinh(B V)</c> below, and the motion of the state with its departures as in <see cref="YakopcicMotion{T}"/>.
/// Departure: A1 goes over into A2 within 10 mV around 0 V.
/// Validity: a fit, for the voltages of the fit only: the exponentials know no temperature and no saturation. Thread safe.
/// </remarks>
public sealed class Yakopcic<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double SignWidth = 0.02;

    private readonly YakopcicMotion<T> motion = new(card);
    private readonly T a1 = card["A1", "A"], a2 = card["A2", "A"], b = card["B", "1/V"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", YakopcicMotion<T>.Lowest, Upper: 1, Initial: 0.11)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        rates[0] = motion.Rate(voltage, state[0]);
        var amplitude = a2 + (a1 - a2) * Smooth.Step(voltage, SignWidth);
        return amplitude * state[0] * T.Sinh(b * voltage);
    }
}
