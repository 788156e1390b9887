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

    /// <summary>Learning rates tried for a device that nothing is known about.</summary>
    /// <remarks>The rule of signs, whose rate is a threshold, is offered higher ones by the same factor of 50.</remarks>
    public static IReadOnlyList<double> WideRates { get; } = [0.0125, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

    /// <summary>How often a search goes beyond the settings it was given, by a factor of 2 each time.</summary>
    public const int MostExtensions = 8;

    /// <summary>The rates to try for one update rule.</summary>
    /// <param name="rule">The rule.</param>
    public static IReadOnlyList<double> RatesOf(UpdateRule rule) => rule == UpdateRule.Sign ? [.. WideRates.Select(rate => 50 * rate)] : WideRates;

    /// <summary>Chooses learning rate and weight scale for one device, two seeds each, on the validation split.</summary>
    /// <param name="settings">Network, presentations, wires and all that is not chosen.</param>
    /// <param name="data">The images; only the training part is used.</param>
    /// <param name="table">The device.</param>
    /// <param name="rates">The rates tried, such as <see cref="WideRates"/>.</param>
    /// <param name="scales">The weight scales tried, such as <see cref="WeightScales"/>.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Every setting tried; <see cref="Best"/> finds the one to use.</returns>
    /// <remarks>
    /// A best rate or scale at the end of those offered says nothing about what lies beyond, so the search goes on there until the best one has a worse
    /// neighbour on both sides; a quantity offered with one value stays as it is. The seeds, 1001 and 1002, should not be among those of the report.
    /// </remarks>
    public static IReadOnlyList<TuningPoint> Device(
        MnistSettings settings,
        DigitSet data,
        PulseTable table,
        IReadOnlyList<double> rates,
        IReadOnlyList<double> scales,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(scales);
        var parts = ValidationSplit.Split(data.Train, Math.Min(ValidationImages, data.Train.Count / 4));
        var split = data with { Train = parts.Training, Test = parts.Validation };
        var brief = settings with { Checkpoints = 1, Seeds = [1001, 1002] };
        var points = new List<TuningPoint>();
        foreach (var scale in scales)
        {
            foreach (var rate in rates)
            {
                Try(rate, scale);
                progress?.Report(new WorkProgress("choosing the learning rate", (double)points.Count / (rates.Count * scales.Count)));
            }
        }

        for (var extension = 0; extension < MostExtensions && Beyond(points, rates.Count > 1, scales.Count > 1) is { } next; extension++)
        {
            Try(next.Rate, next.Scale);
        }

        return points;

        void Try(double rate, double scale) => points.Add(Trial(brief, split, table, rate, scale, cancellation));
    }

    private static TuningPoint Trial(MnistSettings brief, DigitSet split, PulseTable table, double rate, double scale, CancellationToken cancellation) =>
        new("device", rate, scale, MnistStudy.RunDevice(brief with { DeviceRate = rate, WeightScale = scale }, split, table, null, cancellation).Accuracy);

    /// <summary>The untried neighbour of the best setting, where that one is the first or the last of its row.</summary>
    private static (double Rate, double Scale)? Beyond(List<TuningPoint> points, bool rates, bool scales)
    {
        var best = Best(points, "device");
        var (rate, scale) = (best.Rate, best.WeightScale!.Value);
        (double Rate, double Scale)[] neighbours =
        [
            .. rates ? [(2 * rate, scale), (rate / 2, scale)] : Array.Empty<(double, double)>(),
            .. scales ? [(rate, 2 * scale), (rate, scale / 2)] : Array.Empty<(double, double)>(),
        ];
        foreach (var neighbour in neighbours)
        {
            if (!points.Exists(point => point.Rate == neighbour.Rate && point.WeightScale == neighbour.Scale))
            {
                return neighbour;
            }
        }

        return null;
    }

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
                Add(Trial(brief, split, table, rate, scale, cancellation));
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
