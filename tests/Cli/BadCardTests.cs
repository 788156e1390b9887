using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>A user's broken card, from the file to the terminal.</summary>
public sealed class BadCardTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bad-cards").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\"VOn\":", "\"VOnn\":", "parameter 'VOn")]
    [InlineData("\"name\":", "\"nam\":", "'nam'")]
    [InlineData("\"-0.2 V\"", "\"-0.2 Ohm\"", "'VOn'")]
    [InlineData("\"-0.2 V\"", "\"NaN V\"", "'VOn'")]
    [InlineData("\"-0.2 V\"", "\"-200 V\"", "'VOn'")]
    [InlineData("\"model\": \"Vteam\"", "\"model\": \"Vteamm\"", "'Vteamm', did you mean 'Vteam'")]
    [InlineData("{", "", "the JSON is broken")]
    public async Task A_broken_card_is_one_sentence_that_names_the_file_and_the_place(string from, string to, string named)
    {
        var text = DeviceCatalog.Default.Card("Vteam.MemTorch").ToJson();
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the card has no {from}");
        var path = Path.Combine(folder, "Mine.card.json");
        await File.WriteAllTextAsync(path, text[..at] + to + text[(at + from.Length)..], TestContext.Current.CancellationToken);
        await Refused(path, named);
    }

    [Fact]
    public async Task A_card_of_100_MB_is_one_sentence_too()
    {
        var path = Path.Combine(folder, "Large.card.json");
        await using (var stream = File.Create(path))
        {
            stream.SetLength(100_000_000);
        }

        await Refused(path, "too large");
    }

    private static async Task Refused(string path, string named)
    {
        var run = await Invocation.OfTool("characterize", path, "-o", path + ".npz");
        Assert.NotEqual(0, run.Code);
        Assert.Equal("", run.Output);
        var line = Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Contains(path, line);
        Assert.Contains(named, line);
        Assert.EndsWith(".", line);
    }
}
