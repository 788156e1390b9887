using System.Globalization;
using System.Text;

namespace DevicePhys.Traces;

/// <summary>Named quantities over time, as a run left them: the raw result of a testbench.</summary>
/// <remarks>
/// Rows are appended; memory grows by doubling, so a trace that has been cleared takes a run of the same length without allocation. Not thread safe.
/// </remarks>
public sealed class Trace
{
    private readonly TraceColumn[] columns;
    private readonly double[][] values;

    /// <summary>Creates an empty trace.</summary>
    /// <param name="columns">The columns, the time first.</param>
    /// <exception cref="ArgumentException">There is no column, or two have the same name.</exception>
    public Trace(params IReadOnlyList<TraceColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        this.columns = [.. columns];
        if (this.columns.Length == 0)
            throw new ArgumentException("A trace should have at least one column.", nameof(columns));
        if (this.columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Column '{twice.Key}' should be named once, not {twice.Count()} times.", nameof(columns));
        values = new double[this.columns.Length][];
        Array.Fill(values, []);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TraceColumn> Columns => columns;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>One column.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>[Count], in the unit of the column; valid until the next row is appended.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlySpan<double> this[string name]
    {
        get
        {
            var index = Array.FindIndex(columns, c => c.Name == name);
            return index >= 0
                ? values[index].AsSpan(0, Count)
                : throw new ArgumentException(
                    $"There is no column '{name}'; there are {string.Join(", ", columns.Select(c => c.Name))}.",
                    nameof(name));
        }
    }

    /// <summary>Appends a row.</summary>
    /// <param name="row">[Columns], in SI units.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public void Append(params ReadOnlySpan<double> row)
    {
        if (row.Length != columns.Length)
            throw new ArgumentException($"The row has {row.Length} values and should have {columns.Length}.", nameof(row));
        if (Count == values[0].Length)
        {
            for (var i = 0; i < values.Length; i++)
                Array.Resize(ref values[i], Math.Max(64, 2 * Count));
        }

        for (var i = 0; i < values.Length; i++)
            values[i][Count] = row[i];
        Count++;
    }

    /// <summary>Forgets all rows, but keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes comma-separated values with units in the heading; numbers read back to the same bits.</summary>
    /// <param name="writer">Where to write.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', columns.Select(Heading)));
        writer.Write('\n');
        for (var row = 0; row < Count; row++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (i > 0)
                    writer.Write(',');
                writer.Write(values[i][row].ToString("R", CultureInfo.InvariantCulture));
            }

            writer.Write('\n');
        }
    }

    /// <summary>Writes the trace to a file that appears whole or not at all.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <exception cref="Errors.DataFileException">The file cannot be written.</exception>
    public void WriteCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            WriteCsv(writer);
        });
    }

    private static string Heading(TraceColumn column)
    {
        var text = column.ToString();
        return text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
