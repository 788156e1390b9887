using DevicePhys.Arrays;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays;

public sealed class PulseUpdates
{
    private const int Rows = 200;
    private const int Columns = 100;

    // Wished changes from far below one pulse to several pulses of weight 2/16 · ½ each; the start leaves room both ways.
    [Theory]
    [InlineData(0.0005f, 200)]
    [InlineData(0.01f, 40)]
    [InlineData(0.0625f, 4)]
    [InlineData(0.15f, 2)]
    public void The_mean_change_of_a_weight_is_the_wished_one(float wished, int updates)
    {
        var array = Make(SyntheticTable.Linear(64), 1);
        var (before, after) = (Weights(array), new float[Rows * Columns]);
        var rows = Enumerable.Range(0, Rows).ToArray();
        var input = Enumerable.Repeat(0.5f, Rows).ToArray();
        var delta = Enumerable.Range(0, Columns).Select(j => j % 2 == 0 ? wished : -wished).ToArray();
        for (var n = 0; n < updates; n++)
        {
            array.Update(new ActiveInput(rows, input), delta, 2f);
        }

        array.CopyWeights(after);
        var moved = Enumerable.Range(0, Rows * Columns).Average(i => (after[i] - before[i]) * (i % Columns % 2 == 0 ? 1 : -1));

        // Shot noise of the pulse counts: a change of D in steps of s has a standard deviation of at most sqrt(D s) per weight.
        var sigma = Math.Sqrt(updates * (double)wished * (1.0 / 64) / (Rows * Columns));
        Assert.Equal(updates * wished, moved, 5 * sigma);
    }

    [Fact]
    public void Rows_without_input_keep_every_bit()
    {
        var array = Make(SyntheticTable.Linear(), 2);
        var before = Weights(array);
        array.Update(new ActiveInput([3, 5], [1f, 0.7f]), Enumerable.Repeat(0.3f, Columns).ToArray(), 1f);
        var after = Weights(array);
        for (var i = 0; i < before.Length; i++)
        {
            if (i / Columns is not (3 or 5))
            {
                Assert.Equal(before[i], after[i]);
            }
        }

        Assert.NotEqual(before[3 * Columns], after[3 * Columns]);
    }

    // Half of the columns can be skipped through, the others are too likely for that; inputs and signs of every kind.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_cell_is_pulsed_as_often_as_wished_and_independently(bool plain)
    {
        const int Updates = 20_000;
        const float Step = 1f / 4096;
        int[] rows = [0, 1, 2, 4, 7, 8];
        float[] input = [1f, 0.5f, -0.25f, 0.02f, 0.8f, -1f];
        float[] chances = [0.2f, -0.05f, 0, 0.6f, 0.24f, -0.9f, 1.3f, 0.004f];
        var array = new SynapseArray(9, 8, SyntheticTable.Linear(4096), new SynapseSettings(1, false, 0.5, 0), new RandomStream(12, "array"));
        var delta = chances.Select(chance => chance * Step).ToArray();
        var (before, after) = (new float[72], new float[72]);
        var (sums, squares, products) = (new double[72], new double[72], new double[72]);
        for (var n = 0; n < Updates; n++)
        {
            // Every other update goes back, so that no device reaches its end.
            var sign = n % 2 == 0 ? 1 : -1;
            array.CopyWeights(before);
            if (plain)
            {
                array.UpdatePlain(new ActiveInput(rows, input), delta, sign);
            }
            else
            {
                array.Update(new ActiveInput(rows, input), delta, sign);
            }

            array.CopyWeights(after);
            var previous = 0.0;
            for (var i = 0; i < 72; i++)
            {
                var count = Math.Round(sign * (after[i] - before[i]) / Step);
                sums[i] += count;
                squares[i] += count * count;
                products[i] += previous * count;
                previous = count;
            }
        }

        double Wished(int cell) => Array.IndexOf(rows, cell / 8) is var k and >= 0 ? chances[cell % 8] * input[k] : 0;
        for (var i = 0; i < 72; i++)
        {
            var wished = Wished(i);
            var share = Math.Abs(wished) - Math.Floor(Math.Abs(wished));
            var sigma = Math.Sqrt(share * (1 - share) / Updates);
            Assert.Equal(wished, sums[i] / Updates, (4.5 * sigma) + 1e-6);
            var neighbour = i > 0 ? Wished(i - 1) : 0;
            var second = squares[i] / Updates;
            var expected = (wished * wished) + (share * (1 - share));
            Assert.Equal(expected, second, 0.03);
            Assert.Equal(neighbour * wished, products[i] / Updates, 0.03);
        }
    }

    // A population whose pulses fail at times, pushed hard: the vectors and the plain loop must leave the same distribution on either device of the pairs.
    [Fact]
    public void Vectors_and_the_plain_loop_leave_the_same_conductances_behind()
    {
        var table = SyntheticTable.Linear(64, 0.8, 1e-6, 0.7, 1, 1.4);
        var (fast, plain) = (Make(table, 21), Make(table, 22));
        var rows = Enumerable.Range(0, Rows).ToArray();
        var input = Enumerable.Range(0, Rows).Select(i => 0.2f + (0.8f * i / Rows)).ToArray();
        var delta = Enumerable.Range(0, Columns).Select(j => 0.04f * (j % 2 == 0 ? 1 : -1)).ToArray();
        for (var n = 0; n < 6; n++)
        {
            fast.Update(new ActiveInput(rows, input), delta, 1f);
            plain.UpdatePlain(new ActiveInput(rows, input), delta, 1f);
        }

        Assert.Equal(plain.PotentiationPulses, fast.PotentiationPulses, 5 * Math.Sqrt(2.0 * plain.PotentiationPulses));
        Assert.Equal(plain.DepressionPulses, fast.DepressionPulses, 5 * Math.Sqrt(2.0 * plain.DepressionPulses));
        foreach (var (one, other) in new[] { (fast.Plus, plain.Plus), (fast.Minus, plain.Minus) })
        {
            for (var parity = 0; parity < 2; parity++)
            {
                var (a, b) = (Of(one, parity), Of(other, parity));
                var (meanA, meanB) = (a.Average(), b.Average());
                var spread = b.Average(x => (x - meanB) * (x - meanB));
                Assert.Equal(meanB, meanA, 5 * Math.Sqrt(2 * spread / b.Length));
                Assert.Equal(spread, a.Average(x => (x - meanA) * (x - meanA)), 5 * spread * Math.Sqrt(4.0 / b.Length));
            }
        }

        static double[] Of(Crossbar crossbar, int parity) =>
            [.. Enumerable.Range(0, Rows).SelectMany(i => Enumerable.Range(0, Columns).Where(j => j % 2 == parity).Select(j => crossbar[i, j] * 1e6))];
    }

    [Fact]
    public void The_hazard_is_the_logarithm_it_stands_for()
    {
        foreach (var chance in new[] { 1e-9, 1e-4, 0.01, 0.1, Hazard.Largest })
        {
            // The library's logarithm of 1 + x cancels where x is small; there three terms of the power series are exact enough.
            var expected = chance < 1e-3 ? chance + (chance * chance / 2) + (chance * chance * chance / 3) : -Math.Log(1 - chance);
            Assert.Equal(1, Hazard.Of(chance) / expected, 1e-9);
        }
    }

    [Fact]
    public void A_full_device_stays_within_one_step_of_its_range()
    {
        var array = Make(SyntheticTable.Linear(16, 0.95, 1e-6, 0.8, 1.2), 4);
        var rows = Enumerable.Range(0, Rows).ToArray();
        var input = Enumerable.Repeat(1f, Rows).ToArray();
        var random = new RandomStream(4, "deltas");
        var delta = new float[Columns];
        for (var n = 0; n < 300; n++)
        {
            var push = n % 100 < 50 ? 0.2f : -0.2f;
            random.FillUniform(delta);
            for (var j = 0; j < Columns; j++)
            {
                delta[j] = push + (0.1f * delta[j]);
            }

            array.Update(new ActiveInput(rows, input), delta, 1f);
            foreach (var crossbar in new[] { array.Plus, array.Minus })
            {
                foreach (var conductance in crossbar.Row(n % Rows))
                {
                    Assert.InRange(conductance, SyntheticTable.GMin - 1e-6, SyntheticTable.GMin + (17 * 1.2e-6));
                }
            }
        }
    }

    [Fact]
    public void Devices_of_a_population_differ_and_keep_their_own_step()
    {
        // One pulse upwards on reset devices: the conductance gained tells which corner a device is.
        var array = new SynapseArray(Rows, Columns, SyntheticTable.Linear(16, 1, 1e-6, 0.5, 1, 2), new SynapseSettings(1, true, 1.0 / 16, 0), new RandomStream(5, "array"));
        var counts = Enumerable.Range(0, Rows)
            .SelectMany(i => array.Plus.Row(i).ToArray())
            .GroupBy(conductance => Math.Round((conductance - SyntheticTable.GMin) / 1e-6, 3))
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([0.5, 1.0, 2.0], counts.Keys.Order());

        // Three equal shares of 20,000: standard deviation 67.
        Assert.All(counts.Values, count => Assert.InRange(count, 6667 - 333, 6667 + 333));
    }

    [Fact]
    public void Without_D2D_every_device_is_the_nominal_one()
    {
        var array = new SynapseArray(Rows, Columns, SyntheticTable.Linear(16, 1, 1e-6, 0.5, 2), new SynapseSettings(1, false, 1.0 / 16, 0), new RandomStream(6, "array"));
        Assert.All(array.Plus.Row(0).ToArray(), conductance => Assert.Equal(SyntheticTable.GMin + 1e-6, conductance, 1e-11));
    }

    [Fact]
    public void Pulses_are_counted_and_priced()
    {
        var array = Make(SyntheticTable.Linear(), 7);
        array.Update(new ActiveInput(Enumerable.Range(0, Rows).ToArray(), Enumerable.Repeat(1f, Rows).ToArray()), Enumerable.Repeat(0.2f, Columns).ToArray(), 1f);
        Assert.True(array.PotentiationPulses > 0 && array.DepressionPulses > 0);
        Assert.Equal((array.PotentiationPulses * 1e-12) + (array.DepressionPulses * 2e-12), array.WriteEnergy, 1e-20);
    }

    [Fact]
    public void Nothing_is_allocated_by_products_and_updates()
    {
        var array = Make(SyntheticTable.Linear(16, 0.95, 1e-6, 0.9, 1.1), 8);
        var rows = Enumerable.Range(0, Rows).ToArray();
        var input = Enumerable.Repeat(0.5f, Rows).ToArray();
        var delta = Enumerable.Repeat(0.01f, Columns).ToArray();
        var (output, back) = (new float[Columns], new float[Rows]);
        for (var n = 0; n < 3; n++)
        {
            Work();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 100; n++)
        {
            Work();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Work()
        {
            array.Multiply(new ActiveInput(rows, input), output);
            array.MultiplyTransposed(delta, back);
            array.Update(new ActiveInput(rows, input), delta, 1f);
        }
    }

    private static SynapseArray Make(DevicePhys.Tables.PulseTable table, ulong seed) =>
        new(Rows, Columns, table, new SynapseSettings(1), new RandomStream(seed, "array"));

    private static float[] Weights(SynapseArray array)
    {
        var weights = new float[Rows * Columns];
        array.CopyWeights(weights);
        return weights;
    }
}
