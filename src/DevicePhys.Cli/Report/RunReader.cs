using System.Text;
using DevicePhys.Cli.Report.Sections;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Plotting;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Report;

/// <summary>Reads runs: folders that verbs wrote, records printed with --json, pulse tables and cards.</summary>
internal static class RunReader
{
    private const long LargestFile = 256L << 20;

    /// <summary>The sections of one run.</summary>
    /// <exception cref="DataFileException">There is no run, or a file of it is damaged; one sentence that names the file.</exception>
    public static IReadOnlyList<ReportSection> Read(string path)
    {
        if (Directory.Exists(path))
            return [Folder(path)];
        if (!File.Exists(path))
            throw new DataFileException($"{path}: there is no such folder or file, expected a run.");
        return [Guarded(path, () => One(path))];
    }

    private static ReportSection One(string path) => path switch
    {
        _ when path.EndsWith(".card.json", StringComparison.OrdinalIgnoreCase) => CardSection.Of(DeviceCatalog.Default.Card(path), path, null),
        _ when path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) => RunSections.Of(RunNode.Load(path)),
        _ when path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) => TableSection.Of(PulseTableFile.Load(path), path),
        _ => throw new DataFileException($"{path}: this is no run, expected a folder, a .json record, a pulse table (.npz) or a .card.json file."),
    };

    // The records of a folder are one run: the first one gives the heading, the pictures stand at the end.
    private static ReportSection Folder(string folder)
    {
        ReportSection[] records =
        [
            .. Directory.EnumerateFiles(folder, "*.json").Where(file => !file.EndsWith(".card.json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
                .Select(file => Guarded(file, () => RunSections.Of(RunNode.Load(file)))),
        ];
        ReportFigure[] figures = [.. Directory.EnumerateFiles(folder, "*.svg").Order(StringComparer.Ordinal).Select(file => Guarded(file, () => Figure(file)))];
        if (records.Length == 0 && figures.Length == 0)
            throw new DataFileException($"{folder}: there is no run in this folder, expected a run.json or pictures, as the verbs write them.");
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return records.Length == 0
            ? new(name, "pictures", folder, [], figures, [])
            : new(records[0].Title, records[0].Kind, folder, [.. records.SelectMany(r => r.Facts)], [.. records.SelectMany(r => r.Blocks), .. figures], [.. records.SelectMany(r => r.Cards)]);
    }

    private static ReportFigure Figure(string file)
    {
        var svg = File.ReadAllText(file, Encoding.UTF8);
        var data = SvgData.Read(svg);
        return new(data?.Title is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(file), svg, data);
    }

    // Values that fit their fields may still make no picture; the file is to blame, not the command line.
    private static T Guarded<T>(string file, Func<T> read)
    {
        if (new FileInfo(file).Length > LargestFile)
            throw new DataFileException($"{file}: it is larger than {LargestFile >> 20} MB, expected a record or a picture.");
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            throw new DataFileException($"{file}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new DataFileException($"{file}: a text of it holds half a character, expected whole ones.", exception);
        }
    }
}
