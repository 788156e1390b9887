using System.Text.RegularExpressions;
using Xunit;

namespace DevicePhys.Tests.Architecture;

public sealed partial class SourceFileTests
{
    // Origin: design.md, section 5: "median file ≤ 80 lines, p90 ≤ 200, cap 300".
    private const int MostLines = 300;

    private static readonly string[] Libraries = ["src", "devices", "circuits"];

    [Fact]
    public void No_source_file_is_longer_than_the_cap() =>
        Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > MostLines);

    [Fact]
    public void Random_numbers_come_from_keyed_streams_only() =>
        Assert.DoesNotContain(Sources(), file => RandomSource().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void No_library_asks_for_the_date() =>
        Assert.DoesNotContain(
            Sources().Where(file => !file.Contains("DevicePhys.Cli", StringComparison.Ordinal)),
            file => Clock().IsMatch(File.ReadAllText(file)));

    [Theory]
    [InlineData("var r = new Random();", true)]
    [InlineData("var r = new System.Random (7);", true)]
    [InlineData("Random r = new(7);", true)]
    [InlineData("Random.Shared.Next()", true)]
    [InlineData("new RandomStream(7, \"d2d\")", false)]
    [InlineData("Path.GetRandomFileName()", false)]
    public void The_search_for_random_numbers_finds_them(string line, bool found) => Assert.Equal(found, RandomSource().IsMatch(line));

    private static IEnumerable<string> Sources() => Repository.Files("*.cs", Libraries);

    [GeneratedRegex(@"\bnew\s+(System\.)?Random\s*\(|\bRandom\.Shared\b|\bRandom\s+\w+\s*=\s*new\b")]
    private static partial Regex RandomSource();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();
}
