using System.CommandLine;
using DevicePhys.Studies.Measured;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;

namespace DevicePhys.Cli.Mnist;

/// <summary>The options by which a verb is told a device: its pulse table, or what was measured on it.</summary>
internal sealed class DeviceOptions
{
    private readonly Option<string?> table = new("--table") { Description = "A pulse table (.npz), or a folder with CrossSim dG tables.", HelpName = "file" };

    private readonly Option<string?> potentiation = new("--data-ltp") { Description = "Measured potentiation instead: a CSV column of conductances [S] for each run, optional first column 'pulse'.", HelpName = "file.csv" };

    private readonly Option<string?> depression = new("--data-ltd") { Description = "Measured depression, in the same form.", HelpName = "file.csv" };

    private readonly Option<bool> devices = new("--columns-are-devices") { Description = "Every column of the measured data is another device; otherwise another cycle of one." };

    private readonly Option<double> read = new("--read-voltage") { Description = "The measured data are currents at this voltage [V].", HelpName = "number" };

    private readonly Option<string?> save = new("--save-table") { Description = "Write the pulse table that was made of the measured data.", HelpName = "file.npz" };

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All() => [table, potentiation, depression, devices, read, save];

    /// <summary>Whether the device is known by measurements.</summary>
    public bool IsMeasured(ParseResult parse) => parse.GetValue(potentiation) is not null;

    /// <summary>Whether any of the options names a device.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetValue(table) is not null || parse.GetValue(potentiation) is not null || parse.GetValue(depression) is not null;

    /// <summary>The device that the options name.</summary>
    public PulseTable Load(ParseResult parse)
    {
        var (path, up, down) = (parse.GetValue(table), parse.GetValue(potentiation), parse.GetValue(depression));
        if ((path is null) == (up is null) || (up is null) != (down is null))
        {
            throw new ArgumentException("the device: expected either --table, or both --data-ltp and --data-ltd.");
        }

        var device = path is null ? MeasuredTable.Load(up!, down!, parse.GetValue(devices), parse.GetValue(read))
            : Directory.Exists(path) ? CrossSimTables.Import([path])
            : PulseTableFile.Load(path);
        if (parse.GetValue(save) is { } to)
        {
            PulseTableFile.Save(device, to);
        }

        return device;
    }
}
