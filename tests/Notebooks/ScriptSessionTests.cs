using DevicePhys.Notebooks.Scripting;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class ScriptSessionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ScriptSession session;
    private readonly CellRecord record = new() { Answer = "7" };
    private int count;

    public ScriptSessionTests() => session = new ScriptSession(folder.Path);

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_cell_sees_what_earlier_cells_declared()
    {
        Ok("using System.Numerics; record Point(double V, double I);");
        Ok("var p = new Point(1, 2e-6); Complex Z() => new(p.V, 1);");
        Assert.Equal("1", Value("p.V"));
        Assert.Equal("<1; 1>", Value("Z()"));
    }

    [Fact]
    public void The_last_expression_is_the_value_and_a_statement_has_none()
    {
        Assert.Equal("4E-06", Value("2 * 2e-6"));
        Assert.Null(Ok("var x = 3;").Value);
    }

    [Fact]
    public void A_cell_may_await_at_the_top()
    {
        Assert.Equal("5", Value("await Task.Delay(10); await Task.Run(() => 5)"));
    }

    [Fact]
    public void What_a_cell_prints_goes_to_its_output_from_whatever_thread()
    {
        Ok("""Console.Write("a"); await Task.Run(() => Console.WriteLine("b")); Console.Error.WriteLine("oops");""");
        Assert.Equal(("ab\n", "oops\n"), (record.Output, record.ErrorOutput));
    }

    [Fact]
    public void A_cell_may_ask_the_reader()
    {
        Assert.Equal("7", Value("""input("how many? ")"""));
        Assert.Equal("7", Value("Console.ReadLine()"));
        Assert.Equal("how many? ", record.Output);
    }

    [Fact]
    public void An_error_of_the_compiler_names_cell_line_and_column_and_shows_the_line()
    {
        var error = Run("var a = 1;\nvar b = a + missing;").Error!;
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("cell 1 (2,13): error CS0103: The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal([error.Message, "    var b = a + missing;", "                ^^^^^^^"], error.Trace);
    }

    [Fact]
    public void An_exception_names_the_line_of_the_cell_and_what_was_declared_before_it_stays()
    {
        Ok("double Root(double x)\n{\n  return x < 0 ? throw new ArgumentException(\"below 0\") : Math.Sqrt(x);\n}");
        var error = Run("var before = 5;\nvar y = Root(-1);").Error!;
        Assert.Equal(("ArgumentException", "below 0"), (error.Name, error.Message));
        Assert.Contains("  at cell 1, line 3, in Root", error.Trace);
        Assert.Contains("  at cell 2, line 2", error.Trace);
        Assert.Equal("5", Value("before"));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (var x = 1.0; ; x = Math.Sqrt(x) + 1) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("try { while (true) { } } catch (Exception) { while (true) { } }")]
    public void An_interrupt_ends_a_cell_wherever_it_is_and_the_session_goes_on(string loop)
    {
        Ok("var kept = 1;");
        using var interrupt = new CancellationTokenSource(300);
        var run = session.Run(loop, "cell 2", record, interrupt.Token);
        Assert.Equal("KeyboardInterrupt", run.Error!.Name);
        Assert.Equal("2", Value("kept + 1"));
    }

    [Fact]
    public void An_interrupt_is_not_lost_whenever_it_comes()
    {
        // From before the cell is compiled to well within its loop.
        for (var time = 0; time < 200; time += 10)
        {
            using var interrupt = new CancellationTokenSource(time);
            Assert.Equal("KeyboardInterrupt", session.Run($"var x{time} = 1; while (true) {{ x{time}++; }}", "cell 1", record, interrupt.Token).Error!.Name);
        }
    }

    [Fact]
    public void A_file_of_the_notebooks_folder_is_loaded()
    {
        File.WriteAllText(Path.Combine(folder.Path, "setup.csx"), "int Twice(int x) => 2 * x;");
        Assert.Equal("8", Value("#load \"setup.csx\"\nTwice(4)"));
    }

    [Fact]
    public void Packages_of_DevicePhys_are_those_of_the_host_whatever_the_version()
    {
        Assert.Equal("Vteam.PtHfTi", Value("#r \"nuget: DevicePhys.Devices, 99.0\"\n#!csharp\nusing DevicePhys.Devices;\nDeviceCatalog.Default.Card(\"Vteam.PtHfTi\").Id"));
    }

    [Fact]
    public void A_package_is_restored_once_and_remembered()
    {
        // One that the benchmarks of this solution need, so that it is in the package folder of the machine.
        const string Cell = "#r \"nuget: CommandLineParser, 2.9.1\"\nusing CommandLine;\nnew Parser().Settings.CaseSensitive";
        var cache = Path.Combine(folder.Path, "cache");
        using (var first = new ScriptSession(folder.Path, cache))
        {
            var run = first.Run(Cell, "cell 1", record, TestContext.Current.CancellationToken);
            Assert.SkipWhen(run.Error is { Name: "PackageError" }, $"the package is not to be had here: {run.Error?.Message}");
            Assert.Equal("True", (string?)run.Value!["text/plain"]);
        }

        var remembered = Directory.EnumerateFiles(cache, "files.txt", SearchOption.AllDirectories).Single();
        Assert.EndsWith("CommandLine.dll", File.ReadAllLines(remembered).Single(), StringComparison.Ordinal);

        // Without its project nothing can be restored any more.
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(remembered)!, "packages.csproj"), "no project");
        using var second = new ScriptSession(folder.Path, cache);
        Assert.Equal("True", (string?)second.Run(Cell, "cell 1", record, TestContext.Current.CancellationToken).Value!["text/plain"]);
    }

    [Fact]
    public void A_package_finds_its_native_library()
    {
        // Likewise one that the benchmarks need.
        using var own = new ScriptSession(folder.Path, Path.Combine(folder.Path, "cache"));
        const string Cell = "#r \"nuget: Gee.External.Capstone, 2.3.0\"\nGee.External.Capstone.CapstoneDisassembler.Version.Major";
        var run = own.Run(Cell, "cell 1", record, TestContext.Current.CancellationToken);
        Assert.SkipWhen(run.Error is { Name: "PackageError" }, $"the package is not to be had here: {run.Error?.Message}");
        Assert.True(run.Succeeded, string.Join('\n', run.Error?.Trace ?? []));
        Assert.Matches("^[0-9]+$", (string?)run.Value!["text/plain"]);
    }

    [Fact]
    public void A_package_that_cannot_be_had_is_named_with_the_reason()
    {
        using var own = new ScriptSession(folder.Path, Path.Combine(folder.Path, "cache"));
        var error = own.Run("#r \"nuget: CommandLineParser, not-a-version\"\n1", "cell 1", record, TestContext.Current.CancellationToken).Error!;
        Assert.Equal("PackageError", error.Name);
        Assert.StartsWith("package 'CommandLineParser, not-a-version' cannot be had: error ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void An_assembly_file_is_referenced_by_its_path()
    {
        // A copy of one that the host does not show to cells.
        File.Copy(typeof(CsCheck.Gen).Assembly.Location, Path.Combine(folder.Path, "check.dll"));
        Assert.Equal("CsCheck.Gen", Value("#r \"check.dll\"\ntypeof(CsCheck.Gen).FullName"));
    }

    [Fact]
    public void A_cell_in_another_language_is_refused()
    {
        Assert.Equal("the cell is in 'fsharp', expected C#", Run("#!fsharp\nlet x = 1").Error!.Message);
    }

    private CellRun Run(string code) => session.Run(code, $"cell {++count}", record, TestContext.Current.CancellationToken);

    private CellRun Ok(string code)
    {
        var run = Run(code);
        Assert.True(run.Succeeded, string.Join('\n', run.Error?.Trace ?? []));
        return run;
    }

    private string? Value(string code) => (string?)Ok(code).Value!["text/plain"];
}
