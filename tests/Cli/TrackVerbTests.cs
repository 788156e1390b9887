using System.Text.Json;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class TrackVerbTests
{
    [Fact]
    public async Task Pictures_paths_and_counts_are_written()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "track");
        var run = await Invocation.OfTool("track", "--forward", "3", "--backward", "1", "--output", output, "--json");
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/track/1", document.GetProperty("schema").GetString());
        Assert.Equal("SkyrmionTrack.GdFeCo", document.GetProperty("card").GetString());
        var counts = document.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()).ToArray();
        Assert.Equal(4, counts.Length);
        Assert.InRange(counts[2], 2, 4);
        Assert.All(document.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
        var lines = await File.ReadAllLinesAsync(Path.Combine(output, "paths.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("skyrmion,time_s,x_m,y_m", lines[0]);
        Assert.True(lines.Length > 100);
        Assert.StartsWith("<?xml", await File.ReadAllTextAsync(Path.Combine(output, "history.svg"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(output, "track.svg")));
    }

    [Theory]
    [InlineData("--density", "3 V", "--density: '3 V' should be above 0 and in 'A/m^2'.")]
    [InlineData("--width", "soon", "--width: 'soon' is not a number with a unit, such as '10 kOhm'.")]
    [InlineData("--forward", "-1", "--forward and --backward should be 0 or more, and not both 0.")]
    public async Task A_wrong_option_is_one_sentence(string option, string value, string sentence)
    {
        using var folder = new TemporaryFolder();
        var run = await Invocation.OfTool("track", option, value, "--output", Path.Combine(folder.Path, "track"));
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
