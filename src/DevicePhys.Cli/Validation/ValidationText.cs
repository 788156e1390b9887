using System.Text.Json.Nodes;
using DevicePhys.Validation;
using Spectre.Console;

namespace DevicePhys.Cli.Validation;

/// <summary>Validation rows as a text table and as JSON.</summary>
internal static class ValidationText
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/validate/1";

    /// <summary>The table.</summary>
    public static Table Table(IReadOnlyList<ValidationRow> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("id", "claim");
        table.AddColumn(new TableColumn("published").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("measured").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("tolerance").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("verdict").NoWrap());
        table.AddColumn("source");
        var last = "";
        foreach (var row in rows)
        {
            var source = row.Source == last ? "" : row.Source;
            last = row.Source;
            var color = row.Fails ? "red" : row.Gated && row.Pass == true ? "green" : "yellow";
            table.AddRow(
                Markup.Escape(row.Id),
                Markup.Escape(row.Claim),
                Markup.Escape(row.ExpectedText),
                Markup.Escape(row.MeasuredText),
                Markup.Escape(row.Check?.Tolerance ?? ""),
                $"[{color}]{row.Verdict}[/]",
                Markup.Escape(source));
        }

        return table;
    }

    /// <summary>The document.</summary>
    public static JsonObject Json(IReadOnlyList<ValidationRow> rows) => JsonText.Document(Schema, new
    {
        Rows = rows.Select(row => new
        {
            row.Id,
            row.Claim,
            row.Source,
            row.Check?.Expected,
            row.Check?.Measured,
            row.Check?.Unit,
            row.Check?.Tolerance,
            row.Check?.Lower,
            row.Check?.Upper,
            row.ExpectedText,
            row.MeasuredText,
            row.Gated,
            row.Verdict,
            row.Pass,
            row.Section,
            row.Note,
        }),
        Version = DevicePhysVersion.Current,
    });
}
