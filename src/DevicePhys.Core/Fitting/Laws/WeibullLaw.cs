using DevicePhys.Numbers;

namespace DevicePhys.Fitting.Laws;

/// <summary>The share of failed cells over time: F = Amplitude (1 - exp(-(t/Tau)^K)).</summary>
/// <remarks>Weibull, J. Appl. Mech. 18, 293 (1951). With an amplitude of 0.5: bits that decay to a fixed value, half of which hold it already.</remarks>
public sealed class WeibullLaw : IFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<FitParameter> Parameters { get; } =
    [
        new("Amplitude", 0.5, Lower: 0, Upper: 1), new("Tau", 1, "s", Lower: 1e-12, Upper: 1e12, Scale: ParameterScale.Log),
        new("K", 1, Lower: 0.05, Upper: 50, Scale: ParameterScale.Log),
    ];

    /// <inheritdoc/>
    public T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T> =>
        x <= 0 ? 0 : parameters[0] * (1 - T.Exp(-T.Exp(parameters[2] * T.Log(x / parameters[1]))));
}
