using System.Text.RegularExpressions;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class ReportVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_fit_is_shown_with_its_intervals_and_zoomable_curves()
    {
        var page = await Page(ReportRuns.Fit(folder["fit.json"]));
        Assert.Contains("<td>1.200 to 1.400 nS</td>", page);
        Assert.Contains("A and B cannot be told apart", page);
        Assert.Equal(2, Regex.Count(page, "<figure data-plot>"));
    }

    [Fact]
    public async Task A_run_folder_is_one_section_with_its_pictures_and_the_card_it_used()
    {
        var run = folder["run-1"];
        Assert.Equal(0, (await Invocation.OfTool("sweep", "Vteam.PtHfTi", "--bench", "iv", "-o", run)).Code);
        var page = await Page(run);
        Assert.Contains(">Vteam.PtHfTi: iv <small>sweep</small>", page);
        Assert.Equal(2, Regex.Count(page, "<figure data-plot>"));
        Assert.Contains($"<dt>version</dt><dd>{DevicePhysVersion.Current}</dd>", page);
        Assert.Contains("<dt>seed</dt><dd>1</dd>", page);
    }

    [Fact]
    public async Task A_card_is_shown_with_unit_source_and_status_of_every_number()
    {
        var page = await Page(ReportRuns.Training(folder["mnist.json"]));
        Assert.Contains("Card SkyrmionSynapse.Song2020", page);
        Assert.Contains("other content of this card", page);
        Assert.Contains("<td>reconstructed</td>", page);
        Assert.Contains("93.00 %", page);
        Assert.Contains("92.80 to 93.20 %", page);
        Assert.Equal(1, Regex.Count(page, "<figure data-plot><figcaption>MNIST: accuracy while learning"));
    }

    [Fact]
    public async Task Validation_verdicts_have_their_colour() =>
        Assert.Contains("<td class=\"verdict fail\">FAIL</td>", await Page(ReportRuns.Validation(folder["validate.json"])));

    [Fact]
    public async Task An_ablation_a_crossbar_and_an_unknown_record_are_shown()
    {
        var page = await Page(ReportRuns.Ablation(folder["ablate.json"]), ReportRuns.Array(folder["array.json"]), ReportRuns.Unknown(folder["other.json"]));
        Assert.Contains("<td>non-linearity</td>", page);
        Assert.Contains("Crossbar of 2 &#215; 3 cells", page);
        Assert.Contains("<td>a &lt;b&gt;</td>", page);
        Assert.Contains("40 numbers from 0 to 39", page);
    }

    [Fact]
    public async Task A_mean_with_its_interval_is_one_cell_and_a_list_within_a_table_is_counted()
    {
        File.WriteAllText(folder["points.json"], """
            { "schema": "devicephys/spiking-retention/1",
              "points": [{ "temperature": 300, "proportion": { "mean": 87.5, "ci95": [86.5, 88.5] }, "runs": [{ "seed": 1 }, { "seed": 2 }] }] }
            """);
        var page = await Page(folder["points.json"]);
        Assert.Contains(">87.5 (86.5 to 88.5)</td>", page);
        Assert.Contains(">2 in the record</td>", page);
    }

    [Fact]
    public async Task The_page_names_no_other_place_and_forbids_asking_one()
    {
        var page = await Page(ReportRuns.Fit(folder["fit.json"]), ReportRuns.Array(folder["array.json"]));
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'", page);
        Assert.DoesNotMatch("(src|href|action)\\s*=\\s*[\"']?(https?:|//|file:)", page);
        Assert.Contains("The MIT License", page);
        Assert.Equal(page, await Page(ReportRuns.Fit(folder["fit.json"]), ReportRuns.Array(folder["array.json"])));
    }

    [Theory]
    [InlineData("{", "damaged.json:1: this is no JSON")]
    [InlineData("[]", "damaged.json: schema: this is no record of a run")]
    [InlineData("{\"schema\":\"other/1\"}", "damaged.json: schema: this is no record of a run")]
    [InlineData("{\"schema\":\"devicephys/fit/1\"}", "damaged.json: 'model' is missing")]
    [InlineData("{\"schema\":\"devicephys/ablate/1\",\"card\":\"a\",\"ablation\":{\"full\":{\"mean\":\"x\"}}}", "damaged.json: ablation.full.mean: this is no number")]
    public async Task A_damaged_record_is_one_sentence_that_names_file_and_field(string json, string sentence)
    {
        File.WriteAllText(folder["damaged.json"], json);
        var run = await Invocation.OfTool("report", folder["damaged.json"], "-o", folder["page.html"]);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(folder["page.html"]));
    }

    [Fact]
    public async Task A_folder_without_a_run_is_refused()
    {
        Directory.CreateDirectory(folder["empty"]);
        Assert.Contains("there is no run in this folder", (await Invocation.OfTool("report", folder["empty"])).Error);
    }

    private async Task<string> Page(params string[] runs)
    {
        var output = folder["report.html"];
        var run = await Invocation.OfTool(["report", .. runs, "-o", output]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken);
    }
}
