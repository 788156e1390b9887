using System.Text.RegularExpressions;
using DevicePhys.Cards;

namespace DevicePhys.Cli.Cards;

/// <summary>The numbers of a card: a line of columns for each, and its source on the next line, which may be long.</summary>
internal static partial class ParameterText
{
    /// <summary>The headings of <see cref="Cells"/>.</summary>
    public static readonly string[] Headings = ["parameter", "value", "status", "bounds", "D2D", "C2C"];

    /// <summary>The lines, headings first.</summary>
    public static string Lines(IReadOnlyList<CardParameter> parameters)
    {
        string[][] rows = [Headings, .. parameters.Select(Cells)];
        int[] widths = [.. Headings.Select((_, column) => rows.Max(row => row[column].Length))];
        string Line(string[] row) => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
        var lines = parameters.Select((parameter, i) => $"{Line(rows[i + 1])}\n    {Source(parameter)}");
        return string.Join("\n", lines.Prepend(Line(Headings)));
    }

    /// <summary>The columns of one parameter.</summary>
    public static string[] Cells(CardParameter parameter) =>
    [
        parameter.Name,
        parameter.Text,
        CardText.Word(parameter.Status),
        parameter.HasBounds ? Bounds(parameter) : "",
        parameter.D2D is { } device ? Width(device) : "",
        parameter.C2C is { } cycle ? Width(cycle) : "",
    ];

    // In the unit that the card uses for the value, which need not be SI.
    private static string Bounds(CardParameter parameter)
    {
        var unit = NumberAtStart().Replace(parameter.Text, "");
        var size = Quantity.Parse($"1 {unit}").Value;
        return $"{SiText.Number(parameter.Lower / size)} \u2013 {SiText.Number(parameter.Upper / size)} {unit}".TrimEnd();
    }

    private static string Width(Spread spread)
    {
        var shape = spread.Distribution switch { Distribution.Normal => "normal", Distribution.LogNormal => "log-normal", _ => "truncated" };
        var group = spread.Group is null ? "" : $", with '{spread.Group}' by {SiText.Number(spread.Correlation)}";
        return $"{SiText.Number(100 * spread.Sigma)} % {shape}{group}";
    }

    /// <summary>Where a parameter comes from.</summary>
    public static string Source(CardParameter parameter) =>
        parameter.Note is null ? parameter.Source : $"{parameter.Source} ({parameter.Note.TrimEnd('.')})";

    [GeneratedRegex(@"^[-+]?[0-9.]+([eE][-+]?[0-9]+)?\s*")]
    private static partial Regex NumberAtStart();
}
