using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Arrays;

/// <summary>A matrix of numbers in a file: CSV, or an array of an .npz file.</summary>
/// <param name="Values">[Rows × Columns], row-major.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
internal sealed record MatrixFile(double[] Values, int Rows, int Columns)
{
    /// <summary>Loads a matrix.</summary>
    /// <param name="path">The file: .npz, or text with a row on each line.</param>
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
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the file cannot be read, expected an .npz file or numbers separated by commas.", exception);
        }

        var (values, rows, columns) = (new List<double>(), 0, 0);
        for (var line = 0; line < lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(lines[line]) || lines[line].StartsWith('#'))
            {
                continue;
            }

            var words = lines[line].Split(',', StringSplitOptions.TrimEntries);
            if (rows > 0 && words.Length != columns)
            {
                throw new DataFileException($"{path}: line {line + 1}: it has {words.Length} numbers, expected {columns} as in the first row.");
            }

            foreach (var word in words)
            {
                values.Add(double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : throw new DataFileException($"{path}: line {line + 1}: '{word}' is not a number, expected numbers separated by commas."));
            }

            (rows, columns) = (rows + 1, words.Length);
        }

        return rows > 0 ? new MatrixFile([.. values], rows, columns) : throw new DataFileException($"{path}: it is empty, expected numbers separated by commas.");
    }
}
