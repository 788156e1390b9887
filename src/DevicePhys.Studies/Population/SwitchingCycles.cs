using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Population;

/// <summary>The features of many devices over their cycles.</summary>
/// <param name="Features">Names and SI units.</param>
/// <param name="Devices">The names of the devices.</param>
/// <param name="Cycles">[Devices][cycles][Features], in SI, in the order of time; NaN where nothing was measured.</param>
/// <param name="Skipped">A sentence for each file that holds no usable sweep.</param>
public sealed record SwitchingCycles(
    IReadOnlyList<(string Name, string Unit)> Features, IReadOnlyList<string> Devices, IReadOnlyList<double[][]> Cycles, IReadOnlyList<string> Skipped)
{
    /// <summary>Loads measured devices: a folder of sweeps, or a table of features.</summary>
    /// <param name="path">A folder with a folder for each device, or a table with the columns "device", "cycle" and features with units.</param>
    /// <exception cref="DataFileException">There is nothing of the kind.</exception>
    public static SwitchingCycles Load(string path) => Directory.Exists(path) ? SweepFolder.Load(path) : Table(path);

    /// <summary>One feature of all devices and cycles.</summary>
    /// <param name="feature">Which.</param>
    public double[] Values(int feature) => [.. Cycles.SelectMany(device => device).Select(cycle => cycle[feature]).Where(double.IsFinite)];

    private static SwitchingCycles Table(string path)
    {
        var table = MeasuredFile.Load(path);
        var device = table.Columns.FirstOrDefault(c => c.Name.Equals("device", StringComparison.OrdinalIgnoreCase))
            ?? throw new DataFileException($"{path}:{table.Line}: there is no column 'device', expected columns 'device', 'cycle' and features.");
        var cycle = table["cycle"];
        var features = table.Columns.Where(c => c.IsNumeric && c != device && !c.Name.Equals("cycle", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (features.Length < 2)
            throw new DataFileException($"{path}:{table.Line}: there are {features.Length} features, expected at least 2.");
        string Name(int row) => device.IsNumeric ? device.Values[row].ToString(CultureInfo.InvariantCulture) : device.Texts[row];
        var groups = Enumerable.Range(0, table.Rows).GroupBy(Name).ToArray();
        return new(
            [.. features.Select(f => (f.Name, f.Unit))], [.. groups.Select(group => group.Key)],
            [.. groups.Select(group => group.OrderBy(row => cycle[row]).Select(row => features.Select(f => f.Values[row]).ToArray()).ToArray())], []);
    }
}
