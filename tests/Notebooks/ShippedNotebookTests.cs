using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Pages;
using DevicePhys.Notebooks.Running;
using DevicePhys.Tests.Architecture;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class ShippedNotebookTests
{
    // The notebook, and settings with which it is quick.
    public static TheoryData<string, string[]> Quick { get; } = new()
    {
        { "01-current-voltage", ["cycles=3"] },
        { "02-conductance", ["traces=3", "draws=16", "population=2"] },
        { "03-fit", ["noise=0.02", "search=false"] },
        { "04-variability", ["samples=60"] },
        { "05-mnist", ["presentations=100", "seeds=2", "synthetic=true", "images=500", "draws=32"] },
        { "06-own-device", ["presentations=100", "draws=16", "images=400"] },
    };

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal);

    [Fact]
    public void Every_notebook_is_run_here() =>
        Assert.Equal(Quick.Select(row => row.Data.Item1), Files.Select(Path.GetFileNameWithoutExtension));

    [Theory]
    [MemberData(nameof(Quick))]
    public void A_notebook_runs_to_its_end_with_other_settings(string name, string[] settings)
    {
        var path = Path.Combine(Repository.Root, "notebooks", $"{name}.ipynb");
        var notebook = Notebook.Load(path);
        NotebookRunner.Set(notebook, [.. settings.Select(setting => setting.Split('=')).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1]))]);
        var run = NotebookRunner.Run(notebook, Path.GetDirectoryName(path)!, cancellation: TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, $"cell {run.FailedCell}: {string.Join('\n', run.Error?.Trace ?? [])}");
        Assert.Contains(notebook.Cells.SelectMany(cell => cell.Outputs), output => output["data"]?["image/svg+xml"] is not null);
    }

    [Fact]
    public void Every_notebook_is_stored_with_the_outputs_and_pictures_of_one_run()
    {
        foreach (var notebook in Files.Select(Notebook.Load))
        {
            var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToArray();
            Assert.Equal(Enumerable.Range(1, code.Length), code.Select(cell => cell.ExecutionCount ?? 0));
            var outputs = code.SelectMany(cell => cell.Outputs).ToArray();
            Assert.DoesNotContain(outputs, output => (string?)output["output_type"] == "error");
            var pictures = outputs.Where(output => output["data"]?["image/svg+xml"] is not null).ToArray();
            Assert.NotEmpty(pictures);
            Assert.All(pictures, picture => Assert.NotNull(picture["data"]!["image/png"]));
            Assert.StartsWith("<!DOCTYPE html>", NotebookPage.Of(notebook), StringComparison.Ordinal);
        }
    }
}
