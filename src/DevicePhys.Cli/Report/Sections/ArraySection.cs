using DevicePhys.Cli.Arrays;
using DevicePhys.Plotting;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A crossbar with wires: its currents, and what the wires take from each cell where the file with the matrices is there.</summary>
internal static class ArraySection
{
    private const int MostInputs = 6;

    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record)
    {
        var (rows, columns) = (record.Number("rows"), record.Number("columns"));
        double[][] currents = [.. record.Items("currents").Select(input => Row(input, columns))];
        var blocks = new List<ReportBlock>();
        if (currents.Length > 0 && currents[0].Length > 0)
        {
            double[] lines = [.. Enumerable.Range(0, currents[0].Length).Select(line => (double)line)];
            var picture = CurvePlot.Draw(
                "Sensed currents", new("Bit line"), new("Current", "", "A"), [.. currents.Take(MostInputs).Select((row, i) => new CurveSeries($"input {SiText.Number(i)}", lines, row))]);
            blocks.Add(ReportFigure.Of(picture));
        }

        var file = record.Has("file") ? Path.Combine(Path.GetDirectoryName(record.File) ?? "", record.Text("file")) : null;
        if (file is not null && File.Exists(file))
        {
            var (cells, seen) = (MatrixFile.Load(file, "conductance"), MatrixFile.Load(file, "effective"));
            if (seen.Rows != cells.Rows || seen.Columns != cells.Columns)
                throw record["file"].Wrong("its two matrices differ in size, expected equal sizes");
            blocks.Add(ReportFigure.Of(WireLoss.Draw("Conductance lost to the wires", cells, seen.Values)));
        }

        return new($"Crossbar of {rows} × {columns} cells", RunSections.Kind(record), record.File, PlainSection.Facts(record, "currents"), blocks, []);
    }

    private static double[] Row(RunNode input, double columns)
    {
        double[] row = input.Value.ValueKind == System.Text.Json.JsonValueKind.Array
            ? [.. input.Value.EnumerateArray().Select((item, i) => new RunNode(input.File, $"{input.Path}[{i}]", item).Number())] : throw input.Wrong("this is no list, expected the currents of one input");
        return row.Length == columns ? row : throw input.Wrong($"it has {row.Length} currents, expected one for each of {columns} bit lines");
    }
}
