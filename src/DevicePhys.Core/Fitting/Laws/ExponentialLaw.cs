using DevicePhys.Numbers;

namespace DevicePhys.Fitting.Laws;

/// <summary>Conductance against the number of pulses: an exponential approach, convex or concave.</summary>
/// <remarks>
/// G(p) = GMin + (GMax - GMin) (1 - exp(-c p/PMax))/(1 - exp(-c)): the law of the NeuroSim benchmark (Chen, Peng, Yu, IEEE TCAD 37, 3067 (2018)),
/// c = 1/A. c above 0 rises fast first; at c = 0 it is a line.
/// </remarks>
/// <param name="pMax">The number of pulses of a full run, PMax.</param>
public sealed class ExponentialLaw(double pMax) : IFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<FitParameter> Parameters { get; } =
    [
        new("GMin", 1e-6, "S", Lower: -1, Upper: 1), new("GMax", 1e-5, "S", Lower: -1, Upper: 1), new("Curvature", 1, Lower: -50, Upper: 50),
    ];

    /// <inheritdoc/>
    public T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T> =>
        parameters[0] + ((parameters[1] - parameters[0]) * ExponentialRise.Share(-parameters[2], x / pMax));
}
