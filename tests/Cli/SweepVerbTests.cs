using System.Text.Json;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class SweepVerbTests
{
    [Theory]
    [InlineData("Vteam.PtHfTi", "iv", "", "time [s],voltage [V],current [A],device [V],x")]
    [InlineData("Vteam.PtHfTi", "iv", "--access 1T1R --voltage 1.2V --compliance 1mA", "time [s],voltage [V],current [A],device [V],x")]
    [InlineData("LinearIonDrift.Strukov", "iv", "--current 20uA --compliance 1V", "time [s],voltage [V],current [A],device [V],x")]
    [InlineData("PcmCell.Gst", "iv", "--current 100uA --start u=0.6 --period 20us", "time [s],voltage [V],current [A],device [V],u,theta,f,age")]
    [InlineData("LandauKhalatnikov.Hzo", "qv", "--voltage 3V", "time [s],voltage [V],charge [C],p")]
    [InlineData("EkvMosfet.P130Lstp", "iv", "", "drain [V],gate [V],current [A]")]
    [InlineData("GummelPoon.Npn3904", "iv", "", "collector [V],base [V],current [A]")]
    [InlineData("ExponentialSynapse.EpiRam", "pulses", "--pulses 20 --traces 3", "pulse,conductance 1 [S],conductance 2 [S],conductance 3 [S]")]
    [InlineData("ExponentialSynapse.EpiRam", "retention", "--time 1s", "time [s],high [S],low [S]")]
    [InlineData("ExponentialSynapse.EpiRam", "disturb", "--time 1ms", "time [s],high [S],low [S]")]
    [InlineData("ExponentialSynapse.EpiRam", "readwrite", "--pulses 20", "target [S],reached [S],pulses,energy [J]")]
    [InlineData("6T", "snm", "", "input [V],hold q [V],hold qb [V],read q [V],read qb [V]")]
    [InlineData("6T", "readwrite", "--voltage 1V", "time [s],v(wl) [V],v(bl) [V],v(blb) [V],v(q) [V],v(qb) [V]")]
    [InlineData("1T-1C", "readwrite", "--temperature 358K", "time [s],v(wl) [V],v(bl) [V],v(blb) [V],v(sn) [V]")]
    [InlineData("1t-1c", "retention", "", "time [s],stored 1 [V],stored 0 [V]")]
    [InlineData("2T", "retention", "", "time [s],stored 1 [V],stored 0 [V]")]
    [InlineData("bistable", "iv", "", "body [V],well 1.3 V [A],well 1.5 V [A],well 1.8 V [A]")]
    public async Task A_bench_writes_numbers_and_pictures(string what, string bench, string options, string heading)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "sweep");
        var words = options.Length == 0 ? (string[])[] : options.Split(' ');
        var run = await Invocation.OfTool(["sweep", what, "--bench", bench, .. words, "--output", output, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/sweep/1", document.GetProperty("schema").GetString());
        Assert.NotEmpty(document.GetProperty("figures").EnumerateObject());
        Assert.All(document.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
        var lines = await File.ReadAllLinesAsync(Path.Combine(output, $"{bench}.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(heading, lines[0]);
        Assert.True(lines.Length > 10);
        Assert.StartsWith("<?xml", await File.ReadAllTextAsync(Path.Combine(output, $"{bench}.svg"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("6T --bench waves", "--bench: 'waves' is not a bench, expected one of iv, qv, pulses, retention, disturb, snm, readwrite.")]
    [InlineData("6T --bench retention", "6T: it keeps its bit as long as it is supplied, expected a dynamic cell for --bench retention.")]
    [InlineData("PreisachCapacitor.Hzo --bench iv", "PreisachCapacitor.Hzo: no steady current flows through it, expected --bench qv.")]
    [InlineData("Vteam.PtHfTi --bench qv", "Vteam.PtHfTi: it holds no charge, expected --bench iv.")]
    [InlineData("Vteam.PtHfTi --bench iv --start x", "--start: 'x' is no state with its value, named once, such as 'u=0.5'.")]
    [InlineData("1T-1C --bench snm", "1T-1C: a noise margin is that of a static cell, expected '6T'.")]
    [InlineData("Vteam.PtHfTi --bench iv --voltage soon", "--voltage: 'soon' is not a number with a unit, such as '10 kOhm'.")]
    [InlineData("Vteam.PtHfTi --bench iv --voltage 3A", "--voltage: '3A' should be above 0 and in 'V'.")]
    [InlineData("Vteam.PtHfTi --bench iv --compliance 3V", "--compliance: it should be in 'A', the current that a source of this kind leaves free.")]
    [InlineData("Vteam.PtHfTi --bench iv --access 3T", "'3T' is not a resistive cell, expected one of 1R, 1T1R, 1S1R.")]
    [InlineData("EkvMosfet.N130Lstp --bench pulses", "EkvMosfet.N130Lstp: it has more than two terminals, expected --bench iv.")]
    [InlineData("JunctionDiode.Signal --bench pulses", "JunctionDiode.Signal: the card has no pulses, expected --bench iv.")]
    public async Task A_bench_that_does_not_suit_is_one_sentence(string line, string sentence)
    {
        using var folder = new TemporaryFolder();
        var run = await Invocation.OfTool(["sweep", .. line.Split(' '), "--output", Path.Combine(folder.Path, "sweep")]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
