using DevicePhys.Numbers;

namespace DevicePhys.Fitting.Laws;

/// <summary>Ageing that comes to an end: y = Start + Rise (1 - exp(-x/Tau)).</summary>
/// <remarks>
/// First-order filling of a fixed number of traps, the plainest law with a saturation; x is the number of cycles or a time. Validity: one kind of trap, no
/// recovery between cycles.
/// </remarks>
public sealed class SaturatingLaw : IFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<FitParameter> Parameters { get; } = [new("Start", 0), new("Rise", 1), new("Tau", 1, "", 1e-12, 1e15, ParameterScale.Log)];

    /// <inheritdoc/>
    public T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T> => parameters[0] + (parameters[1] * (1 - T.Exp(-(x / parameters[2]))));
}
