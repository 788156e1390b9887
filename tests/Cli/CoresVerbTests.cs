using System.Text.Json;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class CoresVerbTests
{
    [Fact]
    public async Task Cores_and_layers_are_counted_timed_and_priced()
    {
        var run = await Invocation.OfTool(["spiking", "cores", "--side", "2", "--ticks", "200", "--rate", "20Hz", "--frames", "10", "--threshold", "4", "--threads", "2", "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/spiking-cores/1", document.GetProperty("schema").GetString());
        var mesh = document.GetProperty("mesh");
        Assert.Equal((4, 200L * 4 * 256), (mesh.GetProperty("cores").GetInt32(), mesh.GetProperty("work").GetProperty("neuronSteps").GetInt64()));

        // The leak alone makes 20 Hz; excitation and inhibition are even. Half of 256 synapses of a row are set.
        Assert.InRange(mesh.GetProperty("rate").GetDouble(), 18, 22);
        var work = mesh.GetProperty("work");
        Assert.InRange(work.GetProperty("synapses").GetDouble() / work.GetProperty("rows").GetDouble(), 120, 136);
        Assert.True(mesh.GetProperty("eventEnergy").GetDouble() is > 1e-13 and < 1e-10);

        // The square moves by a column: 16 of 1,024 pixels change in every frame but the first.
        var video = document.GetProperty("video").GetProperty("work");
        Assert.True(video.GetProperty("synapses").GetInt64() < 0.3 * video.GetProperty("denseSynapses").GetInt64());
    }

    [Theory]
    [InlineData("--side 0", "The side of the mesh is 0 cores: 1 to 256 are expected.")]
    [InlineData("--rate 0.5Hz", "The rate of the neurons is 0.5 Hz: a whole number from 1 to 255 is expected.")]
    [InlineData("--ticks 0", "The number of ticks is 0: at least 1 is expected.")]
    [InlineData("--threads 0", "The number of threads is 0: at least 1 is expected.")]
    [InlineData("--threshold -1", "The threshold of the events is -1: at least 0 is expected.")]
    public async Task A_setting_that_cannot_be_is_one_sentence(string options, string sentence)
    {
        var run = await Invocation.OfTool(["spiking", "cores", .. options.Split(' ')]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
    }
}
