using System.Security.Cryptography;
using System.Text;
using DevicePhys.Errors;

namespace DevicePhys.Tables.Exchange;

/// <summary>Pulse tables from and to CrossSim's dG tables (folders with <c>dG_increasing.txt</c> and <c>dG_decreasing.txt</c>).</summary>
/// <remarks>
/// CrossSim keeps quantiles, we keep equally likely levels, each the mean of its slice: importing integrates the interpolated quantile function,
/// exporting writes every level as a flat piece, so that what is exported and imported again is the same to rounding. A step that would leave the table's
/// range of conductance ends at it: a device cannot be told more about than was measured. CrossSim's files know no pulse: amplitude and energy are 0,
/// width and period 1 s, retention infinite, and the provenance says so.
/// <para>A step here is one whole pulse. CrossSim's own training asks for fractions of a pulse, w + s·mean(w) + √s·(deviation), s = wished change / mean step, which a device cannot be given.
/// For a table of small steps (ENODe, domain wall) both are the same; in the published TaOx tables one SET pulse takes a device from anywhere below 0.7 of its range beyond the end of it (the lower part is
/// a straight line of slope near -1.9, an extrapolation of the measurement), so that the device has some two states and trains badly with whole pulses.</para>
/// </remarks>
public static class CrossSimTables
{
    private const string Raising = "dG_increasing.txt", Lowering = "dG_decreasing.txt";

    /// <summary>Imports one device for each folder; the first one is the nominal device, and all of them are the population when there are several.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="bins">Conductance bins of the table.</param>
    /// <param name="levels">Equally likely levels per bin.</param>
    /// <returns>The table.</returns>
    /// <exception cref="DataFileException">A file is missing or damaged.</exception>
    public static PulseTable Import(IReadOnlyList<string> folders, int bins = 101, int levels = 50)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentOutOfRangeException.ThrowIfLessThan(folders.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        TableCorner[] corners = [.. folders.Select(folder => Corner(folder, bins, levels, hash))];
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folders[0]));

        // Devices of a set stand in numbered folders: then the set's name belongs to it.
        var name = Path.GetFileName(place);
        name = name.All(char.IsAsciiDigit) ? $"{Path.GetFileName(Path.GetDirectoryName(place))}/{name}" : name;
        var none = new PulseRecord(0, 1, 1, 0);
        return new PulseTable(
            bins, levels, corners[0], corners.Length == 1 ? [] : corners, none, none, double.PositiveInfinity, null,
            new TableProvenance(
                $"CrossSim.{name}", Convert.ToHexStringLower(hash.GetHashAndReset()), "conductance", "none: imported", "import", DevicePhysVersion.Current, 1, 0,
                new Dictionary<string, string> { ["pulse"] = "not in the source: amplitude and energy 0, width 1 s", ["devices"] = string.Join(' ', folders.Select(f => Path.GetFileName(Path.TrimEndingDirectorySeparator(f)))) }));
    }

    /// <summary>Exports one device of a table.</summary>
    /// <param name="corner">The device.</param>
    /// <param name="bins">Its bins.</param>
    /// <param name="levels">Its levels.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <exception cref="DataFileException">A file cannot be written.</exception>
    public static void Export(TableCorner corner, int bins, int levels, string folder)
    {
        ArgumentNullException.ThrowIfNull(corner);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, Raising), corner.Potentiation.Span);
        Write(Path.Combine(folder, Lowering), corner.Depression.Span);

        void Write(string path, ReadOnlySpan<double> steps)
        {
            var grid = Grid(corner, steps, bins, levels);
            WholeFile.Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                CrossSimText.Write(writer, grid);
            });
        }
    }

    private static TableCorner Corner(string folder, int bins, int levels, IncrementalHash hash)
    {
        var (up, down) = (Load(Raising), Load(Lowering));
        var (low, high) = (Math.Max(up.Conductance[0], down.Conductance[0]), Math.Min(up.Conductance[^1], down.Conductance[^1]));
        return low < high
            ? new TableCorner(low, high, Steps(up), Steps(down), new double[bins])
            : throw new DataFileException($"{folder}: the conductances of the two tables do not overlap, expected the same range.");

        CrossSimGrid Load(string name)
        {
            var path = Path.Combine(folder, name);
            path = File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : path;
            var grid = CrossSimText.Load(path);
            hash.AppendData(File.ReadAllBytes(path));
            return grid;
        }

        double[] Steps(CrossSimGrid grid)
        {
            var steps = new double[bins * levels];
            for (var bin = 0; bin < bins; bin++)
            {
                var conductance = low + ((high - low) * bin / (bins - 1));
                for (var level = 0; level < levels; level++)
                {
                    var step = grid.SliceMean(conductance, (double)level / levels, (level + 1.0) / levels);
                    steps[(bin * levels) + level] = Math.Clamp(step, low - conductance, high - conductance);
                }

                // Measured quantiles cross by rounding here and there.
                steps.AsSpan(bin * levels, levels).Sort();
            }

            return steps;
        }
    }

    private static CrossSimGrid Grid(TableCorner corner, ReadOnlySpan<double> steps, int bins, int levels)
    {
        const double Narrow = 1e-9;
        var conductance = Enumerable.Range(0, bins).Select(bin => corner.GMin + ((corner.GMax - corner.GMin) * bin / (bins - 1))).ToArray();
        var (probability, matrix) = (new double[2 * levels], new double[2 * levels * bins]);
        for (var level = 0; level < levels; level++)
        {
            probability[2 * level] = level == 0 ? 0 : ((double)level / levels) + Narrow;
            probability[(2 * level) + 1] = level == levels - 1 ? 1 : ((level + 1.0) / levels) - Narrow;
            for (var bin = 0; bin < bins; bin++)
            {
                matrix[(2 * level * bins) + bin] = matrix[(((2 * level) + 1) * bins) + bin] = steps[(bin * levels) + level];
            }
        }

        return new CrossSimGrid(conductance, probability, matrix);
    }
}
