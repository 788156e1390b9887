using System.Globalization;
using System.Text;
using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Surface;

/// <summary>The accuracy surface as a CSV file: what it was made with in a comment, then a row for each point.</summary>
/// <param name="Made">Card, data, network, rates and seeds, on one line: points of another origin are not added to them.</param>
/// <param name="Seeds">The seeds, one column each.</param>
public sealed record SurfaceFile(string Made, IReadOnlyList<ulong> Seeds)
{
    private const int RunsFrom = 8;

    /// <summary>Loads the points of a file; none when there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The points, in the order of the file.</returns>
    /// <exception cref="DataFileException">The file was made otherwise or is damaged.</exception>
    public IReadOnlyList<SurfacePoint> Load(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var table = MeasuredFile.Load(path);
        if (table.Preamble is not [var made, ..] || made != $"# {Made}")
        {
            throw new DataFileException($"{path}: its points were made with '{(table.Preamble.Count > 0 ? table.Preamble[0].TrimStart('#', ' ') : "")}', expected '{Made}'.");
        }

        if (table.Columns.Count != RunsFrom + Seeds.Count || table.Columns.FirstOrDefault(column => !column.IsNumeric || column.Values.Any(double.IsNaN)) is not null)
        {
            throw new DataFileException($"{path}: expected rows of {RunsFrom + Seeds.Count} numbers, five values, mean and interval, and {Seeds.Count} seeds.");
        }

        return
        [
            .. Enumerable.Range(0, table.Rows).Select(row => new SurfacePoint(
                new SurfaceSetting(Value(0, row), Value(1, row), Value(2, row), Value(3, row), Value(4, row)),
                [.. Enumerable.Range(RunsFrom, Seeds.Count).Select(column => Value(column, row))])),
        ];

        double Value(int column, int row) => table.Columns[column].Values[row];
    }

    /// <summary>Writes the points.</summary>
    /// <param name="path">The file; replaced whole.</param>
    /// <param name="points">The points.</param>
    public void Save(string path, IReadOnlyList<SurfacePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var text = new StringBuilder($"# {Made}\n");
        text.Append(CultureInfo.InvariantCulture, $"states,d2d,c2c,wire,bits,accuracy,lower,upper,{string.Join(',', Seeds.Select(seed => $"seed {seed}"))}\n");
        foreach (var point in points)
        {
            var (at, accuracy) = (point.Setting, point.Accuracy);
            double[] row = [accuracy.Mean, accuracy.Lower ?? accuracy.Mean, accuracy.Upper ?? accuracy.Mean, .. point.Runs];
            text.AppendJoin(',', SurfaceGrid.Quantities.Select(quantity => at[quantity]).Concat(row.Select(percent => Math.Round(percent, 4))).Select(value => value.ToString(CultureInfo.InvariantCulture)))
                .Append('\n');
        }

        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
