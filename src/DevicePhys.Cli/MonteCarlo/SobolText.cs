using System.Globalization;
using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Plotting;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Variability;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>Sobol indices as text, JSON and pictures.</summary>
internal static class SobolText
{
    /// <summary>A line for each output, the strongest parameter first.</summary>
    public static string Of(MonteCarloStudy study, MonteCarloSamples samples, IReadOnlyList<SobolIndices?> indices) =>
        "share of the variance, alone and with all others (95 % intervals):\n" + string.Join('\n', samples.Outputs.Zip(indices).Select(pair => pair.Second is { } found
            ? $"  {pair.First.Name}: {string.Join(", ", Enumerable.Range(0, study.Inputs.Count).OrderByDescending(i => found.Total[i].Value).Select(i => $"{study.Inputs[i]} {Text(found.First[i])} and {Text(found.Total[i])}"))}"
            : $"  {pair.First.Name}: it does not vary, or too few points have it"));

    /// <summary>The JSON form: a row for each output and parameter.</summary>
    public static JsonNode Json(MonteCarloStudy study, MonteCarloSamples samples, IReadOnlyList<SobolIndices?> indices)
    {
        IEnumerable<JsonNode> Rows(string output, SobolIndices found) => study.Inputs.Select((name, i) => (JsonNode)new JsonObject
        {
            ["output"] = output, ["parameter"] = name,
            ["first"] = found.First[i].Value, ["firstCi95"] = new JsonArray(found.First[i].Low, found.First[i].High),
            ["total"] = found.Total[i].Value, ["totalCi95"] = new JsonArray(found.Total[i].Low, found.Total[i].High),
        });
        return new JsonArray([.. samples.Outputs.Zip(indices).Where(pair => pair.Second is not null).SelectMany(pair => Rows(pair.First.Name, pair.Second!))]);
    }

    /// <summary>A picture for each output.</summary>
    public static IEnumerable<(string Name, Picture Picture)> Pictures(Card card, MonteCarloStudy study, MonteCarloSamples samples, IReadOnlyList<SobolIndices?>? indices) =>
        indices is null ? [] : samples.Outputs.Zip(indices).Where(pair => pair.Second is not null).Select(pair => ($"indices-{pair.First.Name}", SharePlot.Draw(
            $"{card.Id}: what makes {pair.First.Name} scatter, {samples.Count} points", study.Inputs, "Share of the variance",
            [("alone", Bars(pair.Second!.First)), ("with all others", Bars(pair.Second.Total))])));

    private static (double, double, double)[] Bars(IReadOnlyList<SobolIndex> indices) => [.. indices.Select(index => (index.Value, index.Low, index.High))];

    private static string Text(SobolIndex index) => string.Create(CultureInfo.InvariantCulture, $"{index.Value:0.00} ({index.Low:0.00} to {index.High:0.00})");
}
