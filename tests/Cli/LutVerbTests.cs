using System.Text.Json;
using DevicePhys.Tables;
using DevicePhys.Tests.Tables;
using PureHDF;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class LutVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_goes_to_crosssim_and_back()
    {
        PulseTableFile.Save(TestTables.Counting, folder["a.npz"]);
        Assert.Equal(0, (await Invocation.OfTool("lut", "export", folder["a.npz"], "--format", "crosssim", "-o", folder["device"])).Code);
        var back = await Invocation.OfTool("lut", "import", folder["device"], "-o", folder["b.npz"], "--bins", "3", "--levels", "2", "--json");
        Assert.Equal(0, back.Code);
        Assert.Equal("devicephys/lut/1", JsonDocument.Parse(back.Output).RootElement.GetProperty("schema").GetString());
        var (first, second) = (TestTables.Counting.Nominal, PulseTableFile.Load(folder["b.npz"]).Nominal);
        for (var i = 0; i < first.Potentiation.Length; i++)
        {
            Assert.Equal(first.Potentiation.Span[i], second.Potentiation.Span[i], 1e-13);
        }
    }

    [Theory]
    [InlineData("neurosim", "maxConductance = 3E-06")]
    [InlineData("aihwkit", "PiecewiseStepDevice(")]
    [InlineData("spice", ".subckt softswitch_example plus minus")]
    [InlineData("csv", "device,pulse,conductance_S,step1_S,step2_S")]
    public async Task Other_formats_are_written(string format, string expected)
    {
        PulseTableFile.Save(TestTables.Plain, folder["a.npz"]);
        Assert.Equal(0, (await Invocation.OfTool("lut", "export", folder["a.npz"], "--format", format, "-o", folder["out"])).Code);
        Assert.Contains(expected, await File.ReadAllTextAsync(folder["out"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HDF5_holds_the_whole_table()
    {
        PulseTableFile.Save(TestTables.Counting, folder["a.npz"]);
        Assert.Equal(0, (await Invocation.OfTool("lut", "export", folder["a.npz"], "--format", "hdf5", "-o", folder["a.h5"])).Code);
        using var file = H5File.OpenRead(folder["a.h5"]);
        Assert.Equal("SoftSwitch.Example", file.Attribute("card").Read<string>());
        Assert.Equal(TestTables.Counting.Population[1].Depression.ToArray(), file.Dataset("/device2/depression").Read<double[]>());
        Assert.Equal([3UL, 2], file.Dataset("/nominal/potentiation").Space.Dimensions);
        Assert.Equal([1e-6, 2e-6, 3e-6], file.Dataset("/nominal/conductance").Read<double[]>().Select(g => Math.Round(g, 12)));
        Assert.Equal("S", file.Dataset("/nominal/read_noise").Attribute("unit").Read<string>());
    }

    [Fact]
    public async Task An_unknown_format_is_refused_with_a_sentence()
    {
        PulseTableFile.Save(TestTables.Plain, folder["a.npz"]);
        var run = await Invocation.OfTool("lut", "export", folder["a.npz"], "--format", "xml", "-o", folder["out"]);
        Assert.NotEqual(0, run.Code);
        Assert.Contains("'xml' should be one of crosssim", run.Error, StringComparison.Ordinal);
    }
}
