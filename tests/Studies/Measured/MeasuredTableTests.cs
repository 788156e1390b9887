using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Studies.Measured;
using DevicePhys.Tables;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Measured;

public sealed class MeasuredTableTests : IDisposable
{
    private const double Low = 2e-6, High = 10e-6, Curve = 40, StepSpread = 0.03e-6, ReadSpread = 0.1e-6;
    private const int Pulses = 100;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_known_device_is_found_again_in_its_noisy_curves()
    {
        // G' = G + (target − G)/40 per pulse with spread per step and noise per read, 60 cycles.
        var (up, down) = (Write("ltp.csv", 60, true), Write("ltd.csv", 60, false));
        var table = MeasuredTable.Load(up, down);
        var range = High - Low;
        Assert.Equal(Low + (0.05 * range), table.Nominal.GMin, 0.06 * range);
        Assert.Equal(High - (0.05 * range), table.Nominal.GMax, 0.06 * range);
        for (var bin = 20; bin <= 80; bin += 10)
        {
            var conductance = table.Nominal.GMin + ((table.Nominal.GMax - table.Nominal.GMin) * bin / (table.Bins - 1));
            var (rise, fall) = (Row(table, Polarity.Potentiation, bin), Row(table, Polarity.Depression, bin));
            Assert.Equal(1, rise.Average() / ((High - conductance) / Curve), 0.12);
            Assert.Equal(1, fall.Average() / ((Low - conductance) / Curve), 0.12);
            Assert.Equal(1, Deviation(rise) / StepSpread, 0.3);
        }

        Assert.All(table.Nominal.ReadNoise.ToArray(), noise => Assert.Equal(1, noise / ReadSpread, 0.06));
    }

    [Fact]
    public void Columns_can_be_devices()
    {
        var table = MeasuredTable.Load(Write("ltp.csv", 3, true), Write("ltd.csv", 3, false), columnsAreDevices: true);
        Assert.Equal(3, table.Population.Count);
        Assert.Equal(1, table.Population[0].GMax / table.Population[2].GMax, 0.1);
        Assert.NotEqual(table.Population[0].GMax, table.Population[2].GMax);
    }

    [Fact]
    public void Depression_counted_down_is_read_backwards()
    {
        Text("up.csv", "pulse,conductance_uS", "0,1", "1,2", "2,3", "3,4", "4,5");
        Text("falls.csv", "pulse,conductance_uS", "0,5", "1,4", "2,3", "3,2", "4,1");
        var (falls, rises) = (MeasuredTable.Load(Path("up.csv"), Path("falls.csv")), MeasuredTable.Load(Path("up.csv"), Path("up.csv")));
        Assert.Equal(falls.Nominal.Depression.ToArray(), rises.Nominal.Depression.ToArray());
        Assert.Equal(-1e-6, falls.MeanStep(Polarity.Depression), 2e-7);
    }

    [Theory]
    [InlineData("conductance_uS\n1\n2\n3\n4", 4, 1e-6, 3)]
    [InlineData("0,1e-6\n1,2e-6\n2,3e-6\n3,4e-6", 4, 1e-6, 3)]
    [InlineData("pulse,G [nS]\n0,1000\n0.5,2000\n3,3000\n7.5,4000", 4, 1e-6, 7.5)]
    [InlineData("# comment\nrmp1,rmp2\n1e-7,2e-7\n2e-7,3e-7\n3e-7,4e-7\n4e-7,5e-7\n,6e-7", 4, 1e-6, 3, 0.1)]
    [InlineData("pulse_no,conductance_uS\n0,1\n1,2\n2,3\n3,4", 4, 1e-6, 3)]
    [InlineData("pulse;I_uA\n0;0.1\n1;0.2\n2;0.3\n3;0.4", 4, 1e-6, 3, 0.1)]
    public void Files_of_several_forms_are_read(string text, int points, double first, double lastPulse, double readVoltage = 0)
    {
        Text("a.csv", text.Split('\n'));
        var run = PulseCurveFile.Load(Path("a.csv"), readVoltage)[0];
        Assert.Equal(points, run.Conductance.Count);
        Assert.Equal(first, run.Conductance[0], 1e-15);
        Assert.Equal(lastPulse, run.Pulses[^1]);
        Assert.True(run.Rises);
    }

    [Theory]
    [InlineData("1e-6\n-2e-6\n3e-6\n4e-6\n5e-6", "column 'c1', row 2: the value -2E-06 is not above 0")]
    [InlineData("1e-6\n2e-6\n3e-6\nx\n5e-6\n6e-6\n7e-6", "a.csv:4: 'x' in column 'c1' is not a number")]
    [InlineData("1e-6\n2e-6", "column 'c1' has 2 points")]
    [InlineData("pulse,G\n0,1\n1,2\n0.5,3\n3,4", "pulse 0.5 comes after pulse 1")]
    [InlineData("I_uA\n1\n2\n3\n4", "expected a read voltage")]
    public void A_bad_file_is_refused_with_a_sentence(string text, string named)
    {
        Text("a.csv", text.Split('\n'));
        Assert.Contains(named, Assert.Throws<DataFileException>(() => PulseCurveFile.Load(Path("a.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_the_wrong_way_round_are_noticed()
    {
        var (up, down) = (Write("ltp.csv", 1, true), Write("ltd.csv", 1, false));
        Assert.Contains("wrong way round", Assert.Throws<DataFileException>(() => MeasuredTable.Load(down, up)).Message, StringComparison.Ordinal);
    }

    private static double[] Row(PulseTable table, Polarity polarity, int bin) =>
        table.Nominal.Steps(polarity).Slice(bin * table.Levels, table.Levels).ToArray();

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    private string Write(string name, int runs, bool rises)
    {
        var rows = new string[Pulses];
        for (var run = 0; run < runs; run++)
        {
            var random = new RandomStream(7, name, (ulong)run);
            var conductance = rises ? Low : High;
            for (var k = 0; k < Pulses; k++)
            {
                var read = Math.Max(1e-9, conductance + (ReadSpread * random.NextNormal()));
                rows[k] += (run == 0 ? "" : ",") + read.ToString("R", CultureInfo.InvariantCulture);
                conductance += (((rises ? High : Low) - conductance) / Curve) + (StepSpread * random.NextNormal());
            }
        }

        Text(name, rows);
        return Path(name);
    }

    private void Text(string name, params string[] lines) => File.WriteAllLines(Path(name), lines);

    private string Path(string name) => System.IO.Path.Combine(folder.Path, name);
}
