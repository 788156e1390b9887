using System.Text.Json;
using DevicePhys.Cli.Plots;
using DevicePhys.Sampling;
using DevicePhys.Tables;
using DevicePhys.Tests.Plotting;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class PlotVerbTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("devicephys-plot-").FullName;

    private string TableFile
    {
        get
        {
            var path = Path.Combine(root, "table.npz");
            PulseTableFile.Save(SamplePictures.Table(), path);
            return path;
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task A_table_becomes_two_pictures_in_the_named_folder()
    {
        var folder = Path.Combine(root, "pictures");
        var run = await Invocation.OfTool("plot", TableFile, "-o", folder);
        Assert.Equal(0, run.Code);
        string[] svg = [.. Directory.EnumerateFiles(folder, "*.svg").Order()];
        Assert.Equal([Path.Combine(folder, "conductance.svg"), Path.Combine(folder, "steps.svg")], svg);
        Assert.All(svg, file => Assert.Contains("Synapse.Made", File.ReadAllText(file)));
        Assert.All(Directory.EnumerateFiles(folder), file => Assert.Contains(file, run.Output));
    }

    [Fact]
    public async Task Pictures_are_written_as_the_kinds_that_were_asked_for()
    {
        var folder = Path.Combine(root, "pictures");
        Assert.Equal(0, (await Invocation.OfTool("plot", TableFile, "-o", folder, "--pictures", "pdf, svg")).Code);
        Assert.Equal(["conductance.pdf", "conductance.svg", "steps.pdf", "steps.svg"], Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(file => file != "run.json").Order(StringComparer.Ordinal));
        Assert.Equal("%PDF-"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, "steps.pdf"))[..5]);
        var wrong = await Invocation.OfTool("plot", TableFile, "-o", Path.Combine(root, "other"), "--pictures", "svg,gif");
        Assert.Equal((2, "devicephys: --pictures: 'gif' is not a kind of picture, expected some of svg, png, pdf, separated by commas."), (wrong.Code, wrong.Error.TrimEnd()));
        Assert.False(Directory.Exists(Path.Combine(root, "other")));
    }

    [Fact]
    public async Task The_JSON_names_the_files()
    {
        var folder = Path.Combine(root, "pictures");
        var run = await Invocation.OfTool("plot", TableFile, "-o", folder, "--json");
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/plot/1", document.GetProperty("schema").GetString());
        Assert.Equal(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal), document.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_picture()
    {
        async Task<string> Draw(string name, string seed)
        {
            var folder = Path.Combine(root, name);
            Assert.Equal(0, (await Invocation.OfTool("plot", TableFile, "-o", folder, "--seed", seed)).Code);
            return File.ReadAllText(Path.Combine(folder, "conductance.svg"));
        }

        var first = await Draw("a", "7");
        Assert.Equal(first, await Draw("b", "7"));
        Assert.NotEqual(first, await Draw("c", "8"));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_one_sentence_and_leaves_no_folder()
    {
        var file = Path.Combine(root, "wrong.npz");
        File.WriteAllText(file, "not a table");
        var run = await Invocation.OfTool("plot", file, "-o", Path.Combine(root, "pictures"));
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith($"devicephys: {file}", run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(root));
    }

    [Fact]
    public void A_device_is_filled_and_emptied_within_its_range()
    {
        var table = SamplePictures.Table();
        var sequence = PulseSequence.Draw(table, 50, new RandomStream(1, "test"));
        Assert.Equal(50, sequence.Traces.Count);
        Assert.All(sequence.Traces, trace =>
        {
            Assert.Equal(table.Nominal.GMin, trace[0]);
            Assert.InRange(trace[sequence.PotentiationPulses], 43e-6, 44.6e-6);
            Assert.InRange(trace[^1], 39.4e-6, 41e-6);
        });
    }
}
