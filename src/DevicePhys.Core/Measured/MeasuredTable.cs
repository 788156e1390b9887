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
