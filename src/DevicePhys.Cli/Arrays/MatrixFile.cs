using DevicePhys.Errors;
using DevicePhys.Measured;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Arrays;

/// <summary>A matrix of numbers in a file: CSV, or an array of an .npz file.</summary>
/// <param name="Values">[Rows × Columns], row-major.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
internal sealed record MatrixFile(double[] Values, int Rows, int Columns)
{
    /// <summary>Loads a matrix.</summary>
    /// <param name="path">The file: .npz, or text with a row on each line as <see cref="MeasuredFile"/> reads it, without gaps.</param>
    /// <param name="member">The name of the array in an .npz file; one that is there alone may have any name.</param>
    public static MatrixFile Load(string path, string member) =>
        path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) ? OfArrays(NpzFile.Load(path), path, member) : OfText(path);

    private static MatrixFile OfArrays(IReadOnlyDictionary<string, NpyArray> arrays, string path, string member)
    {
        var array = arrays.TryGetValue(member, out var named) ? named
            : arrays.Count == 1 ? arrays.Values.Single()
            : throw new DataFileException($"{path}: there is no array '{member}', expected one of that name or a single array.");
        double[] values = array.ElementType == typeof(double) ? array.Values<double>()
            : array.ElementType == typeof(float) ? [.. array.Values<float>().Select(value => (double)value)]
            : throw new DataFileException($"{path}: {member}: the numbers are {array.ElementType.Name}, expected float or double.");
        return array.Shape switch
        {
            [var rows, var columns] => new MatrixFile(values, rows, columns),
            [var length] => new MatrixFile(values, 1, length),
            _ => throw new DataFileException($"{path}: {member}: it has {array.Shape.Count} dimensions, expected 2."),
        };
    }

    private static MatrixFile OfText(string path)
    {
        var table = MeasuredFile.Load(path);
        if (table.Columns.FirstOrDefault(column => !column.IsNumeric) is { } words)
        {
            throw new DataFileException($"{path}: column '{words.Name}' holds text, expected numbers.");
        }

        if (table.Trailer.Count > 0)
        {
            throw new DataFileException($"{path}: '{table.Trailer[0]}' stands below the numbers, expected a matrix and nothing after it.");
        }

        // A measurement may have gaps, a matrix may not.
        var (values, columns) = (new double[table.Rows * table.Columns.Count], table.Columns.Count);
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = table.Columns[at % columns].Values[at / columns];
            if (double.IsNaN(values[at]))
            {
                throw new DataFileException($"{path}: row {(at / columns) + 1} has no number in column {(at % columns) + 1}, expected {columns} in every row.");
            }
        }

        return new MatrixFile(values, table.Rows, columns);
    }
}
