using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A ferroelectric capacitor with the hysteresis of Preisach, written as play operators so that a circuit can hold it.</summary>
/// <remarks>
/// <para>Preisach, Z. Phys. 94, 277 (1935): hysterons that switch up at b + c and down at b − c. Here the coercive field c is normal (EC, SigmaC), taken at
/// five points, and the bias b is logistic with width Delta, independent of it. For such a density all hysterons of one c together are one play
/// operator behind a tanh (Brokate and Sprekels, Hysteresis and Phase Transitions, 1996): P = PS Σ w tanh(z/Delta), where z follows E but lags
/// by c: E − c ≤ z ≤ E + c. Saturation loop: PS Σ w tanh((E ∓ c)/Delta), the law of Miller et al., J. Appl. Phys. 68, 6463 (1990).</para>
/// <para>Departures: z takes Tau to follow, so memory is exact only for slow voltages, and its corners are 0.002 EC wide. <see cref="Preisach.PreisachHistory"/>
/// has the same density with turning points, where return-point memory and congruency are exact.
/// Validity: no dependence on rate beyond Tau, no temperature.</para>
/// </remarks>
public sealed class PreisachCapacitor<T>(Card<T> card) : ICapacitive<T>
    where T : struct, IReal<T>
{
    private const double Vacuum = 8.8541878128e-12, Corner = 0.002;
    private readonly T saturation = card["PS", "C/m^2"], coercive = card["EC", "V/m"], width = card["Delta", "V/m"] / card["EC", "V/m"];
    private readonly T sigma = card["SigmaC"], lag = card["Tau", "s"];
    private readonly T area = card["Area", "m^2"], thickness = card["TFe", "m"], permittivity = card["EpsR"];

    /// <inheritdoc/>
    /// <remarks>The outputs of the play operators, in units of EC.</remarks>
    public IReadOnlyList<StateVariable> States { get; } =
        [.. Enumerable.Range(1, NormalNodes.Count).Select(i => new StateVariable($"z{i}", Unit: "", Lower: -6, Upper: 6, Initial: 0))];

    /// <inheritdoc/>
    public bool Conducts => false;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var field = voltage / (thickness * coercive);
        for (var i = 0; i < NormalNodes.Count; i++)
        {
            var slack = 1 + (sigma * NormalNodes.Points[i]);
            rates[i] = (Smooth.Ramp(field - slack - state[i], Corner) - Smooth.Ramp(state[i] - field - slack, Corner)) / lag;
        }

        return 0;
    }

    /// <inheritdoc/>
    public T Charge(T voltage, ReadOnlySpan<T> state)
    {
        T orientation = 0;
        for (var i = 0; i < NormalNodes.Count; i++)
            orientation += NormalNodes.Weights[i] * T.Tanh(state[i] / width);
        return area * ((saturation * orientation) + (Vacuum * permittivity * voltage / thickness));
    }
}
