using DevicePhys.Statistics;

namespace DevicePhys.Studies.Inference;

/// <summary>The outcome of Monte Carlo inference.</summary>
/// <param name="Runs">[Instances]: accuracy of each network [%].</param>
public sealed record InferenceResult(IReadOnlyList<double> Runs)
{
    /// <summary>Mean accuracy and its 95 % confidence interval over the instances [%].</summary>
    public ConfidenceInterval Accuracy => ConfidenceInterval.OfMean([.. Runs]);
}
