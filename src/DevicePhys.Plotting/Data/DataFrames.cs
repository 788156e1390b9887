using DevicePhys.Measured;
using DevicePhys.Traces;
using Microsoft.Data.Analysis;

namespace DevicePhys.Plotting;

/// <summary>Traces and measurements as data frames, and back.</summary>
/// <remarks>
/// Columns of numbers are <c>double</c> in SI, named as in our files: "voltage [V]". Nothing is parsed or printed on the way, so no culture matters;
/// to read a file use <see cref="MeasuredFile"/> (the reader of the data frame takes numbers as float and in the culture of the machine).
/// </remarks>
public static class DataFrames
{
    /// <summary>A trace as a data frame.</summary>
    /// <param name="trace">The trace; it is copied.</param>
    /// <returns>One column of double for each column.</returns>
    public static DataFrame ToDataFrame(this Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new DataFrame(trace.Columns.Select(column => (DataFrameColumn)Numbers(column.ToString(), trace[column.Name])));
    }

    /// <summary>A measurement as a data frame.</summary>
    /// <param name="table">The measurement; it is copied.</param>
    /// <returns>One column of double or of string for each column; a missing number is NaN.</returns>
    public static DataFrame ToDataFrame(this MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new DataFrame(table.Columns.Select(column => column.IsNumeric
            ? (DataFrameColumn)Numbers(new TraceColumn(column.Name, column.Unit).ToString(), column.Values)
            : new StringDataFrameColumn(column.Name, column.Texts)));
    }

    /// <summary>A data frame as a trace, with the names and units of its headings.</summary>
    /// <param name="frame">Columns of numbers of any type, in SI, named as "voltage [V]"; a missing number becomes NaN.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="ArgumentException">A column holds something else than numbers.</exception>
    public static Trace ToTrace(this DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.Columns.Select(column => (Heading: Heading(column.Name), Values: Values(column))).ToArray();
        var trace = new Trace([.. columns.Select(column => column.Heading)]);
        var row = new double[columns.Length];
        for (var at = 0; at < frame.Rows.Count; at++)
        {
            for (var column = 0; column < row.Length; column++)
                row[column] = columns[column].Values[at];
            trace.Append(row);
        }

        return trace;
    }

    /// <summary>A data frame as a measurement, to be fitted or drawn.</summary>
    /// <param name="frame">Columns of numbers of any type, in SI, named as "V [V]", and of strings; a missing number becomes NaN.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentException">A column holds neither numbers nor strings.</exception>
    public static MeasuredTable ToMeasuredTable(this DataFrame frame, string name = "data frame")
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.Columns.Select(column => column is StringDataFrameColumn words
            ? new MeasuredColumn(column.Name, "", [], [.. words.Select(word => word ?? "")])
            : new MeasuredColumn(Heading(column.Name).Name, Heading(column.Name).Unit, Values(column), []));
        return new(name, 1, [], [.. columns], []);
    }

    /// <summary>The numbers of a column.</summary>
    /// <param name="column">A column of numbers of any type.</param>
    /// <returns>[Rows]; NaN where one is missing.</returns>
    /// <exception cref="ArgumentException">It holds something else.</exception>
    public static double[] Values(this DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column is PrimitiveDataFrameColumn<double> exact)
            return [.. exact.Select(value => value ?? double.NaN)];
        if (!column.IsNumericColumn())
            throw new ArgumentException($"Column '{column.Name}' holds {column.DataType.Name}, expected numbers.", nameof(column));
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
            values[row] = column[row] is { } number ? Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture) : double.NaN;
        return values;
    }

    private static DoubleDataFrameColumn Numbers(string heading, ReadOnlySpan<double> values) => new(heading, values.ToArray());

    private static TraceColumn Heading(string text)
    {
        var open = text.EndsWith(']') ? text.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        return open > 0 ? new(text[..open], text[(open + 2)..^1]) : new(text, "");
    }
}
