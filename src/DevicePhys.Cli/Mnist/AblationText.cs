using System.Globalization;
using DevicePhys.Plotting;
using DevicePhys.Statistics;
using DevicePhys.Studies.Ablation;
using DevicePhys.Studies.Mnist;
using Spectre.Console;

namespace DevicePhys.Cli.Mnist;

/// <summary>An ablation as text, as JSON and as a picture.</summary>
internal static class AblationText
{
    /// <summary>A row for each effect.</summary>
    public static Table Of(AblationResult result)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle("what each effect costs, in points; 95 % intervals over the seeds") };
        foreach (var column in new[] { "effect", "taken out of the device", "gained", "alone in an ideal device", "lost" })
        {
            table.AddColumn(column);
        }

        table.AddRow("all / none", Percent(result.Full), "", Percent(result.None), "");
        foreach (var point in result.Points)
        {
            table.AddRow(Name(point.Effect), Percent(point.Without), Points(point.Cost), Percent(point.Alone), Points(point.CostAlone));
        }

        return table;
    }

    /// <summary>The same for JSON.</summary>
    public static object Json(AblationResult result) => new
    {
        Full = Of(result.Full.Accuracy),
        None = Of(result.None.Accuracy),
        Effects = result.Points.Select(point => new
        {
            Effect = Name(point.Effect),
            Without = Of(point.Without.Accuracy),
            Gained = Of(point.Cost),
            Alone = Of(point.Alone.Accuracy),
            Lost = Of(point.CostAlone),
        }),
    };

    /// <summary>The same as a picture.</summary>
    public static Picture Picture(string title, AblationResult result) =>
        CostPlot.Draw(title, [.. result.Points.Select(point => new CostMark(Name(point.Effect), BandPoint.Of(0, point.Cost), BandPoint.Of(0, point.CostAlone)))]);

    private static object Of(ConfidenceInterval interval) => new { interval.Mean, Ci95 = new[] { interval.Lower, interval.Upper } };

    private static string Name(Effect effect) => effect switch
    {
        Effect.Nonlinearity => "non-linearity",
        Effect.Adc => "converters",
        Effect.C2C or Effect.D2D => effect.ToString(),
        Effect.States => "number of states",
        _ => effect.ToString().ToLowerInvariant(),
    };

    private static string Percent(MnistResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.Accuracy.Mean:0.00} %");

    private static string Points(ConfidenceInterval interval) => interval.HalfWidth is { } half
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:+0.00;-0.00;0.00} ± {half:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:+0.00;-0.00;0.00}");
}
