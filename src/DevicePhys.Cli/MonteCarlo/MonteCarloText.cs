using System.Globalization;
using System.Text.Json.Nodes;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Variability;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>The summary of a Monte Carlo run as tables and as JSON.</summary>
internal static class MonteCarloText
{
    /// <summary>One row for each output.</summary>
    public static IRenderable Outputs(MonteCarloSummary summary)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("output", "mean", "95 % interval", "deviation", "5 %", "median", "95 %", "samples");
        foreach (var output in summary.Outputs)
        {
            string At(double probability) => output.Quantiles.FirstOrDefault(q => q.Probability == probability) is { } q ? SiText.Of(q.Value, output.Unit) : "";
            table.AddRow(
                output.Name, SiText.Of(output.Mean, output.Unit), $"{SiText.Of(output.Interval.Low, output.Unit)} to {SiText.Of(output.Interval.High, output.Unit)}",
                SiText.Of(output.StandardDeviation, output.Unit), At(0.05), At(0.5), At(0.95), output.Count.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    /// <summary>Which parameters drive an output, the strongest first; empty where nothing was drawn.</summary>
    public static string Drivers(MonteCarloSummary summary, MonteCarloSamples samples)
    {
        var lines = summary.Outputs.Where(output => output.Sensitivity.Any(double.IsFinite)).Select(output =>
        {
            var strongest = samples.Parameters.Zip(output.Sensitivity).Where(pair => double.IsFinite(pair.Second)).OrderByDescending(pair => Math.Abs(pair.Second)).Take(4);
            return $"  {output.Name}: {string.Join(", ", strongest.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First.Name} {pair.Second:+0.00;-0.00;0.00}")))}";
        }).ToArray();
        return lines.Length == 0 ? "" : "rank correlation with what was drawn:\n" + string.Join('\n', lines);
    }

    /// <summary>A line for each limit.</summary>
    public static string Yields(MonteCarloSummary summary, IMonteCarloBench bench) => string.Join('\n', summary.Yields.Select(y => string.Create(
        CultureInfo.InvariantCulture,
        $"  {(y.Limit is { } limit ? LimitText.Of(limit, bench) : "all limits")}: {SiText.Number(y.Failing)} fail ({SiText.Number(y.Interval.Low)} to {SiText.Number(y.Interval.High)}), yield {100 * (1 - y.Failing):0.####} %, {y.FailedSamples} failed samples")));

    /// <summary>The JSON form.</summary>
    public static object Json(MonteCarloSummary summary, MonteCarloSamples samples, DefensiveMixture? mixture) => new
    {
        Outputs = summary.Outputs.Select(output => new
        {
            output.Name, output.Unit, output.Count, output.Missing, output.Mean, Ci95 = (double[])[output.Interval.Low, output.Interval.High], output.StandardDeviation, output.FitDeviation,
            Quantiles = output.Quantiles.Select(q => new { q.Probability, q.Value, Ci95 = (double[])[q.Interval.Low, q.Interval.High] }),
            RankCorrelation = Named(samples, output.Sensitivity),
        }),
        Limits = summary.Yields.Select(y => new
        {
            y.Limit?.Output, y.Limit?.Above, y.Limit?.Value, y.Failing, Ci95 = (double[])[y.Interval.Low, y.Interval.High], y.FailedSamples, y.EffectiveFailures,
        }),
        Shift = mixture?.Shift,
        summary.Warnings,
    };

    private static JsonObject Named(MonteCarloSamples samples, IReadOnlyList<double> coefficients) =>
        new(samples.Parameters.Zip(coefficients).Where(pair => double.IsFinite(pair.Second)).Select(pair => KeyValuePair.Create(pair.First.Name, (JsonNode?)pair.Second)));
}
