using System.Text.Json;
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
}
