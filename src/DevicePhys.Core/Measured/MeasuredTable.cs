using DevicePhys.Errors;

namespace DevicePhys.Measured;

/// <summary>A measurement as a file holds it: columns of numbers with units, and the words before them.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Line">The line of the first row, from 1.</param>
/// <param name="Preamble">What the instrument or the user wrote before the table, a line each.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Trailer">What stands below the table after an empty line, a line each: totals, remarks.</param>
public sealed record MeasuredTable(string Path, int Line, IReadOnlyList<string> Preamble, IReadOnlyList<MeasuredColumn> Columns, IReadOnlyList<string> Trailer)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Columns.Count == 0 ? 0 : Math.Max(Columns[0].Values.Length, Columns[0].Texts.Length);

    /// <summary>The numbers of a column.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>[Rows], SI.</returns>
    /// <exception cref="DataFileException">There is no such column, or it holds text.</exception>
    public double[] this[string name] =>
        Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } column ? throw Missing($"column '{name}'")
        : column.IsNumeric ? column.Values
        : throw new DataFileException($"{Path}: column '{name}' holds text, expected numbers.");

    /// <summary>The column that holds a quantity, by its name or by the names instruments give it, else by its unit when only one has it.</summary>
    /// <param name="quantity">What to look for.</param>
    /// <returns>The column.</returns>
    /// <exception cref="DataFileException">No column or several may hold it.</exception>
    public MeasuredColumn Column(MeasuredQuantity quantity) =>
        Find(quantity) ?? throw Missing($"column for the {quantity.ToString().ToLowerInvariant()}, such as '{QuantityNames.Example(quantity)}'");

    /// <summary>The table with headings given by hand, for a file that has none.</summary>
    /// <param name="headings">One for each column, with units, such as "V (V)" and "I (uA)".</param>
    /// <exception cref="DataFileException">Their number is wrong, or two are alike.</exception>
    public MeasuredTable Named(params IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        if (headings.Count != Columns.Count || headings.Distinct(StringComparer.OrdinalIgnoreCase).Count() != headings.Count)
            throw new DataFileException($"{Path}: {headings.Count} headings were given for {Columns.Count} columns, expected a different one for each.");
        return this with { Columns = [.. Columns.Select((column, at) => Heading.Of(headings[at]).Applied(column))] };
    }

    /// <summary>The rows in which a column holds a value.</summary>
    /// <param name="name">The column, of text or numbers.</param>
    /// <param name="value">A word, or a number in SI.</param>
    /// <exception cref="DataFileException">There is no such column, or no such row.</exception>
    public MeasuredTable Where(string name, string value)
    {
        var column = Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw Missing($"column '{name}'");
        bool Holds(int row) => column.IsNumeric ? MeasuredNumber.TryParse(value, out var number) && column.Values[row] == number : column.Texts[row] == value;
        int[] rows = [.. Enumerable.Range(0, Rows).Where(Holds)];
        return rows.Length == 0
            ? throw new DataFileException($"{Path}: no row has {name} = {value}, expected one.")
            : this with { Columns = [.. Columns.Select(c => c with { Values = c.IsNumeric ? [.. rows.Select(row => c.Values[row])] : [], Texts = c.IsNumeric ? [] : [.. rows.Select(row => c.Texts[row])] })] };
    }

    /// <summary>As <see cref="Column"/>, but null when there is none or it is not clear which.</summary>
    /// <param name="quantity">What to look for.</param>
    public MeasuredColumn? Find(MeasuredQuantity quantity)
    {
        var numbers = Columns.Where(c => c.IsNumeric).ToArray();
        foreach (var name in QuantityNames.Of(quantity))
        {
            if (numbers.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) is { } column)
                return column;
        }

        return numbers.Where(c => c.Unit.Length > 0 && c.Unit == QuantityNames.Unit(quantity)).ToArray() is [var only] ? only : null;
    }

    private DataFileException Missing(string what) =>
        new($"{Path}:{Line}: there is no {what}, expected one among the columns {string.Join(", ", Columns.Select(c => $"'{c.Name}'"))}.");
}
