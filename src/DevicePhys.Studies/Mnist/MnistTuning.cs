using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Mnist;

/// <summary>Tries learning rates and weight scales on a validation split of the training images; the test images are never touched.</summary>
public static class MnistTuning
{
    /// <summary>Images kept back from training to judge settings on.</summary>
    public const int ValidationImages = 10_000;

    /// <summary>Learning rates tried for the ideal network.</summary>
    public static IReadOnlyList<double> IdealRates { get; } = [0.2, 0.4, 0.8, 1.6];

    /// <summary>Learning rates tried for the device network.</summary>
    public static IReadOnlyList<double> DeviceRates { get; } = [0.2, 0.4, 0.8, 1.6];

    /// <summary>Weight scales tried for the device network.</summary>
    public static IReadOnlyList<double> WeightScales { get; } = [0.5, 1, 2, 4];

    /// <summary>Tries every setting.</summary>
    /// <param name="settings">Network, presentations, seeds and all that is not tuned; its seeds should not be those of the report.</param>
    /// <param name="data">The images; only the training part is used.</param>
    /// <param name="table">What a pulse does to a device.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Every setting and its validation accuracy, ideal first.</returns>
    public static IReadOnlyList<TuningPoint> Run(
        MnistSettings settings, DigitSet data, PulseTable table, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        var parts = ValidationSplit.Split(data.Train, ValidationImages);
        var split = data with { Train = parts.Training, Test = parts.Validation };
        var brief = settings with { Checkpoints = 1 };
        var points = new List<TuningPoint>();
        var total = IdealRates.Count + (DeviceRates.Count * WeightScales.Count);
        foreach (var rate in IdealRates)
        {
            var result = MnistStudy.RunIdeal(brief with { IdealRate = rate }, split, null, cancellation);
            Add(new TuningPoint("ideal", rate, null, result.Accuracy));
        }

        foreach (var scale in WeightScales)
        {
            foreach (var rate in DeviceRates)
            {
                var result = MnistStudy.RunDevice(brief with { DeviceRate = rate, WeightScale = scale }, split, table, null, cancellation);
                Add(new TuningPoint("device", rate, scale, result.Accuracy));
            }
        }

        return points;

        void Add(TuningPoint point)
        {
            points.Add(point);
            progress?.Report(new WorkProgress("validation split", (double)points.Count / total));
        }
    }

    /// <summary>The best setting of one network.</summary>
    /// <param name="points">What <see cref="Run"/> returned.</param>
    /// <param name="network">"ideal" or "device".</param>
    /// <returns>The setting with the highest mean validation accuracy.</returns>
    public static TuningPoint Best(IReadOnlyList<TuningPoint> points, string network) =>
        points.Where(point => point.Network == network).MaxBy(point => point.Accuracy.Mean)
            ?? throw new ArgumentException($"no point of the network '{network}'.", nameof(network));
}
