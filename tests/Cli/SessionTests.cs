using System.Text.Json;
using DevicePhys.Cli;
using Spectre.Console;
using Xunit;

namespace DevicePhys.Tests.Cli;

public class SessionTests
{
    private static Task<ExitCode> SayEverything(Session session)
    {
        session.Say("a line");
        session.Say(new Table().AddColumn("value [[A]]").AddRow("1 µA"));
        session.Say(JsonText.Document("devicephys/work/1", new { Mean = 0.5, Endless = double.PositiveInfinity, Unit = "µA" }));
        session.Warn("mind the gap.");
        return Task.FromResult(ExitCode.Ok);
    }

    [Fact]
    public async Task Text_is_what_a_reader_gets()
    {
        var run = await Invocation.OfWork(SayEverything, []);
        Assert.StartsWith("a line", run.Output);
        Assert.Contains("value [A]", run.Output);
        Assert.Contains("1 µA", run.Output);
        Assert.DoesNotContain("schema", run.Output);
        Assert.DoesNotContain("\u001b", run.Output);
        Assert.Equal($"devicephys: warning: mind the gap.{Environment.NewLine}", run.Error);
    }

    [Fact]
    public async Task Json_is_one_document_with_its_schema_first_and_nothing_else()
    {
        var run = await Invocation.OfWork(SayEverything, ["--json"]);
        var fields = JsonDocument.Parse(run.Output).RootElement.EnumerateObject().ToArray();
        Assert.Equal(["schema", "mean", "endless", "unit"], fields.Select(field => field.Name));
        Assert.Equal("devicephys/work/1", fields[0].Value.GetString());
        Assert.Equal(JsonValueKind.Null, fields[2].Value.ValueKind);
        Assert.Contains("\"µA\"", run.Output);
    }

    [Fact]
    public async Task Progress_is_silent_when_nobody_watches()
    {
        var run = await Invocation.OfWork(
            session => session.TrackAsync(progress =>
            {
                progress.Report(new WorkProgress("half [of] it", 0.5));
                return Task.FromResult(ExitCode.Ok);
            }),
            []);
        Assert.Equal(new Invocation(0, "", ""), run);
    }
}
