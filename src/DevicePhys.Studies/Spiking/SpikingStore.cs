using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using DevicePhys.Errors;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Spiking;

/// <summary>The folder in which a spiking study keeps how far its networks have learnt, and what finished tests came to: what a stopped run goes on from.</summary>
/// <remarks>Every file appears whole or not at all. The manifest says which run the folder belongs to; another run is refused. A file that is damaged counts as missing.</remarks>
public sealed class SpikingStore
{
    private const string Schema = "devicephys/spiking-parts/1";

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private SpikingStore(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Opens the folder of a run, and makes it where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="identity">The run, see <see cref="Identity"/>.</param>
    /// <exception cref="DataFileException">The folder belongs to another run, or cannot be written.</exception>
    public static SpikingStore Open(string folder, string identity)
    {
        RunManifest.Claim(folder, Schema, identity, "images and options");
        return new SpikingStore(folder);
    }

    /// <summary>SHA-256 of everything that decides the results of a seed, hexadecimal.</summary>
    /// <param name="settings">The training and the tests; threads change nothing, and a study of more seeds goes on from those there are.</param>
    /// <param name="memories">The memories tested in, where they are not that of the training.</param>
    /// <param name="data">The images.</param>
    public static string Identity(SpikingDigitsSettings settings, IReadOnlyList<SynapseMemorySettings> memories, DigitSet data)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(memories);
        ArgumentNullException.ThrowIfNull(data);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var images in new[] { data.Train, data.Test })
        {
            hash.AppendData(images.Labels);
            hash.AppendData(images.Pixels);
        }

        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new { DevicePhysVersion.Current, Settings = settings with { Threads = 1, Seeds = [] }, Memory = (object?)settings.Memory, Memories = memories }, Json));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Keeps how far a network has learnt.</summary>
    internal void Save(SpikingLearner learner) => NpzFile.Save(PathOf(learner.Seed), learner.State());

    /// <summary>Moves a new network on to where it was kept; nothing happens where nothing was kept.</summary>
    internal void Restore(SpikingLearner learner)
    {
        try
        {
            if (File.Exists(PathOf(learner.Seed)))
                learner.Restore(NpzFile.Load(PathOf(learner.Seed)));
        }
        catch (DataFileException)
        {
        }
    }

    /// <summary>What a test came to: read where it is kept, else made and kept.</summary>
    /// <param name="seed">The seed of the network.</param>
    /// <param name="memory">Which memory it was tested in.</param>
    /// <param name="test">Makes the test.</param>
    /// <param name="skipped">Told when the test need not be made.</param>
    internal SpikingDigitsRun Outcome(ulong seed, int memory, Func<SpikingDigitsRun> test, Action skipped)
    {
        var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"outcome-{seed}-{memory}.json"));
        try
        {
            if (File.Exists(path) && JsonSerializer.Deserialize<SpikingDigitsRun>(File.ReadAllBytes(path), Json) is { } kept)
            {
                skipped();
                return kept;
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
        }

        var run = test();
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, run, Json));
        return run;
    }

    private string PathOf(ulong seed) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"network-{seed}.npz"));
}
