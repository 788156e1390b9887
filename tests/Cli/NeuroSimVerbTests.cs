using System.Text.Json;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class NeuroSimVerbTests
{
    [Fact]
    public async Task A_short_run_prints_software_and_device_beside_the_published_accuracy()
    {
        var run = await Invocation.OfTool("neurosim", "ExponentialSynapse.Gst", "--presentations", "300", "--seeds", "2", "--validation", "--json");
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/neurosim/1", document.GetProperty("schema").GetString());
        var rows = document.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["software", "ExponentialSynapse.Gst"], rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal(89, rows[1].GetProperty("published").GetDouble());
        Assert.InRange(rows[1].GetProperty("mean").GetDouble(), 5, 100);
        Assert.Equal(2, rows[1].GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task A_card_without_a_full_run_of_pulses_is_refused_with_one_sentence()
    {
        var run = await Invocation.OfTool("neurosim", "Vteam.MemTorch", "--presentations", "10", "--seeds", "1");
        Assert.NotEqual(0, run.Code);
        Assert.Contains("PMaxLtp", run.Error);
    }
}
