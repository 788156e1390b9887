using System.Text.Json;
using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class ExportVerbTests
{
    [Fact]
    public async Task A_subcircuit_is_printed()
    {
        var run = await Invocation.OfTool("export", "Vteam.MemTorch", "--format", "spice");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(".subckt Vteam_MemTorch a b p_", run.Output);
        Assert.Contains(".ends Vteam_MemTorch", run.Output);
        Assert.DoesNotContain(".tran", run.Output);
    }

    [Fact]
    public async Task A_whole_deck_has_drivers_and_an_analysis()
    {
        var run = await Invocation.OfTool("export", "EkvMosfet.N65Hp", "--format", "spice", "--bench");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("XCell drain gate source 0 Model_XCell", run.Output);
        Assert.Contains(".tran ", run.Output);
        Assert.Contains(".print tran v(drain) v(gate) v(source)", run.Output); // ngspice -b runs nothing without.
        Assert.EndsWith(".end", run.Output.TrimEnd());
    }

    [Fact]
    public async Task A_cell_is_a_whole_deck()
    {
        var run = await Invocation.OfTool("export", "1t-1c", "--format", "spice");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("* 1T-1C: write 1, read, write 0, read", run.Output);
        Assert.Contains("XMAccess bl wl sn 0 Model_XMAccess", run.Output);
        Assert.Contains(".tran ", run.Output);
        Assert.EndsWith(".end", run.Output.TrimEnd());
        var document = JsonDocument.Parse((await Invocation.OfTool("export", "6T", "--format", "spice", "--json")).Output).RootElement;
        Assert.Equal("6T", document.GetProperty("cell").GetString());
        Assert.Contains(".end", document.GetProperty("text").GetString());
        var refused = await Invocation.OfTool("export", "6T", "--format", "verilog-a");
        Assert.Equal(1, Math.Sign(refused.Code));
        Assert.Contains("6T: a cell is a circuit, expected --format spice instead of 'verilog-a'.", refused.Error);
    }

    [Fact]
    public async Task A_module_is_written_to_a_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "stanford.va");
            var run = await Invocation.OfTool("export", "StanfordPku.V1", "--format", "verilog-a", "-o", path);
            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.Contains($"written to {path}", run.Output);
            Assert.Contains("module StanfordPku_V1(a, b);", File.ReadAllText(path));
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_JSON_has_the_text_and_the_card()
    {
        var run = await Invocation.OfTool("export", "StanfordPku.V1", "--format", "verilog-a", "--json");
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/export/1", document.GetProperty("schema").GetString());
        Assert.Equal(DeviceCatalog.Default.Card("StanfordPku.V1").Hash, document.GetProperty("cardHash").GetString());
        Assert.Contains("endmodule", document.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("verilog", "", "--format 'verilog' should be spice or verilog-a.")]
    [InlineData("verilog-a", "--bench", "--bench makes a SPICE deck; a Verilog-A module has no drivers, leave it out.")]
    public async Task A_mistake_is_one_sentence(string format, string more, string sentence)
    {
        var run = await Invocation.OfTool(["export", "StanfordPku.V1", "--format", format, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal($"devicephys: {sentence}", run.Error.TrimEnd());
    }
}
