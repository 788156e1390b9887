using DevicePhys.Numbers;

namespace DevicePhys.Fitting;

/// <summary>Turns a model value and a measurement into a residual.</summary>
/// <param name="Misfit">How the distance is measured.</param>
/// <param name="Floor">For relative and decade distances: the magnitude below which values are noise, in the unit of the values, above 0.</param>
public readonly record struct MisfitScale(Misfit Misfit, double Floor = 0)
{
    private static readonly double PerDecade = 1 / Math.Log(10);

    /// <summary>The residual.</summary>
    /// <param name="model">The value of the model.</param>
    /// <param name="measured">The measurement.</param>
    /// <param name="weight">What the residual is multiplied by: the weight of its region, or 1 over its deviation.</param>
    public Dual Residual(Dual model, double measured, double weight) => Misfit switch
    {
        Misfit.Relative => (model - measured) * (weight / Math.Max(Math.Abs(measured), Floor)),
        Misfit.Decades => (Decades(model) - Decades(measured).Value) * weight,
        _ => (model - measured) * weight,
    };

    // asinh(u) = sign(u) ln(|u| + sqrt(1 + u²)): the form without cancellation.
    private Dual Decades(Dual value)
    {
        var u = value / (2 * Floor);
        var size = Dual.Abs(u);
        var result = Dual.Log(size + Dual.Sqrt(1 + (u * u)));

        // At 0 the slope of |u| is lost; there asinh(u) is u.
        return (size.Value < 1e-8 ? u : u.Value < 0 ? -result : result) * PerDecade;
    }
}
