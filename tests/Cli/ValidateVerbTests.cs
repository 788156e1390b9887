using System.Text.Json;
using DevicePhys.Cli.Verbs;
using DevicePhys.Validation;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class ValidateVerbTests
{
    [Fact]
    public async Task The_JSON_has_every_row_of_the_claims_asked_for()
    {
        var run = await Invocation.OfTool("validate", "V31", "v27", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/validate/1", document.GetProperty("schema").GetString());
        var rows = document.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["V27", "V31a", "V31b"], rows.Select(row => row.GetProperty("id").GetString()));
        Assert.All(rows, row =>
        {
            Assert.True(row.GetProperty("pass").GetBoolean());
            Assert.True(row.GetProperty("gated").GetBoolean());
            Assert.Equal(row.GetProperty("expected").GetDouble(), row.GetProperty("measured").GetDouble(), 1e-3 * row.GetProperty("expected").GetDouble());
            Assert.NotEqual("", row.GetProperty("claim").GetString());
            Assert.NotEqual("", row.GetProperty("source").GetString());
            Assert.NotEqual("", row.GetProperty("tolerance").GetString());
        });
    }

    [Fact]
    public async Task One_row_of_a_claim_can_be_asked_for()
    {
        var run = await Invocation.OfTool("validate", "V31b");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("V31b", run.Output);
        Assert.DoesNotContain("V31a", run.Output);
        Assert.Contains("1 gates passed, 0 failed", run.Output);
    }

    [Fact]
    public async Task The_page_is_whole_and_needs_nothing_else()
    {
        using var folder = new Studies.Data.TemporaryFolder();
        var path = Path.Combine(folder.Path, "table.html");
        var run = await Invocation.OfTool("validate", "V31", "--html", path);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", page);
        Assert.Contains("V31a", page);
        Assert.EndsWith("</html>\n", page.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("http", page);
        Assert.DoesNotContain("<script", page);
    }

    [Theory] // Exit code 3: a gated row is outside its tolerance, or its measurement threw. A reported row never fails a run.
    [InlineData("T01", 3, "0 gates passed, 1 failed")]
    [InlineData("T02", 3, "0 gates passed, 1 failed")]
    [InlineData("T03", 0, "0 gates passed, 0 failed")]
    [InlineData("T04", 0, "1 gates passed, 0 failed")]
    public async Task A_failing_gate_is_told_by_the_exit_code(string id, int code, string summary)
    {
        IValidation[] claims =
        [
            new MadeUpClaim("T01", () => Check.Absolute("", 1, "V", 0.1, 1.2)),
            new MadeUpClaim("T02", () => throw new InvalidOperationException("no device")),
            new MadeUpClaim("T03", () => Check.Absolute("", 1, "V", 0.1, 1.2).Reported("recalled")),
            new MadeUpClaim("T04", () => Check.Absolute("", 1, "V", 0.1, 1.05)),
        ];
        var run = await Invocation.OfVerb(ValidateVerb.Create(claims), id);
        Assert.Equal((code, ""), (run.Code, run.Error));
        Assert.Contains(summary, run.Output);
        var json = await Invocation.OfVerb(ValidateVerb.Create(claims), id, "--json");
        Assert.Equal(code, json.Code);
        var row = JsonDocument.Parse(json.Output).RootElement.GetProperty("rows").EnumerateArray().Single();
        Assert.Equal(code == 3, row.GetProperty("gated").GetBoolean() && !row.GetProperty("pass").GetBoolean());
    }

    [Fact]
    public async Task One_failing_gate_among_passing_ones_fails_the_run()
    {
        IValidation[] claims =
        [
            new MadeUpClaim("T01", () => Check.Absolute("", 1, "V", 0.1, 1)), new MadeUpClaim("T02", () => Check.Absolute("", 1, "V", 0.1, 2)),
            new MadeUpClaim("T03", () => Check.Absolute("", 1, "V", 0.1, 1)),
        ];
        var run = await Invocation.OfVerb(ValidateVerb.Create(claims));
        Assert.Equal(3, run.Code);
        Assert.Contains("2 gates passed, 1 failed", run.Output);
    }

    [Fact]
    public async Task An_unknown_claim_is_one_sentence_with_the_names_there_are()
    {
        var run = await Invocation.OfTool("validate", "V999");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("devicephys: 'V999' is not a validation, expected one of ", run.Error);
        Assert.Contains("V31", run.Error);
    }

    [Fact]
    public async Task An_unknown_row_of_a_claim_is_one_sentence_too()
    {
        var run = await Invocation.OfTool("validate", "V31x");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("V31a, V31b", run.Error);
    }

    private sealed class MadeUpClaim(string id, Func<Check> measure) : IValidation
    {
        public string Id => id;

        public string Claim => "a made-up claim";

        public string Source => "none";

        public IEnumerable<Check> Run(ValidationRun run) => [measure()];
    }
}
