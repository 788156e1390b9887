using DevicePhys.Statistics;

namespace DevicePhys.Studies.Surface;

/// <summary>One point of the accuracy surface.</summary>
/// <param name="Setting">Where it lies.</param>
/// <param name="Runs">[Seeds]: the accuracy of every run [%].</param>
public sealed record SurfacePoint(SurfaceSetting Setting, IReadOnlyList<double> Runs)
{
    /// <summary>Mean accuracy and its 95 % confidence interval over the seeds [%].</summary>
    public ConfidenceInterval Accuracy => ConfidenceInterval.OfMean([.. Runs]);
}
