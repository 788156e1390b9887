using System.Security.Cryptography;
using System.Text.Json;
using DevicePhys.Errors;

namespace DevicePhys.Tables;

/// <summary>The file form of a pulse table: an .npz file that numpy reads.</summary>
/// <remarks>
/// Members, all double, C order, first row the nominal device, then the population:
/// <list type="bullet">
/// <item><c>conductance_range</c> [1 + Population × 2], [S]: GMin and GMax.</item>
/// <item><c>potentiation</c> and <c>depression</c> [1 + Population × Bins × Levels], [S]: the steps.</item>
/// <item><c>read_noise</c> [1 + Population × Bins], [S].</item>
/// <item><c>chain_conductance</c> [Counts], [S], <c>chain_potentiation</c> and <c>chain_depression</c> [Counts × Counts]: a counting device only.</item>
/// <item><c>meta_json</c> [bytes]: UTF-8 JSON with the schema "devicephys/pulsetable/1", the bins and levels, the two pulses, the retention
/// time [s] ("Infinity" when nothing is lost) and the provenance.</item>
/// </list>
/// In numpy: <c>json.loads(bytes(numpy.load("table.npz")["meta_json"]))</c>.
/// </remarks>
public static class PulseTableFile
{
    private const string Schema = "devicephys/pulsetable/1";
    private const string MetaName = "meta_json", RangeName = "conductance_range", NoiseName = "read_noise";
    private const string PotentiationName = "potentiation", DepressionName = "depression";
    private const string CountsName = "chain_conductance", ChainUpName = "chain_potentiation", ChainDownName = "chain_depression";

    private static readonly string[] TableNames = [MetaName, RangeName, PotentiationName, DepressionName, NoiseName];
    private static readonly string[] ChainNames = [CountsName, ChainUpName, ChainDownName];

    /// <summary>SHA-256 of the file that <see cref="Save"/> writes, hexadecimal in lower case, as <c>sha256sum</c> prints it.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The hash; the same on every machine.</returns>
    /// <exception cref="ArgumentException">The table contradicts itself.</exception>
    public static string Hash(PulseTable table)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            NpzFile.Write(stream, Members(table));
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>Saves a table; the file appears whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file, .npz; replaced if it exists.</param>
    /// <exception cref="ArgumentException">The table contradicts itself.</exception>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Save(PulseTable table, string path) => NpzFile.Save(path, Members(table));

    /// <summary>Loads a table.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="DataFileException">The file is missing, damaged, or holds no pulse table.</exception>
    public static PulseTable Load(string path) => Read(NpzFile.Load(path), path);

    /// <summary>The table in the arrays of a file.</summary>
    internal static PulseTable Read(IReadOnlyDictionary<string, NpyArray> members, string file)
    {
        var hasChain = ChainNames.Any(members.ContainsKey);
        string[] names = hasChain ? [.. TableNames, .. ChainNames] : TableNames;
        if (names.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing)
        {
            throw new DataFileException($"{file}: the member '{missing}' is missing, expected a pulse table.");
        }

        if (members.Keys.Except(names).FirstOrDefault() is { } unknown)
        {
            throw new DataFileException($"{file}: {unknown}: it does not belong to a pulse table, expected {string.Join(", ", names)}.");
        }

        var reader = new MemberReader(members, file);
        var meta = ReadMeta(reader, file);
        try
        {
            var table = Assemble(meta, reader, hasChain, file);
            return PulseTableFlaws.First(table) is { } flaw ? throw new DataFileException($"{file}: {flaw}.") : table;
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException($"{file}: {exception.Message}", exception);
        }
    }

    private static PulseTable Assemble(PulseTableMeta meta, MemberReader reader, bool hasChain, string file)
    {
        var corners = reader.Rows(RangeName);
        var (bins, levels) = (meta.Bins, meta.Levels);
        if (bins < 2 || levels < 1)
        {
            throw new DataFileException($"{file}: {MetaName}: {bins} bins of {levels} levels, expected at least 2 bins of 1 level.");
        }

        var range = reader.Doubles(RangeName, corners, 2);
        var up = reader.Doubles(PotentiationName, corners, bins, levels);
        var down = reader.Doubles(DepressionName, corners, bins, levels);
        var noise = reader.Doubles(NoiseName, corners, bins);
        var all = Enumerable.Range(0, corners).Select(corner => new TableCorner(
            range[2 * corner],
            range[2 * corner + 1],
            up.AsMemory(corner * bins * levels, bins * levels),
            down.AsMemory(corner * bins * levels, bins * levels),
            noise.AsMemory(corner * bins, bins))).ToArray();
        var counts = hasChain ? reader.Rows(CountsName) : 0;
        var chain = hasChain
            ? new CountChain(
                reader.Doubles(CountsName, counts), reader.Doubles(ChainUpName, counts, counts), reader.Doubles(ChainDownName, counts, counts))
            : null;
        return new PulseTable(
            bins, levels, all[0], all[1..], meta.Potentiation, meta.Depression, meta.RetentionTime, chain, meta.Provenance);
    }

    private static PulseTableMeta ReadMeta(MemberReader reader, string file)
    {
        try
        {
            var meta = JsonSerializer.Deserialize(reader.Bytes(MetaName), TableJson.Default.PulseTableMeta)
                ?? throw new DataFileException($"{file}: {MetaName}: it is null, expected an object.");
            return meta.Schema == Schema
                ? meta
                : throw new DataFileException($"{file}: {MetaName}: the schema is another one, expected '{Schema}'.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new DataFileException($"{file}: {MetaName}: it is not the JSON of a pulse table, expected schema '{Schema}'.", exception);
        }
    }

    private static List<KeyValuePair<string, NpyArray>> Members(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (PulseTableFlaws.First(table) is { } flaw)
        {
            throw new ArgumentException($"The table contradicts itself: {flaw}.", nameof(table));
        }

        TableCorner[] corners = [table.Nominal, .. table.Population];
        double[] Joined(Func<TableCorner, ReadOnlyMemory<double>> part) => [.. corners.SelectMany(corner => part(corner).ToArray())];

        // Sorted, so that the order in which settings were made does not change the hash.
        var provenance = table.Provenance with { Settings = new SortedDictionary<string, string>(table.Provenance.Settings.ToDictionary(), StringComparer.Ordinal) };
        var meta = new PulseTableMeta(
            Schema, table.Bins, table.Levels, table.Potentiation, table.Depression, table.RetentionTime, provenance);
        List<KeyValuePair<string, NpyArray>> members =
        [
            new(MetaName, NpyArray.Of(JsonSerializer.SerializeToUtf8Bytes(meta, TableJson.Default.PulseTableMeta))),
            new(RangeName, NpyArray.Of([.. corners.SelectMany(corner => new[] { corner.GMin, corner.GMax })], corners.Length, 2)),
            new(PotentiationName, NpyArray.Of(Joined(corner => corner.Potentiation), corners.Length, table.Bins, table.Levels)),
            new(DepressionName, NpyArray.Of(Joined(corner => corner.Depression), corners.Length, table.Bins, table.Levels)),
            new(NoiseName, NpyArray.Of(Joined(corner => corner.ReadNoise), corners.Length, table.Bins)),
        ];
        if (table.Chain is { } chain)
        {
            members.Add(new(CountsName, NpyArray.Of(chain.Conductance.ToArray())));
            members.Add(new(ChainUpName, NpyArray.Of(chain.Potentiation.ToArray(), chain.Counts, chain.Counts)));
            members.Add(new(ChainDownName, NpyArray.Of(chain.Depression.ToArray(), chain.Counts, chain.Counts)));
        }

        return members;
    }
}
