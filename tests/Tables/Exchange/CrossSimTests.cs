using DevicePhys.Errors;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;
using Xunit;

namespace DevicePhys.Tests.Tables.Exchange;

public sealed class CrossSimTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_exported_and_imported_again_is_the_same()
    {
        var corner = TestTables.Plain.Nominal;
        CrossSimTables.Export(corner, TestTables.Bins, TestTables.Levels, folder["device"]);
        var again = CrossSimTables.Import([folder["device"]], TestTables.Bins, TestTables.Levels);
        Assert.Equal(corner.GMin, again.Nominal.GMin);
        Assert.Equal(corner.GMax, again.Nominal.GMax);
        Close(corner.Potentiation, again.Nominal.Potentiation);
        Close(corner.Depression, again.Nominal.Depression);

        static void Close(ReadOnlyMemory<double> expected, ReadOnlyMemory<double> found)
        {
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected.Span[i], found.Span[i], 1e-14);
            }
        }
    }

    [Fact]
    public void A_level_is_the_mean_of_its_slice()
    {
        // Steps uniform from 0 to 1 nS, given at three unequally spaced points: the four quarters have means of 1/8, 3/8, 5/8, 7/8.
        Write("dG_increasing.txt", "1e-6, 2e-6\n0, 0.3, 1\n0, 0\n3e-10, 3e-10\n1e-9, 1e-9\n");
        Write("dG_decreasing.txt", "1e-6, 2e-6\n0, 1\n-1e-6, -1e-6\n-1e-6, -1e-6\n");
        var table = CrossSimTables.Import([folder[""]], bins: 3, levels: 4);
        for (var level = 0; level < 4; level++)
        {
            Assert.Equal(((2 * level) + 1) * 0.125e-9, table.Nominal.Potentiation.Span[level], 1e-18);
        }

        // A full device stays where it is, and a step that leaves the range ends at it.
        Assert.All(table.Nominal.Potentiation.Span[^4..].ToArray(), step => Assert.Equal(0, step));
        Assert.All(table.Nominal.Depression.Span[4..8].ToArray(), step => Assert.Equal(-0.5e-6, step, 1e-18));
        PulseTableFile.Save(table, folder["table.npz"]);
        Assert.Equal(PulseTableFile.Hash(table), PulseTableFile.Hash(PulseTableFile.Load(folder["table.npz"])));
    }

    [Theory]
    [InlineData("1e-6, 2e-6\n0, 1\n0, 0\n", "it ends at line")]
    [InlineData("1e-6, 2e-6\n0, 1\n0, 0, 0\n0, 0\n", "line 4: it has 3 steps, expected one for each of the 2")]
    [InlineData("1e-6, x\n0, 1\n0, 0\n0, 0\n", "line 2: 'x' is not a number")]
    [InlineData("2e-6, 1e-6\n0, 1\n0, 0\n0, 0\n", "conductances should be ascending")]
    [InlineData("1e-6, 2e-6\n0, 1\n0, 0\n0, 0\n0, 0\n", "one line too many")]
    [InlineData("1e-6, 2e-6\n0, 0.5\n0, 0\n0, 0\n", "points from 0 to 1")]
    public void A_damaged_table_is_refused_with_a_sentence(string text, string expected)
    {
        Write("dG_increasing.txt", text);
        Assert.Contains(expected, Assert.Throws<DataFileException>(() => CrossSimTables.Import([folder[""]])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TaOx/3")]
    [InlineData("ENODe")]
    [InlineData("DWMTJ_STT_300K/0")]
    public void Published_tables_are_read(string device)
    {
        var data = Environment.GetEnvironmentVariable("DEVICEPHYS_DATA");
        var path = data is null ? "" : Path.Combine(data, "measured", "crosssim_lut", device);
        Assert.SkipUnless(Directory.Exists(path), "The measured tables of CrossSim are not here (DEVICEPHYS_DATA).");
        var table = CrossSimTables.Import([path]);
        Assert.True(table.MeanStep(Polarity.Potentiation) > 0 && table.MeanStep(Polarity.Depression) < 0);
        for (var i = 0; i < table.Bins * table.Levels; i++)
        {
            var conductance = table.Nominal.GMin + ((table.Nominal.GMax - table.Nominal.GMin) * (i / table.Levels) / (table.Bins - 1));
            Assert.InRange(conductance + table.Nominal.Potentiation.Span[i], table.Nominal.GMin * (1 - 1e-12), table.Nominal.GMax * (1 + 1e-12));
        }
    }

    private void Write(string name, string text) => File.WriteAllText(folder[name], "header\n" + text);
}
