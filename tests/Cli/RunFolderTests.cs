using DevicePhys.Cli;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class RunFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("devicephys-runs-").FullName;

    private string Runs => Path.Combine(root, "runs");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Runs_are_numbered_from_1_and_appear_when_published()
    {
        for (var number = 1; number <= 3; number++)
        {
            using var run = RunFolder.Open("mnist", null, force: false, Runs);
            File.WriteAllText(run.PathOf("a.txt"), "a");
            Assert.False(Directory.Exists(Path.Combine(Runs, $"mnist-00{number}")));
            Assert.Equal(Path.Combine(Runs, $"mnist-00{number}"), run.Publish());
        }

        Assert.Equal(["mnist-001", "mnist-002", "mnist-003"], Directory.EnumerateFileSystemEntries(Runs).Select(Path.GetFileName).Order());
        Assert.Equal("a", File.ReadAllText(Path.Combine(Runs, "mnist-003", "a.txt")));
    }

    [Fact]
    public void A_run_that_is_not_published_leaves_nothing()
    {
        using (var run = RunFolder.Open("mnist", null, force: false, Runs))
        {
            File.WriteAllText(run.PathOf("a.txt"), "a");
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Runs));
    }

    [Fact]
    public void Runs_opened_at_the_same_time_get_different_numbers()
    {
        var runs = Enumerable.Range(0, 8).Select(_ => RunFolder.Open("mnist", null, force: false, Runs)).ToArray();
        var folders = new string[runs.Length];
        Parallel.For(0, runs.Length, i =>
        {
            File.WriteAllText(runs[i].PathOf("me.txt"), $"{i}");
            folders[i] = runs[i].Publish();
        });
        Assert.Equal(runs.Length, folders.Distinct().Count());
        Assert.All(Enumerable.Range(0, runs.Length), i => Assert.Equal($"{i}", File.ReadAllText(Path.Combine(folders[i], "me.txt"))));
    }

    [Fact]
    public void A_named_folder_is_used_when_it_is_new_or_empty()
    {
        Directory.CreateDirectory(Path.Combine(root, "empty"));
        foreach (var name in new[] { "empty", "new" + Path.DirectorySeparatorChar, Path.Combine("deep", "er") })
        {
            var output = Path.Combine(root, name);
            using var run = RunFolder.Open("plot", output, force: false, Runs);
            File.WriteAllText(run.PathOf("a.txt"), "a");
            run.Publish();
            run.Dispose();
            Assert.Equal(["a.txt"], Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_without_force_and_kept_with_it()
    {
        var output = Directory.CreateDirectory(Path.Combine(root, "full")).FullName;
        File.WriteAllText(Path.Combine(output, "mine.txt"), "mine");
        File.WriteAllText(Path.Combine(output, "run.json"), "old");
        var error = Assert.Throws<DataFileException>(() => RunFolder.Open("plot", output, force: false, Runs));
        Assert.Equal($"{output}: the folder is not empty, choose another one or add --force.", error.Message);

        using (var run = RunFolder.Open("plot", output, force: true, Runs))
        {
            run.Write("run.json", JsonText.Document("devicephys/plot/1", new { Seed = 1 }));
            run.Publish();
        }

        Assert.Equal(["mine.txt", "run.json"], Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order());
        Assert.StartsWith("{\n  \"schema\": \"devicephys/plot/1\"", File.ReadAllText(Path.Combine(output, "run.json")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        var output = Path.Combine(root, "file");
        File.WriteAllText(output, "");
        Assert.Throws<DataFileException>(() => RunFolder.Open("plot", output, force: true, Runs));
    }
}
