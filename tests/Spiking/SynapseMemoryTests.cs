using DevicePhys.Sampling;
using DevicePhys.Spiking.Memory;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Spiking;

public sealed class SynapseMemoryTests
{
    private const int Rows = 60, Columns = 300, Stride = 304;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Rounding_by_chance_keeps_the_mean_and_rounding_to_the_nearest_the_distance(int bits)
    {
        var step = 1.0 / ((1 << bits) - 1);
        foreach (var stochastic in new[] { true, false })
        {
            var memory = new SynapseMemory(Rows, Columns, Settings(bits) with { Stochastic = stochastic });
            var weights = Filled(0.3141f);
            memory.WriteBack(weights, Stride, new RandomStream(1, "rounding"));
            var held = Held(weights);
            Assert.All(held, weight => Assert.InRange(weight, 0.3141 - (stochastic ? step : step / 2) - 1e-6, 0.3141 + (stochastic ? step : step / 2) + 1e-6));
            Assert.All(held, weight => Assert.Equal(Math.Round(weight / step), weight / step, 1e-4));
            if (stochastic)
                Assert.Equal(0.3141, held.Average(), 5 * step / 2 / Math.Sqrt(held.Length));
        }
    }

    [Fact]
    public void The_padding_is_left_alone_and_ends_are_cut()
    {
        var memory = new SynapseMemory(Rows, Columns, Settings(8));
        var weights = Filled(1.7f);
        weights[Columns] = 42;
        memory.WriteBack(weights, Stride, new RandomStream(1, "rounding"));
        Assert.Equal(42, weights[Columns]);
        Assert.All(Held(weights), weight => Assert.Equal(1, weight));
        Assert.Equal(memory.Capacity, memory.Ones);
        Assert.Equal(memory.Capacity, memory.Writes);
    }

    // Every cell that loses a one does so; words of ones then show which.
    [Fact]
    public void Cells_are_lost_as_often_as_the_table_says_and_in_its_direction()
    {
        var settings = Leaky(0.02);
        var memory = new SynapseMemory(Rows, Columns, settings);
        var weights = Filled(1);
        memory.WriteBack(weights, Stride, new RandomStream(1, "rounding"));
        var (cells, p) = (memory.Capacity, settings.LossOfOne);
        Assert.InRange(p, 0.01, 0.5);
        Assert.Equal(cells * (1 - p), memory.Ones, 5 * Math.Sqrt(cells * p * (1 - p)));
        Assert.Equal(memory.Capacity - memory.WeakCells.One, memory.Ones);

        // The zeros of this cell last.
        weights = Filled(0);
        memory.WriteBack(weights, Stride, new RandomStream(1, "rounding"));
        Assert.Equal(0, memory.Ones);
        Assert.All(Held(weights), weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void Weak_cells_of_a_short_interval_are_weak_at_a_longer_one_and_another_die_has_others()
    {
        var (brief, longer, other) = (Ones(Leaky(0.02)), Ones(Leaky(0.03)), Ones(Leaky(0.02) with { Die = 2 }));
        Assert.True(longer.Count(weight => weight < 1) > brief.Count(weight => weight < 1));
        Assert.All(brief.Zip(longer), pair => Assert.True(pair.Second <= pair.First));
        Assert.NotEqual(brief, other);
        Assert.Equal(brief, Ones(Leaky(0.02)));

        static float[] Ones(SynapseMemorySettings settings)
        {
            var weights = Filled(1);
            new SynapseMemory(Rows, Columns, settings).WriteBack(weights, Stride, new RandomStream(1, "rounding"));
            return Held(weights);
        }
    }

    [Fact]
    public void Inverted_storage_turns_lost_ones_into_larger_weights()
    {
        var weights = Filled(0.1f);
        new SynapseMemory(Rows, Columns, Leaky(0.02)).WriteBack(weights, Stride, new RandomStream(1, "rounding"));
        Assert.True(Held(weights).Average() < 0.1);
        weights = Filled(0.1f);
        new SynapseMemory(Rows, Columns, Leaky(0.02) with { Inverted = true }).WriteBack(weights, Stride, new RandomStream(1, "rounding"));
        Assert.True(Held(weights).Average() > 0.12);
    }

    [Fact]
    public void Work_is_priced_by_the_table()
    {
        var settings = Leaky(0.02);
        var memory = new SynapseMemory(Rows, Columns, settings);
        memory.WriteBack(Filled(1), Stride, new RandomStream(1, "rounding"));
        var share = (double)memory.Ones / memory.Capacity;
        var price = memory.Price(new SpikingWork(Columns, 10, 1000, 1, 50, 0.2));
        Assert.Equal(10 * Columns * 8 * (((1 - share) * 1e-14) + (share * 2e-14)), price.Reads, 1e-20);
        Assert.Equal(50 * (((1 - share) * 3e-14) + (share * 4e-14)), price.Writes, 1e-20);
        Assert.Equal(10 * memory.Capacity * (((1 - share) * 5e-15) + (share * 6e-15)), price.Refresh, 1e-18);
        Assert.Equal(0.2 * memory.Capacity * 1e-12 * 1.2, price.Leakage, 1e-18);
        Assert.Equal((10 * Columns * 0.03e-12) + (4000 * 0.03e-12), price.Logic, 1e-20);
        Assert.Equal(price.Reads + price.Writes + price.Refresh + price.Leakage + price.Logic, price.Total);
    }

    [Theory]
    [InlineData(9, 0.02, "bits")]
    [InlineData(8, -1, "refresh interval is -1 s")]
    [InlineData(8, double.PositiveInfinity, "a refresh interval is expected")]
    [InlineData(8, 1, "of its ones")]
    public void Settings_that_cannot_be_are_named(int bits, double interval, string named)
    {
        var settings = Leaky(interval) with { Bits = bits };
        Assert.Contains(named, Assert.Throws<ArgumentException>(settings.Validate).Message);
    }

    private static float[] Filled(float weight) => [.. Enumerable.Repeat(weight, Rows * Stride)];

    private static float[] Held(float[] weights) => [.. Enumerable.Range(0, Rows).SelectMany(row => weights.AsSpan(row * Stride, Columns).ToArray())];

    private static SynapseMemorySettings Settings(int bits) => new(SomeCells.Table(RetentionLaw.Never)) { Bits = bits };

    private static SynapseMemorySettings Leaky(double interval) => new(SomeCells.Leaky) { RefreshInterval = interval };
}
