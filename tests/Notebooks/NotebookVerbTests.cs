using System.Text.Json;
using DevicePhys.Cli;
using DevicePhys.Notebooks.Files;
using DevicePhys.Tests.Cli;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class NotebookVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_stores_outputs_and_writes_nothing_but_its_file()
    {
        var path = Write("a", "var x = 2;", "Console.WriteLine(x);\nx * 1.5");
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var target = Path.Combine(folder.Path, "out", "b.ipynb");
        var run = await Invocation.OfTool("notebook", "run", path, "-o", target, "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("devicephys/notebook/1", JsonDocument.Parse(run.Output).RootElement.GetProperty("schema").GetString());
        Assert.Equal(["stream", "execute_result"], Notebook.Load(target).Cells[1].Outputs.Select(output => (string)output["output_type"]!));
        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["a.ipynb", Path.Combine("out", "b.ipynb")], Everything());
    }

    [Fact]
    public async Task A_cell_that_fails_is_named_and_its_error_is_stored()
    {
        var path = Write("a", "1 + 1", "int x = \"a\";", "2 + 2");
        var run = await Invocation.OfTool("notebook", "run", path);
        Assert.Equal(1, run.Code);
        Assert.StartsWith($"devicephys: {path}: cell 2 failed, written to {path}", run.Error, StringComparison.Ordinal);
        Assert.Contains("cell 2 (1,9): error CS0029", run.Error, StringComparison.Ordinal);
        var cells = Notebook.Load(path).Cells;
        Assert.Equal([1, 2, null], cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("error", (string)cells[1].Outputs.Single()["output_type"]!);
        Assert.Empty(cells[2].Outputs);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_the_loop_it_is_in_and_writes_nothing()
    {
        var path = Write("a", "var n = 0;", "while (true) { n++; }");
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(["notebook", "run", path], TextWriter.Null, error, cancel.Token);
        Assert.Equal((130, "devicephys: cancelled."), (code, error.ToString().Trim()));
        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["a.ipynb"], Everything());
    }

    [Fact]
    public async Task Values_are_set_behind_the_cell_with_the_defaults()
    {
        var path = Path.Combine(folder.Path, "a.ipynb");
        await File.WriteAllTextAsync(path, NotebookOf(("var n = 1;", """{"tags":["parameters"]}"""), ("n + 1", "{}")), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Invocation.OfTool("notebook", "run", path, "--set", "n=41")).Code);
        Assert.Equal(["var n = 1;", "n = 41;", "n + 1"], Notebook.Load(path).Cells.Select(cell => cell.Source));
        Assert.Equal("42", LastText(path));
        Assert.Equal(0, (await Invocation.OfTool("notebook", "run", path, "--set", "n=6")).Code);
        Assert.Equal(("7", 3), (LastText(path), Notebook.Load(path).Cells.Count));
        Assert.Equal("devicephys: --set: 'n' is not a name and a value, such as samples=1000.", (await Invocation.OfTool("notebook", "run", path, "--set", "n")).Error.Trim());
        var plain = Write("b", "1");
        Assert.EndsWith("no cell of code is tagged 'parameters', expected one with the default of 'n'.", (await Invocation.OfTool("notebook", "run", plain, "--set", "n=1")).Error.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_the_cells_that_changed_and_writes_nothing()
    {
        var path = Write("a", "double g = 1e-6;", "Console.WriteLine(g);", "g * 2");
        await Invocation.OfTool("notebook", "run", path);
        var same = await Invocation.OfTool("notebook", "check", path);
        Assert.Equal((0, $"{path}: 3 cells run, all outputs as stored\n"), (same.Code, same.Output));

        // The last digits may differ, a digit that shows may not.
        var stored = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, stored.Replace("2E-06", "2.0000001E-06", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Invocation.OfTool("notebook", "check", path)).Code);
        var changed = stored.Replace("2E-06", "2.1E-06", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, changed, TestContext.Current.CancellationToken);
        var check = await Invocation.OfTool("notebook", "check", path);
        Assert.Equal((3, $"{path}: 3 cells run, 1 cells changed\n  cell 3: output 1: text/plain, 2.1E-06 became 2E-06\n"), (check.Code, check.Output));
        Assert.Equal(changed, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_needs_no_other_file_and_lets_no_script_of_the_notebook_run()
    {
        var path = Write("a", """HTML("<b onclick='alert(1)'>bold</b><SCRIPT>alert(2)</SCRIPT><meta http-equiv='refresh' content='0;url=http://x'>")""", """new OxyPlot.PlotModel { Title = "a < b" }""", "// a comment\nvar s = \"<script>\";");
        await Invocation.OfTool("notebook", "run", path);
        Assert.Equal(0, (await Invocation.OfTool("notebook", "html", path)).Code);
        var page = await File.ReadAllTextAsync(Path.ChangeExtension(path, ".html"), TestContext.Current.CancellationToken);
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none';", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"c\">// a comment</span>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<b onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<meta http-equiv='refresh'", page, StringComparison.Ordinal);
        Assert.Equal(["a.html", "a.ipynb"], Everything());
    }

    [Fact]
    public async Task To_print_and_to_load_runs_nothing()
    {
        var trace = Path.Combine(folder.Path, "ran");
        var path = Write("a", $"System.IO.File.WriteAllText(@\"{trace}\", \"\");");
        Assert.Equal(0, (await Invocation.OfTool("notebook", "html", path)).Code);
        Assert.False(File.Exists(trace));
        Assert.Equal(0, (await Invocation.OfTool("notebook", "run", path)).Code);
        Assert.True(File.Exists(trace));
    }

    [Theory]
    [InlineData("python", "the notebook is in 'python', expected C#.")]
    public async Task A_notebook_in_another_language_is_refused(string language, string sentence)
    {
        var path = Path.Combine(folder.Path, "a.ipynb");
        var text = NotebookOf(("1", "{}")).Replace("\"metadata\":{\"k\":1}", $"\"metadata\":{{\"kernelspec\":{{\"language\":\"{language}\"}}}}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.Equal($"devicephys: {path}: {sentence}", (await Invocation.OfTool("notebook", "run", path)).Error.Trim());
    }

    [Fact]
    public async Task Two_results_of_one_name_are_refused()
    {
        var (a, b) = (Write("a", "1"), Path.Combine(folder.Path, "sub", "a.ipynb"));
        Directory.CreateDirectory(Path.GetDirectoryName(b)!);
        File.Copy(a, b);
        var run = await Invocation.OfTool("notebook", "html", a, b, "-o", Path.Combine(folder.Path, "out"));
        Assert.Equal((2, "devicephys: --output: two of the notebooks have the same name, expected a different one for each."), (run.Code, run.Error.Trim()));
    }

    private string Write(string name, params string[] cells)
    {
        var path = Path.Combine(folder.Path, $"{name}.ipynb");
        File.WriteAllText(path, NotebookOf([.. cells.Select(cell => (cell, "{}"))]));
        return path;
    }

    private static string NotebookOf(params (string Source, string Metadata)[] cells) => $$"""
        {"cells":[{{string.Join(',', cells.Select(cell => $$"""{"cell_type":"code","execution_count":null,"metadata":{{cell.Metadata}},"outputs":[],"source":{{JsonSerializer.Serialize(cell.Source)}}}"""))}}],"metadata":{"k":1},"nbformat":4,"nbformat_minor":5}
        """;

    private static string LastText(string path) => string.Concat(Notebook.Load(path).Cells[^1].Outputs.Single()["data"]!["text/plain"]!.AsArray().Select(line => (string)line!));

    private IEnumerable<string> Everything() =>
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file)).Order(StringComparer.Ordinal);
}
