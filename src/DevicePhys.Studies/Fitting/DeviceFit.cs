using DevicePhys.Cards;
using DevicePhys.Fitting;

namespace DevicePhys.Studies.Fitting;

/// <summary>A model fitted to a device.</summary>
/// <param name="Model">The model, or the law.</param>
/// <param name="Data">The files.</param>
/// <param name="Result">The fit.</param>
/// <param name="Curves">Measurement and model.</param>
/// <param name="Card">The card with the fitted numbers; null for a law, which has none.</param>
/// <param name="Published">A published fit of the same device; null when there is none.</param>
public sealed record DeviceFit(
    string Model, IReadOnlyList<string> Data, FitResult Result, IReadOnlyList<FittedCurve> Curves, Card? Card, PublishedFit? Published)
{
    /// <summary>The root mean square of all differences [unit of y].</summary>
    public double Rmse => Math.Sqrt(Curves.Sum(c => c.Rmse * c.Rmse * c.X.Length) / Curves.Sum(c => c.X.Length));

    /// <summary>The same with every curve over its own range.</summary>
    public double NormalisedRmse => Math.Sqrt(Curves.Sum(c => c.NormalisedRmse * c.NormalisedRmse * c.X.Length) / Curves.Sum(c => c.X.Length));
}
