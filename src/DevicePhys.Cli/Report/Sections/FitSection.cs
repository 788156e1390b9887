using System.Globalization;
using DevicePhys.Plotting;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A fit: parameters with intervals, misfit, curves and residuals.</summary>
internal static class FitSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record)
    {
        var model = record.Text("model");
        var data = string.Join(" and ", record.Items("data").Select(PlainSection.Cell));
        var curves = record.Items("curves");
        var blocks = new List<ReportBlock>();
        if (record["converged"].Value.ValueKind == System.Text.Json.JsonValueKind.False)
            blocks.Add(new ReportNote("The fit did not converge: its numbers are no answer."));
        blocks.AddRange(record.Items("warnings").Select(warning => new ReportNote(PlainSection.Cell(warning))));
        blocks.Add(new ReportTable("Parameters", ["parameter", "value", "standard error", "95 % interval"], [.. record.Items("parameters").Select(Parameter)]));
        blocks.Add(new ReportTable("Misfit", ["curve", "points", "RMSE of the range", "as published"], [.. curves.Select(Misfit)]));
        if (curves.Count > 0 && curves.All(curve => curve.Has("x")))
            blocks.AddRange(Pictures(model, curves).Select(ReportFigure.Of));
        return new($"{model} fitted to {data}", RunSections.Kind(record), record.File, PlainSection.Facts(record, "parameters", "curves", "warnings", "data"), blocks, []);
    }

    private static string[] Parameter(RunNode row)
    {
        var (name, unit, value) = (row.Text("name"), row.Text("unit"), row.Number("value"));
        if (row.Has("free") && row["free"].Value.ValueKind == System.Text.Json.JsonValueKind.False)
            return [name, SiText.Of(value, unit), "held", ""];
        RunNode[] ends = [.. row.Items("ci95")];
        if (row.Maybe("standardError") is not { } error || ends.Any(end => end.Value.ValueKind == System.Text.Json.JsonValueKind.Null) || ends.Length != 2)
            return [name, SiText.Of(value, unit), "unknown", "unknown"];

        // One digit beyond the error says all there is to say.
        var scale = UnitScale.For(unit, [value]);
        var digits = error > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(error * scale.Factor)), 0, 9) : 4;
        string Rounded(double number) => Math.Abs(number * scale.Factor) is >= 1e6 or (< 1e-3 and > 0)
            ? SiText.Number(number * scale.Factor) : (number * scale.Factor).ToString($"F{digits}", CultureInfo.InvariantCulture);
        return [name, $"{Rounded(value)} {scale.Unit}".TrimEnd(), $"{Rounded(error)} {scale.Unit}".TrimEnd(), $"{Rounded(ends[0].Number())} to {Rounded(ends[1].Number())} {scale.Unit}".TrimEnd()];
    }

    private static string[] Misfit(RunNode curve) =>
    [
        curve.Text("name"), SiText.Number(curve.Number("points")), curve.Number("normalisedRmse").ToString("0.0000", CultureInfo.InvariantCulture),
        curve.Maybe("published") is { } published ? published.ToString("0.0000", CultureInfo.InvariantCulture) : "",
    ];

    private static IReadOnlyList<Picture> Pictures(string model, IReadOnlyList<RunNode> curves)
    {
        var isSynapse = model == SynapseFit.Model;
        var (x, y) = (isSynapse ? new AxisQuantity("Pulse number") : Axis(curves[0].Text("abscissa")), Axis(curves[0].Text("quantity")));
        var pulses = curves.FirstOrDefault(curve => curve.Text("name") == "LTP") is { File: not null } ltp ? ltp.Numbers("x").DefaultIfEmpty(0).Last() : 0;
        FitSeries[] series = [.. curves.Select(curve => Series(curve, isSynapse, pulses))];
        return [FitPlot.Curves($"{model}: fit", x, y, series), FitPlot.Residuals($"{model}: residuals", x, y, series)];
    }

    // A depression is fitted from its low end; here it falls, as it was measured, after the potentiation.
    private static FitSeries Series(RunNode curve, bool isSynapse, double pulses)
    {
        var (name, x) = (curve.Text("name"), curve.Numbers("x"));
        double[] shown = isSynapse && name == "LTD" && x.Length > 0 ? [.. x.Select(left => pulses + x[^1] - left)] : x;
        return new(name, shown, curve.Numbers("measured"), curve.Numbers("model"), curve.Has("halfWidth") ? curve.Numbers("halfWidth") : null);
    }

    private static AxisQuantity Axis(string title) => title.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
        ? new(title[..at].Trim(), "", title[(at + 1)..].TrimEnd(']')) : new(title);
}
