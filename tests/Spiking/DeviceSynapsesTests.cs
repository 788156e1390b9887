using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Spiking.Memory;
using DevicePhys.Tables;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Spiking;

public sealed class DeviceSynapsesTests
{
    private const int Rows = 60, Columns = 300, Stride = 304, Devices = Rows * Columns;

    [Theory]
    [InlineData(PulseRounding.Stochastic, 1)]
    [InlineData(PulseRounding.Nearest, 0.5)]
    public void An_ideal_device_gives_back_plain_numbers_to_a_step(PulseRounding rounding, double steps)
    {
        // 1,000 equal steps without noise: what is read back lies within a step of what was wished, twice over; single precision adds up to 1,000 roundings.
        var devices = new DeviceSynapses(Rows, Columns, new(SyntheticTable.Linear(1000, step: 4e-8)) { Rounding = rounding }, 1);
        var weights = new float[Rows * Stride];
        var stream = new RandomStream(1, "wishes");
        for (var n = 0; n < 2; n++)
        {
            stream.FillUniform(weights);
            var wished = Held(weights);
            devices.WriteBack(weights, Stride, new RandomStream(1, "write", (ulong)n));
            Assert.All(wished.Zip(Held(weights)), pair => Assert.Equal(pair.First, pair.Second, (steps / 1000) + 5e-5));
        }

        // 0 to w, then from there to another number: 1/2 + 1/3 of the steps on average.
        Assert.Equal(1000 * (0.5 + (1 / 3.0)), devices.Writes / (double)Devices, 10.0);
        Assert.Equal(2, devices.WriteBacks);
    }

    [Fact]
    public void The_mean_of_small_wishes_is_kept_by_chance_and_lost_by_rounding_to_the_nearest()
    {
        // A wish of 0.3 steps of 1/16, three of four pulses of which work: 0.4 pulses.
        foreach (var (rounding, step) in new[] { (PulseRounding.Stochastic, 0.3), (PulseRounding.Nearest, 0) })
        {
            var devices = new DeviceSynapses(Rows, Columns, new(SyntheticTable.Linear(16, success: 0.75)) { Rounding = rounding }, 1);
            var weights = Half(devices);
            var before = Held(weights);
            var given = devices.Writes;
            weights = [.. weights.Select(weight => weight + (0.3f / 16))];
            devices.WriteBack(weights, Stride, new RandomStream(2, "write"));
            var moved = Held(weights).Zip(before, (after, held) => 16 * (after - held)).ToArray();
            Assert.Equal(step, moved.Average(), 4.5 * Math.Sqrt(0.3 * 0.7 / Devices));
            Assert.Equal(step / 0.75, (devices.Writes - given) / (double)Devices, 4.5 * Math.Sqrt(0.4 * 0.6 / Devices));
        }
    }

    [Fact]
    public void Every_device_has_its_own_step_and_every_pulse_its_own_chance()
    {
        // The controller reckons with steps of 1 µS, three in four of which work, and wishes 6: 8 pulses. Devices have steps of 0.8 or 1.2 µS.
        var devices = new DeviceSynapses(Rows, Columns, new(SyntheticTable.Linear(64, 0.75, 1e-6, 0.8, 1.2)) { Rounding = PulseRounding.Nearest }, 4);
        var weights = new float[Rows * Stride];
        Array.Fill(weights, 6f / 64);
        devices.WriteBack(weights, Stride, new RandomStream(1, "write"));
        Assert.Equal(8 * Devices, devices.Potentiations);
        Assert.Equal(0, devices.Depressions);
        foreach (var (corner, step) in new[] { (0, 0.8e-6), (1, 1.2e-6) })
        {
            double[] counts = [.. Enumerable.Range(0, Devices).Where(i => devices.Corners[i] == corner).Select(i => (devices.Conductances[i] - SyntheticTable.GMin) / step)];
            Assert.Equal(0.5, (double)counts.Length / Devices, 4.5 * 0.5 / Math.Sqrt(Devices));
            Assert.All(counts, count => Assert.Equal(Math.Round(count), count, 1e-3));
            Assert.Equal(6, counts.Average(), 4.5 * Math.Sqrt(1.5 / counts.Length));
            Assert.Equal(1.5, counts.Average(count => Math.Pow(count - counts.Average(), 2)), 4.5 * 1.5 * Math.Sqrt(2.0 / counts.Length));
        }

        // Another network has other devices.
        Assert.NotEqual(devices.Corners.ToArray(), new DeviceSynapses(Rows, Columns, devices.Settings, 5).Corners.ToArray());
    }

    [Fact]
    public void Devices_saturate_at_their_own_ends_and_the_padding_is_left_alone()
    {
        // Ends at 12.8 and 19.2 steps of the nominal 16; the controller goes on pulsing the small ones.
        var devices = new DeviceSynapses(Rows, Columns, new(SyntheticTable.Linear(16, 1, 1e-6, 0.8, 1.2)), 4);
        var weights = new float[Rows * Stride];
        for (var n = 0; n < 20; n++)
        {
            Array.Fill(weights, 1.5f);
            weights[Columns] = 42;
            devices.WriteBack(weights, Stride, new RandomStream(3, "write", (ulong)n));
        }

        Assert.Equal(42, weights[Columns]);
        var held = Held(weights);
        Assert.All(Enumerable.Range(0, Devices), i => Assert.InRange(held[i], devices.Corners[i] == 0 ? 0.7999 : 0.9999, devices.Corners[i] == 0 ? 0.8001 : 1.2001));
    }

    [Fact]
    public void Columns_whose_sum_is_a_whole_number_of_steps_come_to_rest_and_others_are_mended_for_ever()
    {
        // Nothing is learnt, weights are only scaled to a sum of 78: 1,248 steps of 1/16, but no whole number of steps of devices that differ.
        var (even, uneven) = (PulsesPerColumn(SyntheticTable.Linear(16)), PulsesPerColumn(SyntheticTable.Linear(16, 1, 1e-6, 0.87, 1.09, 1.13)));
        Assert.InRange(even, 0, 0.02);
        Assert.InRange(uneven, 0.2, 1);

        static double PulsesPerColumn(PulseTable table)
        {
            var settings = new DiehlCookSettings { Neurons = 40 };
            var (weights, devices) = (new DiehlCookWeights(settings, 1), new DeviceSynapses(settings.Inputs, settings.Neurons, new(table), 1));
            var before = 0L;
            for (var n = 0; n < 300; n++)
            {
                before = n < 200 ? devices.Writes : before;
                weights.Normalise((float)settings.WeightSum);
                devices.WriteBack(weights.Values, weights.Stride, new RandomStream(5, "write", (ulong)n));
            }

            return (devices.Writes - before) / (101.0 * settings.Neurons);
        }
    }

    [Fact]
    public void A_store_goes_on_from_its_state_to_the_same_bits()
    {
        var settings = new DeviceSynapseSettings(SyntheticTable.Linear(16, 0.75, 1e-6, 0.8, 1.2));
        var (whole, stopped) = (new DeviceSynapses(Rows, Columns, settings, 4), new DeviceSynapses(Rows, Columns, settings, 4));
        var weights = Half(whole);
        Assert.True(stopped.Restore(whole.State().ToDictionary()));
        var again = weights.Select(weight => weight + 0.1f).ToArray();
        weights = [.. again];
        whole.WriteBack(weights, Stride, new RandomStream(9, "write"));
        stopped.WriteBack(again, Stride, new RandomStream(9, "write"));
        Assert.Equal(weights, again);
        Assert.Equal((whole.WriteBacks, whole.Potentiations, whole.Depressions), (stopped.WriteBacks, stopped.Potentiations, stopped.Depressions));
        Assert.False(new DeviceSynapses(Rows, Columns + 1, settings, 4).Restore(whole.State().ToDictionary()));
    }

    [Fact]
    public void Work_is_priced_by_the_table_and_the_read()
    {
        // All at 25 of 50 steps: 45 µS; pulses of 1 pJ up and 2 pJ down.
        var devices = new DeviceSynapses(Rows, Columns, new(SyntheticTable.Linear(50)) { ReadVoltage = 0.2, ReadTime = 5e-9 }, 1);
        var weights = Half(devices);
        weights = [.. weights.Select(weight => weight - 0.2f)];
        devices.WriteBack(weights, Stride, new RandomStream(2, "write"));
        Half(devices);
        Assert.Equal((35L * Devices, 10L * Devices), (devices.Potentiations, devices.Depressions));
        var price = devices.Price(new SpikingWork(Columns, 10, 1000, 2, 90, 0.2));
        Assert.Equal(((10 * Columns) + (2 * Devices)) * 45e-6 * 0.04 * 5e-9, price.Reads, 1e-15);
        Assert.Equal(90 * ((35 * 1e-12) + (10 * 2e-12)) / 45, price.Writes, 1e-16);
        Assert.Equal((0, 0), (price.Refresh, price.Leakage));
        Assert.Equal((10 * Columns * 0.03e-12) + (4000 * 0.03e-12), price.Logic, 1e-20);
    }

    [Fact]
    public void Settings_that_cannot_be_are_named()
    {
        var table = SyntheticTable.Linear(16, 1, 1e-6, [.. Enumerable.Repeat(1.0, 257)]);
        Assert.Contains("at most 256", Assert.Throws<ArgumentException>(new DeviceSynapseSettings(table).Validate).Message);
        Assert.Contains("a time above 0", Assert.Throws<ArgumentException>((new DeviceSynapseSettings(SyntheticTable.Linear()) { ReadTime = 0 }).Validate).Message);
    }

    private static float[] Half(DeviceSynapses devices)
    {
        var weights = new float[Rows * Stride];
        Array.Fill(weights, 0.5f);
        devices.WriteBack(weights, Stride, new RandomStream(1, "write"));
        return weights;
    }

    private static float[] Held(float[] weights) => [.. Enumerable.Range(0, Rows).SelectMany(row => weights.AsSpan(row * Stride, Columns).ToArray())];
}
