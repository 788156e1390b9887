using DevicePhys.Tests.Architecture;
using DevicePhys.Tests.Cli;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Readme;

/// <summary>The pictures of the model families are made by the commands that stand beside them.</summary>
public sealed class PictureListTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "validation", "pictures");

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal)))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[1][1..cells[1].IndexOf(']', StringComparison.Ordinal)], cells[3].Trim('`'), cells[4].Trim('`'));
            }

            return rows;
        }
    }

    [Fact]
    public void Every_picture_is_in_the_list() =>
        Assert.Equal(Directory.GetFiles(Folder, "*.svg").Select(Path.GetFileName).Order(), Rows.Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_command_beside_a_picture_writes_it(string picture, string command, string file)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "out");
        var run = await Invocation.OfTool([.. command.Split(' ')[1..], "--output", output]);
        Assert.Equal((0, ""), (run.Code, run.Error));

        // The same lines and words; digits may differ in the last place from one processor to the next.
        var (made, kept) = (await Text(Path.Combine(output, file)), await Text(Path.Combine(Folder, picture)));
        Assert.Equal(Words(kept), Words(made));
    }

    private static Task<string> Text(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Words(string svg) =>
        svg.Split('<').Where(part => part.StartsWith("text", StringComparison.Ordinal)).Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..].Trim());
}
