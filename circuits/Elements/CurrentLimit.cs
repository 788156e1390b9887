using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Elements;

/// <summary>The compliance of a voltage source: a small resistance until the current reaches its limit.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <param name="limit">The largest current of either sign [A].</param>
/// <remarks>I = IC u/(1 + |u|^8)^(1/8) with u = V/10 mV: 10 mV are lost at the limit, 5e-4 of the current at half of it.</remarks>
internal sealed class CurrentLimit<T>(double limit) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Loss = 0.01;

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        // Through the logarithm, so that a far overdriven limit does not overflow; the 1e-30 keeps its argument above 0.
        var u = voltage / Loss;
        var square = (u * u) + 1e-30;
        return limit * u * T.Exp(-0.125 * T.Select(square - 1, Above(square), Below(square)));
    }

    private static T Below(T square)
    {
        var fourth = T.Select(square - 1, 1, square);
        fourth *= fourth;
        return T.Log(1 + (fourth * fourth));
    }

    private static T Above(T square)
    {
        var fourth = 1 / T.Select(square - 1, square, 1);
        fourth *= fourth;
        return (4 * T.Log(T.Select(square - 1, square, 1))) + T.Log(1 + (fourth * fourth));
    }
}
