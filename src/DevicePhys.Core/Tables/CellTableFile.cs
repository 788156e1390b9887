using System.Text.Json;
using DevicePhys.Errors;

namespace DevicePhys.Tables;

/// <summary>The file form of a cell table: an .npz file that numpy reads.</summary>
/// <remarks>
/// Members, all double, C order, column 0 the stored 0, column 1 the stored 1:
/// <list type="bullet">
/// <item><c>temperature</c> [Temperatures], [K].</item>
/// <item><c>read_energy</c>, <c>write_energy</c>, <c>refresh_energy</c> [Temperatures × 2], [J]; <c>leakage</c> [Temperatures × 2], [A].</item>
/// <item><c>retention_median</c> [Temperatures × 2], [s], infinite where a bit is never lost; <c>retention_sigma</c>,
/// <c>retention_tail_sigma</c> and <c>retention_tail_start</c> [Temperatures × 2], as in <see cref="RetentionLaw"/>.</item>
/// <item><c>meta_json</c> [bytes]: UTF-8 JSON with the schema "devicephys/celltable/1", the cell, supply, times and provenance.</item>
/// </list>
/// </remarks>
public static class CellTableFile
{
    private const string Schema = "devicephys/celltable/1", MetaName = "meta_json", TemperatureName = "temperature";

    private static readonly (string Name, Func<CellCondition, double> Value)[] Columns =
    [
        ("read_energy", condition => condition.ReadEnergy), ("write_energy", condition => condition.WriteEnergy),
        ("refresh_energy", condition => condition.RefreshEnergy), ("leakage", condition => condition.Leakage),
        ("retention_median", condition => condition.Retention.Median), ("retention_sigma", condition => condition.Retention.Sigma),
        ("retention_tail_sigma", condition => condition.Retention.TailSigma), ("retention_tail_start", condition => condition.Retention.TailStart),
    ];

    /// <summary>Saves a table; the file appears whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file, .npz; replaced if it exists.</param>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Save(CellTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        var count = table.Temperatures.Count;

        // Sorted, so that the order in which settings were made does not change the bytes.
        var provenance = table.Provenance with { Settings = new SortedDictionary<string, string>(table.Provenance.Settings.ToDictionary(), StringComparer.Ordinal) };
        var meta = new CellTableMeta(Schema, table.Cell, table.Supply, table.Cycle, table.ReadTime, provenance);
        NpzFile.Save(path,
        [
            new(MetaName, NpyArray.Of(JsonSerializer.SerializeToUtf8Bytes(meta, TableJson.Default.CellTableMeta))),
            new(TemperatureName, NpyArray.Of(table.Temperatures.ToArray())),
            .. Columns.Select(column => KeyValuePair.Create(
                column.Name, NpyArray.Of([.. table.Zero.Zip(table.One).SelectMany(pair => new[] { column.Value(pair.First), column.Value(pair.Second) })], count, 2))),
        ]);
    }

    /// <summary>Loads a table.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file is missing, damaged, or holds no cell table.</exception>
    public static CellTable Load(string path)
    {
        var members = NpzFile.Load(path);
        string[] names = [MetaName, TemperatureName, .. Columns.Select(column => column.Name)];
        if (names.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing)
            throw new DataFileException($"{path}: the member '{missing}' is missing, expected a cell table.");
        if (members.Keys.Except(names).FirstOrDefault() is { } unknown)
            throw new DataFileException($"{path}: {unknown}: it does not belong to a cell table, expected {string.Join(", ", names)}.");
        var reader = new MemberReader(members, path);
        var meta = ReadMeta(reader, path);
        var count = reader.Rows(TemperatureName);
        var columns = Columns.Select(column => reader.Doubles(column.Name, count, 2)).ToArray();
        try
        {
            return new CellTable(
                meta.Cell, meta.Supply, meta.Cycle, meta.ReadTime, reader.Doubles(TemperatureName, count), Conditions(0), Conditions(1), meta.Provenance);
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException($"{path}: {exception.Message}", exception);
        }

        CellCondition[] Conditions(int bit) => [.. Enumerable.Range(0, count).Select(row => (2 * row) + bit).Select(at => new CellCondition(
            columns[0][at], columns[1][at], columns[2][at], columns[3][at], new RetentionLaw(columns[4][at], columns[5][at], columns[6][at], columns[7][at])))];
    }

    private static CellTableMeta ReadMeta(MemberReader reader, string file)
    {
        try
        {
            return JsonSerializer.Deserialize(reader.Bytes(MetaName), TableJson.Default.CellTableMeta) is { Schema: Schema } meta
                ? meta
                : throw new DataFileException($"{file}: {MetaName}: the schema is another one, expected '{Schema}'.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new DataFileException($"{file}: {MetaName}: it is not the JSON of a cell table, expected schema '{Schema}'.", exception);
        }
    }
}
