using System.Globalization;

namespace DevicePhys.Tables.Exchange;

/// <summary>A pulse table as one CSV file, a line for each device, pulse and conductance bin.</summary>
public static class TableCsv
{
    /// <summary>Writes the table; the file appears whole or not at all.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file.</param>
    public static void Save(PulseTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        WholeFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write($"device,pulse,conductance_S,{string.Join(',', Enumerable.Range(1, table.Levels).Select(level => string.Create(CultureInfo.InvariantCulture, $"step{level}_S")))}\n");
            for (var device = 0; device <= table.Population.Count; device++)
            {
                var corner = device == 0 ? table.Nominal : table.Population[device - 1];
                var name = device == 0 ? "nominal" : device.ToString(CultureInfo.InvariantCulture);
                foreach (var polarity in (Polarity[])[Polarity.Potentiation, Polarity.Depression])
                {
                    for (var bin = 0; bin < table.Bins; bin++)
                    {
                        var conductance = corner.GMin + ((corner.GMax - corner.GMin) * bin / (table.Bins - 1));
                        var steps = corner.Steps(polarity).Slice(bin * table.Levels, table.Levels).ToArray();
                        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name},{polarity.ToString().ToLowerInvariant()},{conductance:R},{string.Join(',', steps.Select(s => s.ToString("R", CultureInfo.InvariantCulture)))}\n"));
                    }
                }
            }
        });
    }
}
