using System.Globalization;
using System.IO.Compression;
using DevicePhys.Errors;

namespace DevicePhys.Tables.Exchange;

/// <summary>The text form of a CrossSim dG table.</summary>
/// <remarks>
/// One line of comment, one line of conductances [S], one line of points of the cumulative distribution, then a line for each point with a
/// step [S] for each conductance; numbers separated by commas. Layout after the files of github.com/sandialabs/cross-sim-data.
/// </remarks>
internal static class CrossSimText
{
    private const int MostNumbers = 20_000_000;

    public static CrossSimGrid Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(content);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException($"{path}: there is no such file, expected a CrossSim dG table.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataFileException($"{path}: the file cannot be read, expected a CrossSim dG table.", exception);
        }
    }

    public static CrossSimGrid Read(TextReader reader, string file)
    {
        var line = 1;
        reader.ReadLine();
        var conductance = Numbers() ?? throw Short();
        var probability = Numbers() ?? throw Short();
        Ascending(conductance, "conductances");
        Ascending(probability, "points of the distribution");
        if (conductance[0] <= 0 || Math.Abs(probability[0]) > 1e-6 || Math.Abs(probability[^1] - 1) > 1e-6 || (long)conductance.Length * probability.Length > MostNumbers)
        {
            throw new DataFileException($"{file}: conductances from {conductance[0]} S and points from {probability[0]} to {probability[^1]}, expected conductances above 0 and points from 0 to 1.");
        }

        var steps = new List<double>(conductance.Length * probability.Length);
        for (var point = 0; point < probability.Length; point++)
        {
            var row = Numbers() ?? throw Short();
            if (row.Length != conductance.Length)
            {
                throw new DataFileException($"{file}: line {line}: it has {row.Length} steps, expected one for each of the {conductance.Length} conductances.");
            }

            steps.AddRange(row);
        }

        return Numbers() is null
            ? new CrossSimGrid(conductance, probability, [.. steps])
            : throw new DataFileException($"{file}: line {line}: it is one line too many, expected one for each of the {probability.Length} points.");

        DataFileException Short() => new($"{file}: it ends at line {line}, expected conductances, points of the distribution and a line of steps for each point.");

        void Ascending(double[] values, string what)
        {
            for (var i = 1; i < values.Length; i++)
            {
                if (!(values[i] > values[i - 1]))
                {
                    throw new DataFileException($"{file}: the {what} should be ascending; number {i + 1} is {values[i].ToString(CultureInfo.InvariantCulture)}.");
                }
            }

            if (values.Length < 2)
            {
                throw new DataFileException($"{file}: there is one of the {what}, expected at least two.");
            }
        }

        double[]? Numbers()
        {
            string? text;
            do
            {
                text = reader.ReadLine();
                line++;
            }
            while (text is not null && string.IsNullOrWhiteSpace(text));
            return text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Number).ToArray();
        }

        double Number(string word) =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : throw new DataFileException($"{file}: line {line}: '{(word.Length > 20 ? word[..20] : word)}' is not a number, expected numbers separated by commas.");
    }

    public static void Write(TextWriter writer, CrossSimGrid grid)
    {
        writer.Write("1st Row = Gbins, 2nd Row = CDF Points, 3rd row onward =  dG matrix (rows= CDF, columns = Gbins)\n");
        Line(grid.Conductance);
        Line(grid.Probability);
        for (var point = 0; point < grid.Probability.Length; point++)
        {
            Line(grid.Steps.AsSpan(point * grid.Conductance.Length, grid.Conductance.Length));
        }

        void Line(ReadOnlySpan<double> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                writer.Write(i == 0 ? "" : ",");
                writer.Write(values[i].ToString("R", CultureInfo.InvariantCulture));
            }

            writer.Write('\n');
        }
    }
}
