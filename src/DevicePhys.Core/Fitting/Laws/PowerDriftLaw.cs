using DevicePhys.Numbers;

namespace DevicePhys.Fitting.Laws;

/// <summary>A quantity that drifts by a power of time: G = G0 (t/1 s)^-Nu.</summary>
/// <remarks>The drift of amorphous phase-change cells (Ielmini et al., IEEE TED 54, 308 (2007)); valid away from t = 0.</remarks>
public sealed class PowerDriftLaw : IFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<FitParameter> Parameters { get; } = [new("G0", 1e-6, "S", Lower: 1e-15, Upper: 1e3, Scale: ParameterScale.Log), new("Nu", 0.05, Lower: -2, Upper: 2)];

    /// <inheritdoc/>
    public T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T> => parameters[0] * T.Exp(-(parameters[1] * Math.Log(x)));
}
