using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using DevicePhys.Cards;
using DevicePhys.Fitting;
using DevicePhys.Measured;
using DevicePhys.Plotting;
using DevicePhys.Studies.Fitting;
using DevicePhys.Traces;
using Microsoft.Data.Analysis;

namespace DevicePhys.Notebooks.Display;

/// <summary>A value that is best seen as a table.</summary>
/// <param name="Headings">The columns.</param>
/// <param name="Rows">The first rows, as text.</param>
/// <param name="Total">How many rows there are; null when nobody knows.</param>
/// <param name="IsNumeric">[Columns]: whether a column is set flush right.</param>
internal sealed record TableView(IReadOnlyList<string> Headings, IReadOnlyList<string[]> Rows, long? Total, bool[] IsNumeric)
{
    private const int Shown = 20;

    /// <summary>What to say about the rows that are not shown; null when all are.</summary>
    public string? Rest => Total is null ? $"the first {Rows.Count} rows" : Total > Rows.Count ? string.Create(CultureInfo.InvariantCulture, $"{Rows.Count} of {Total} rows") : null;

    /// <summary>The table of a value; null when it is none.</summary>
    public static TableView? Of(object? value) => value switch
    {
        null or string or Type or Delegate => null,
        DataFrame frame => Frame(frame),
        Trace trace => Frame(trace.ToDataFrame()),
        MeasuredTable table => Frame(table.ToDataFrame()),
        Card card => Make(["parameter", "value", "status", "source"], [.. card.Parameters.Select(p => new object?[] { p.Name, Text(p), p.Status.ToString().ToLowerInvariant(), p.Source })], card.Parameters.Count),
        DeviceFit fit => Estimates(fit.Result),
        FitResult fit => Estimates(fit),
        IDictionary entries => Make(["key", "value"], [.. entries.Keys.Cast<object>().Take(Shown).Select(key => new[] { key, entries[key] })], entries.Count),
        Array { Rank: 2 } grid => Grid(grid),
        IEnumerable items => Items(items),
        _ => Members(value),
    };

    private static TableView Make(IReadOnlyList<string> headings, IReadOnlyList<object?[]> rows, long? total) => new(
        headings,
        [.. rows.Select(row => row.Select(ValueText.Short).ToArray())],
        total,
        [.. headings.Select((_, column) => rows.Count > 0 && rows.All(row => row[column] is null || IsNumber(row[column]!)))]);

    private static TableView Frame(DataFrame frame) => Make(
        [.. frame.Columns.Select(column => column.Name)],
        [.. Enumerable.Range(0, (int)Math.Min(Shown, frame.Rows.Count)).Select(row => frame.Columns.Select(column => column[row]).ToArray())],
        frame.Rows.Count);

    private static TableView Estimates(FitResult fit) => Make(
        ["parameter", "value", "unit", "standard error", "95 % from", "to"],
        [.. fit.Estimates.Select(e => new object?[] { e.Parameter.Name, e.Value, e.Parameter.Unit, e.StandardError, e.Interval.Low, e.Interval.High })],
        fit.Estimates.Count);

    // As it was written, unless that is what was computed: it has more digits than anybody wants to see.
    private static string Text(CardParameter p)
    {
        var text = Quantity.Format(p.Value, p.Unit);
        return p.Text != text ? p.Text : Quantity.Format(double.Parse(p.Value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), p.Unit);
    }

    private static TableView Grid(Array grid)
    {
        var (rows, columns) = (grid.GetLength(0), Math.Min(Shown, grid.GetLength(1)));
        return Make(
            [.. Enumerable.Range(0, columns).Select(column => column.ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, Math.Min(Shown, rows)).Select(row => Enumerable.Range(0, columns).Select(column => grid.GetValue(row, column)).ToArray())],
            rows);
    }

    private static TableView? Items(IEnumerable items)
    {
        var first = items.Cast<object?>().Take(Shown + 1).ToArray();
        long? total = first.Length <= Shown ? first.Length : items is ICollection all ? all.Count : null;
        first = [.. first.Take(Shown)];
        if (first is not [{ } head, ..] || first.Any(item => item?.GetType() != head.GetType()) || Properties(head) is not { Length: > 0 } members)
            return null;
        return Make([.. members.Select(m => m.Name)], [.. first.Select(item => members.Select(m => m.Read(item!)).ToArray())], total);
    }

    private static TableView? Members(object value) => Properties(value) is { Length: > 0 } members
        ? Make(["member", "value"], [.. members.Take(Shown).Select(m => new[] { m.Name, m.Read(value) })], members.Length)
        : null;

    // Records, anonymous types and tuples are data; of anything else the text its author gave it says more than its insides.
    private static (string Name, Func<object, object?> Read)[]? Properties(object value)
    {
        var type = value.GetType();
        if (value is ITuple)
            return [.. type.GetFields().Select((field, at) => ($"Item{at + 1}", (Func<object, object?>)field.GetValue))];
        var isAnonymous = type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);
        var isRecord = type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        return isAnonymous || isRecord
            ? [.. type.GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0).Select(p => (p.Name, (Func<object, object?>)p.GetValue))]
            : null;
    }

    private static bool IsNumber(object value) => value is double or float or decimal or int or uint or long or ulong or short or ushort or byte or sbyte;
}
