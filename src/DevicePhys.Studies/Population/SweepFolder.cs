using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Population;

/// <summary>Finds the switching features in a folder of voltage sweeps: a folder for each device, files named TIME_set_..., TIME_reset_... with the compliance last.</summary>
/// <remarks>
/// The rules of the description of the Cu/TaOx/Pt set. VSet: the first voltage above 0.15 V at which the current exceeds half the compliance of a SET sweep.
/// VReset: minus the voltage of the largest current of a RESET sweep that ends below a tenth of it; ROn: the median of |V/I| between 0.02 and
/// 0.2 V in such a sweep. ROff, which the description leaves out: the same median in a SET sweep, before the device switches. A cycle is a SET,
/// or the forming of the device, and the first RESET that opens it after that; forming gives no SET voltage.
/// </remarks>
internal static class SweepFolder
{
    private static readonly (string, string)[] Features = [("VSet", "V"), ("VReset", "V"), ("ROn", "Ohm"), ("ROff", "Ohm")];

    /// <summary>Loads the folder.</summary>
    public static SwitchingCycles Load(string folder)
    {
        var (devices, cycles, skipped) = (new List<string>(), new List<double[][]>(), new List<string>());
        foreach (var device in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var found = Device(device, skipped);
            if (found.Length == 0)
                continue;
            devices.Add(Path.GetFileName(device));
            cycles.Add(found);
        }

        return devices.Count > 0 ? new(Features, devices, cycles, skipped)
            : throw new DataFileException($"{folder}: there is no device with a SET or RESET sweep, expected a folder for each device with files such as 220317151832_set_0_5_1_20uA.csv.");
    }

    private static double[][] Device(string folder, List<string> skipped)
    {
        var cycles = new List<double[]>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Select(file => (Path: file, Words: Path.GetFileNameWithoutExtension(file).Split('_')))
            .Where(file => file.Words.Length > 2).OrderBy(file => file.Words[0].PadRight(12, '0'), StringComparer.Ordinal))
        {
            try
            {
                if (file.Words[1] == "form")
                    cycles.Add([double.NaN, double.NaN, double.NaN, double.NaN]);
                else if (file.Words[1] == "set")
                    cycles.Add(Set(file.Path, file.Words[^1]));
                else if (file.Words[1] == "reset" && cycles.Count > 0 && double.IsNaN(cycles[^1][1]))
                    Reset(file.Path, cycles[^1]);
            }
            catch (DataFileException exception)
            {
                skipped.Add(exception.Message);
            }
        }

        return [.. cycles.Where(cycle => cycle.Any(double.IsFinite))];
    }

    private static double[] Set(string path, string compliance)
    {
        var (voltage, current) = Sweep(path);
        var half = 0.5 * Amperes(path, compliance);
        var at = Enumerable.Range(0, voltage.Length).FirstOrDefault(k => voltage[k] > 0.15 && Math.Abs(current[k]) > half, -1);
        var off = at < 0 ? voltage.Length : at;
        return [at < 0 ? double.NaN : voltage[at], double.NaN, double.NaN, Resistance(voltage[..off], current[..off])];
    }

    private static void Reset(string path, double[] cycle)
    {
        var (voltage, current) = Sweep(path);
        var largest = Enumerable.Range(0, current.Length).MaxBy(k => Math.Abs(current[k]));
        if (Math.Abs(current[^1]) >= 0.1 * Math.Abs(current[largest]))
            return;
        (cycle[1], cycle[2]) = (-voltage[largest], Resistance(voltage, current));
    }

    private static double Resistance(double[] voltage, double[] current)
    {
        double[] ratios = [.. voltage.Zip(current).Where(p => Math.Abs(p.First) is >= 0.02 and <= 0.2 && p.Second != 0).Select(p => Math.Abs(p.First / p.Second))];
        return ratios.Length == 0 ? double.NaN : Statistics.Quantiles.Of(ratios, 0.5)[0];
    }

    private static (double[] Voltage, double[] Current) Sweep(string path)
    {
        var table = MeasuredFile.Load(path);
        var (voltage, current) = (table.Column(MeasuredQuantity.Voltage).Values, table.Column(MeasuredQuantity.Current).Values);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => double.IsFinite(voltage[row]) && double.IsFinite(current[row]))];
        return rows.Length > 0 ? ([.. rows.Select(row => voltage[row])], [.. rows.Select(row => current[row])])
            : throw new DataFileException($"{path}: it has no row with a voltage and a current, expected a sweep.");
    }

    private static double Amperes(string path, string text)
    {
        var (number, factor) = text.EndsWith("uA", StringComparison.Ordinal) ? (text[..^2], 1e-6) : text.EndsWith("mA", StringComparison.Ordinal) ? (text[..^2], 1e-3) : (text.TrimEnd('A'), 1);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * factor
            : throw new DataFileException($"{path}: the name ends with '{text}', expected the compliance of the sweep, such as 20uA.");
    }
}
