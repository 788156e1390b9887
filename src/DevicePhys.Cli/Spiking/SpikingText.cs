using System.Globalization;
using DevicePhys.Statistics;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>Outcomes of spiking networks in words and in JSON.</summary>
internal static class SpikingText
{
    /// <summary>An accuracy with its interval.</summary>
    public static string Of(ConfidenceInterval accuracy) => accuracy.HalfWidth is null
        ? string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean:0.00} %")
        : string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean:0.00} % [{accuracy.Lower:0.00}, {accuracy.Upper:0.00}]");

    /// <summary>The interval of one figure over the seeds.</summary>
    public static ConfidenceInterval Interval(IReadOnlyList<SpikingDigitsRun> runs, Func<SpikingDigitsRun, double> figure) =>
        ConfidenceInterval.OfMean([.. runs.Select(figure)]);

    /// <summary>What an image costs, on average over the seeds; null without a memory.</summary>
    public static string? Price(IReadOnlyList<SpikingDigitsRun> runs) => runs[0].Price is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{SiText.Of(runs.Average(run => run.Price!.Total), "J")} per test image: reads {SiText.Of(runs.Average(run => run.Price!.Reads), "J")}, refresh {SiText.Of(runs.Average(run => run.Price!.Refresh), "J")}, leakage {SiText.Of(runs.Average(run => run.Price!.Leakage), "J")}, logic {SiText.Of(runs.Average(run => run.Price!.Logic), "J")}");

    /// <summary>One figure as JSON.</summary>
    public static object Json(ConfidenceInterval interval) => new { interval.Mean, Ci95 = new[] { interval.Lower, interval.Upper } };

    /// <summary>One seed as JSON, without the labels of its neurons.</summary>
    public static object Json(SpikingDigitsRun run) => new
    {
        run.Seed, run.LabelAverage, run.Proportion, run.Labelled, run.Presentations, run.InputSpikes, run.Spikes, run.Price, run.LearningPrice,
    };
}
