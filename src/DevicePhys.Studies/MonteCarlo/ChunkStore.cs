using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Tables;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The folder in which a run keeps its finished chunks: what a killed run goes on from, and where shards on other machines leave their part.</summary>
/// <remarks>
/// Every chunk is a file of its own that appears whole or not at all, so any number of processes may work in one folder. The manifest says which
/// run the folder belongs to; another run is refused. A chunk that is damaged counts as missing.
/// </remarks>
public sealed class ChunkStore
{
    /// <summary>The name of the file that says which run a folder belongs to.</summary>
    public const string Manifest = RunManifest.Name;

    private const string Schema = "devicephys/montecarlo-parts/1";

    private ChunkStore(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Opens the folder of a run, and makes it where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="study">The run.</param>
    /// <exception cref="DataFileException">The folder belongs to another run, or cannot be written.</exception>
    public static ChunkStore Open(string folder, MonteCarloStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        RunManifest.Claim(
            folder, Schema, study.Identity, "card, bench and options", new("chunks", study.Settings.Chunks), new("samples", study.Settings.Samples));
        return new ChunkStore(folder);
    }

    /// <summary>The chunks whose files are there, ascending.</summary>
    /// <param name="folder">The folder of a run.</param>
    public static IReadOnlyList<int> Present(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "chunk-*.npz")
            .Select(file => Path.GetFileNameWithoutExtension(file)["chunk-".Length..])
            .Where(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Order(),
    ];

    /// <summary>How many chunks the run of a folder has.</summary>
    /// <param name="folder">The folder of a run.</param>
    /// <exception cref="DataFileException">The folder is not that of a run.</exception>
    public static int Chunks(string folder) => RunManifest.Read(folder, root =>
        root.GetProperty("chunks").GetInt32() is > 0 and var chunks && chunks <= root.GetProperty("samples").GetInt32() ? chunks : throw new FormatException());

    /// <summary>Keeps a chunk.</summary>
    public void Save(int chunk, MonteCarloSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        NpzFile.Save(PathOf(chunk), [new("drawn", NpyArray.Of(samples.Drawn)), new("measured", NpyArray.Of(samples.Measured)), new("weights", NpyArray.Of(samples.Weights))]);
    }

    /// <summary>A chunk that was kept; null when it is not there, or damaged.</summary>
    public MonteCarloSamples? Load(int chunk, IReadOnlyList<TraceColumn> parameters, IReadOnlyList<TraceColumn> outputs, int count)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(outputs);
        if (!File.Exists(PathOf(chunk)))
            return null;
        try
        {
            var arrays = NpzFile.Load(PathOf(chunk));
            double[] Of(string name) => arrays.TryGetValue(name, out var array) && array.ElementType == typeof(double) ? array.Values<double>() : [];
            var (drawn, measured, weights) = (Of("drawn"), Of("measured"), Of("weights"));
            return drawn.Length == count * parameters.Count && measured.Length == count * outputs.Count && weights.Length == count
                ? new MonteCarloSamples(parameters, outputs, drawn, measured, weights) : null;
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    /// <summary>The shift of importance sampling that some process of this run has found; null when none has.</summary>
    public double[]? LoadShift(int dimensions)
    {
        var path = Path.Combine(Folder, "shift.npz");
        if (!File.Exists(path))
            return null;
        try
        {
            return NpzFile.Load(path).TryGetValue("shift", out var shift) && shift.Length == dimensions && shift.ElementType == typeof(double) ? shift.Values<double>() : null;
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    /// <summary>Keeps the shift, so that every shard need not search for it.</summary>
    public void SaveShift(double[] shift) => NpzFile.Save(Path.Combine(Folder, "shift.npz"), [new("shift", NpyArray.Of(shift))]);

    private string PathOf(int chunk) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"chunk-{chunk:00000}.npz"));
}
