using System.Globalization;
using System.Security.Cryptography;
using DevicePhys.Errors;
using DevicePhys.Tables;
using MathNet.Numerics.Distributions;

namespace DevicePhys.Studies.Measured;

/// <summary>A pulse table from measured potentiation and depression curves.</summary>
/// <remarks>
/// Mean steps from <see cref="MonotoneCurve"/>, C2C and read noise from <see cref="StepNoise"/>, steps normal around their mean. The range is the one that both
/// polarities reach; a step that would leave it ends at its edge, so that near an edge the mean is smaller than measured. What a curve cannot say (pulse amplitude and
/// energy, retention) is 0 or infinite in the table and named so in its provenance.
/// </remarks>
public static class MeasuredTable
{
    /// <summary>Half the window of the mean step, as a fraction of the range.</summary>
    public const double Window = 0.04;

    /// <summary>Loads both files and makes the table.</summary>
    /// <param name="potentiation">A CSV file with runs of potentiation pulses, see <see cref="PulseCurveFile"/>.</param>
    /// <param name="depression">The same with depression pulses; runs that rise are read backwards.</param>
    /// <param name="columnsAreDevices">Whether every column is another device, matched by its place in both files; else all are cycles of one device.</param>
    /// <param name="readVoltage">Divides read currents [V]; 0 when the files hold conductances.</param>
    /// <param name="bins">Conductance bins.</param>
    /// <param name="levels">Levels per bin.</param>
    /// <returns>The table.</returns>
    /// <exception cref="DataFileException">A file does not hold what is expected.</exception>
    public static PulseTable Load(string potentiation, string depression, bool columnsAreDevices = false, double readVoltage = 0, int bins = 101, int levels = 50)
    {
        var up = PulseCurveFile.Load(potentiation, readVoltage);
        var down = PulseCurveFile.Load(depression, readVoltage).Select(run => run.Rises ? run.Reversed() : run).ToList();
        if (up.FirstOrDefault(run => !run.Rises) is not null)
        {
            throw new DataFileException($"{potentiation}: the conductance falls along the pulses, expected potentiation: do the files stand the wrong way round?");
        }

        if (columnsAreDevices && up.Count != down.Count)
        {
            throw new DataFileException($"{depression}: it has {down.Count} devices, expected {up.Count} as in {potentiation}.");
        }

        var nominal = Corner(up, down, bins, levels, $"{potentiation} and {depression}", out var noise);
        var population = columnsAreDevices
            ? up.Select((run, k) => Corner([run], [down[k]], bins, levels, $"{potentiation} and {depression}, column {k + 1}", out _)).ToList()
            : [];
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. File.ReadAllBytes(potentiation), .. File.ReadAllBytes(depression)]));
        var none = new PulseRecord(0, 1, 1, 0);
        return new PulseTable(bins, levels, nominal, population.Count > 1 ? population : [], none, none, double.PositiveInfinity, null, new TableProvenance(
            $"Measured.{Path.GetFileNameWithoutExtension(potentiation)}", hash, "conductance", "none: measured", "measured", DevicePhysVersion.Current,
            up.Sum(run => run.Pulses.Count) + down.Sum(run => run.Pulses.Count), 0, new Dictionary<string, string>
            {
                ["runs"] = string.Create(CultureInfo.InvariantCulture, $"{up.Count} potentiation, {down.Count} depression, {(columnsAreDevices ? "a device each" : "cycles of one device")}"),
                ["mean step"] = string.Create(CultureInfo.InvariantCulture, $"isotonic curve, window ±{Window} of the range"),
                ["C2C [S]"] = string.Create(CultureInfo.InvariantCulture, $"{noise.Up.Step:G4} potentiation, {noise.Down.Step:G4} depression"),
                ["read noise [S]"] = Read(noise).ToString("G4", CultureInfo.InvariantCulture),
                ["pulse"] = "not in the source: amplitude and energy 0, width 1 s",
            }));
    }

    private static TableCorner Corner(
        IReadOnlyList<PulseCurve> up, IReadOnlyList<PulseCurve> down, int bins, int levels, string source, out (StepNoise Up, StepNoise Down) noise)
    {
        var (rising, falling) = (new MonotoneCurve(up, rises: true), new MonotoneCurve(down, rises: false));
        var (low, high) = (Math.Max(rising.Lowest, falling.Lowest), Math.Min(rising.Highest, falling.Highest));
        if (!(low < high))
        {
            throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                $"{source}: potentiation runs from {rising.Lowest:G4} to {rising.Highest:G4} S and depression from {falling.Highest:G4} to {falling.Lowest:G4} S, expected ranges that overlap."));
        }

        noise = (StepNoise.Of(up, rising, Window * (high - low)), StepNoise.Of(down, falling, Window * (high - low)));
        var read = new double[bins];
        Array.Fill(read, Read(noise));
        return new TableCorner(low, high, Steps(rising, noise.Up.Step), Steps(falling, noise.Down.Step), read);

        double[] Steps(MonotoneCurve curve, double spread)
        {
            var steps = new double[bins * levels];
            for (var bin = 0; bin < bins; bin++)
            {
                var conductance = low + ((high - low) * bin / (bins - 1));
                var mean = curve.Step(conductance, Window * (high - low));
                for (var level = 0; level < levels; level++)
                {
                    steps[(bin * levels) + level] = Math.Clamp(mean + (spread * SliceMean(level, levels)), low - conductance, high - conductance);
                }
            }

            return steps;
        }
    }

    private static double Read((StepNoise Up, StepNoise Down) noise) => Math.Sqrt(((noise.Up.Read * noise.Up.Read) + (noise.Down.Read * noise.Down.Read)) / 2);

    /// <summary>The mean of one of the equally likely slices of a standard normal.</summary>
    private static double SliceMean(int level, int levels)
    {
        return levels * (Density(level) - Density(level + 1));

        double Density(int edge) => edge == 0 || edge == levels ? 0 : Normal.PDF(0, 1, Normal.InvCDF(0, 1, (double)edge / levels));
    }
}
