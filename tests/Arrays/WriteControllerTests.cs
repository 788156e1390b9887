using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays;

public sealed class WriteControllerTests
{
    private const int Count = 203;

    [Fact]
    public void Vectors_count_the_same_pulses_as_the_plain_form()
    {
        // A table whose mean steps differ from bin to bin and go the wrong way at either end, as with C2C cut off there.
        var table = Bent();
        var controller = new WriteController(table);
        var stream = new RandomStream(1, "controller");
        var (conductances, wished, chances, pulses) = (new float[Count], new float[Count], new float[Count], new int[Count]);
        var seen = new HashSet<int>();
        for (var trial = 0; trial < 50; trial++)
        {
            stream.FillUniform(conductances);
            stream.FillUniform(wished);
            stream.FillUniform(chances);
            for (var k = 0; k < Count; k++)
            {
                // Beyond both ends too, and sometimes just where the device is.
                conductances[k] = (float)(table.Nominal.GMin + ((table.Nominal.GMax - table.Nominal.GMin) * ((1.2 * conductances[k]) - 0.1)));
                wished[k] = (1.4f * wished[k]) - 0.2f;
            }

            controller.Count(conductances, wished, chances, pulses);
            for (var k = 0; k < Count; k++)
            {
                Assert.Equal(controller.Count(conductances[k], wished[k], chances[k]), pulses[k]);
                seen.Add(Math.Sign(pulses[k]));
            }
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void A_wish_takes_its_length_over_the_mean_step()
    {
        // 50 steps of 1 µS, half of which fail: 0.2 of the range are 10 steps, so 20 pulses.
        var controller = new WriteController(SyntheticTable.Linear(50, success: 0.5));
        var half = (float)(SyntheticTable.GMin + 25e-6);
        Assert.Equal(20, controller.Count(half, 0.7f, 0.5f));
        Assert.Equal(-20, controller.Count(half, 0.3f, 0.5f));
        Assert.Equal(0, controller.Count(half, 0.5f + 0.0049f, 0.5f));
        Assert.Equal(1, controller.Count(half, 0.5f + 0.0051f, 0.5f));
    }

    [Fact]
    public void What_a_device_holds_beyond_the_range_is_not_fought_and_dead_ends_get_nothing()
    {
        var controller = new WriteController(Bent());
        var (below, above) = ((float)(SyntheticTable.GMin - 2e-6), (float)(SyntheticTable.GMin + 18e-6));
        Assert.Equal(0, controller.Count(below, 0, 0.999f));
        Assert.Equal(0, controller.Count(below, -0.2f, 0.999f));
        Assert.Equal(0, controller.Count(above, 1, 0.999f));
        Assert.Equal(0, controller.Count(above, 1.3f, 0.999f));

        // At the lower end a depression raises on average: none is given, however much is wished.
        Assert.Equal(0, controller.Count((float)(SyntheticTable.GMin + 0.4e-6), 0, 0.999f));
    }

    [Fact]
    public void Pulses_that_move_one_way_only_are_refused()
    {
        var table = SyntheticTable.Linear(16);
        var stuck = new PulseTable(
            table.Bins, table.Levels, table.Nominal with { Depression = new double[table.Bins * table.Levels] }, [], table.Potentiation, table.Depression, table.RetentionTime, null, table.Provenance);
        Assert.Contains("one above and one below 0", Assert.Throws<ArgumentException>(() => new WriteController(stuck)).Message);
    }

    private static PulseTable Bent()
    {
        var table = SyntheticTable.Linear(16);
        double[] up = [.. Enumerable.Range(0, table.Bins * table.Levels).Select(i => 1e-6 * (1.2 - (1.3 * (i / table.Levels) / 16)))];
        double[] down = [.. Enumerable.Range(0, table.Bins * table.Levels).Select(i => 1e-6 * (0.3 - (0.9 * (i / table.Levels) / 16)))];
        return new PulseTable(
            table.Bins, table.Levels, table.Nominal with { Potentiation = up, Depression = down }, [], table.Potentiation, table.Depression, table.RetentionTime, null, table.Provenance);
    }
}
