using DevicePhys.Errors;
using PureHDF;

namespace DevicePhys.Tables.Exchange;

/// <summary>A pulse table as one HDF5 file: a group for each device, datasets with their units, and where it came from as attributes of the file.</summary>
/// <remarks>
/// Groups "nominal" and "device1", "device2", ...; in each "conductance" [Bins], "potentiation" and "depression" [Bins × Levels] and "read_noise" [Bins], all in siemens. Times are in seconds,
/// energies in joules, an infinite retention time is the number infinity.
/// </remarks>
public static class TableHdf5
{
    /// <summary>Writes the table; the file appears whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Save(PulseTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        var file = new H5File { ["nominal"] = Group(table.Nominal, table) };
        for (var device = 0; device < table.Population.Count; device++)
        {
            file[$"device{device + 1}"] = Group(table.Population[device], table);
        }

        file.Attributes = new()
        {
            ["card"] = table.Provenance.Card, ["card_hash"] = table.Provenance.CardHash, ["readout"] = table.Provenance.Readout, ["circuit"] = table.Provenance.Circuit,
            ["engine"] = table.Provenance.Engine, ["version"] = table.Provenance.Version, ["draws"] = table.Provenance.Draws, ["seed"] = table.Provenance.Seed,
            ["retention_time_s"] = table.RetentionTime,
            ["potentiation_amplitude_V"] = table.Potentiation.Amplitude, ["potentiation_width_s"] = table.Potentiation.Width, ["potentiation_energy_J"] = table.Potentiation.Energy,
            ["depression_amplitude_V"] = table.Depression.Amplitude, ["depression_width_s"] = table.Depression.Width, ["depression_energy_J"] = table.Depression.Energy,
        };
        foreach (var (name, value) in table.Provenance.Settings)
        {
            file.Attributes[$"setting {name}"] = value;
        }

        // The library wants to read back what it writes.
        using var memory = new MemoryStream();
        file.Write(memory);
        WholeFile.Write(path, stream => stream.Write(memory.ToArray()));
    }

    private static H5Group Group(TableCorner corner, PulseTable table)
    {
        var conductance = Enumerable.Range(0, table.Bins).Select(bin => corner.GMin + ((corner.GMax - corner.GMin) * bin / (table.Bins - 1))).ToArray();
        ulong[] bins = [(ulong)table.Bins], rows = [(ulong)table.Bins, (ulong)table.Levels];
        return new H5Group
        {
            ["conductance"] = Siemens(conductance, bins),
            ["potentiation"] = Siemens(corner.Potentiation.ToArray(), rows),
            ["depression"] = Siemens(corner.Depression.ToArray(), rows),
            ["read_noise"] = Siemens(corner.ReadNoise.ToArray(), bins),
        };
    }

    private static H5Dataset Siemens(double[] values, ulong[] shape)
    {
        var set = new H5Dataset(values, fileDims: shape);
        set.Attributes = new() { ["unit"] = "S" };
        return set;
    }
}
