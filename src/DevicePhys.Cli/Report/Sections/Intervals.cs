using System.Globalization;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>Means with intervals as records hold them: "mean" and "ci95".</summary>
internal static class Intervals
{
    /// <summary>The mean with a unit.</summary>
    public static string Mean(RunNode node, string unit) => string.Create(CultureInfo.InvariantCulture, $"{node.Number("mean"):0.00} {unit}");

    /// <summary>The 95 % interval; a word where one seed gives none.</summary>
    public static string Of(RunNode node, string unit) =>
        node.Has("ci95") && Ends(node) is [{ } low, { } high] ? string.Create(CultureInfo.InvariantCulture, $"{low:0.00} to {high:0.00} {unit}") : "none: one seed";

    private static double?[] Ends(RunNode node) =>
        [.. node.Items("ci95").Select(end => end.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? (double?)null : end.Number())];
}
