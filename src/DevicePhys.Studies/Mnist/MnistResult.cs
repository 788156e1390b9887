using DevicePhys.Statistics;

namespace DevicePhys.Studies.Mnist;

/// <summary>The outcome of one kind of network over all seeds.</summary>
/// <param name="Presentations">[Checkpoints]: images shown at each point of the curves.</param>
/// <param name="Runs">[Seeds]: every single run, in the order of the seeds.</param>
public sealed record MnistResult(IReadOnlyList<int> Presentations, IReadOnlyList<TrainingRun> Runs)
{
    /// <summary>Mean final accuracy and its 95 % confidence interval over the seeds [%].</summary>
    public ConfidenceInterval Accuracy => ConfidenceInterval.OfMean([.. Runs.Select(run => run.Accuracy)]);

    /// <summary>The confusion matrices of all runs, added: [10 × 10], row-major, row is the true class.</summary>
    public IReadOnlyList<int> Confusion => [.. Enumerable.Range(0, 100).Select(cell => Runs.Sum(run => run.Confusion[cell]))];
}
