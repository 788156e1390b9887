using DevicePhys.Arrays;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays;

public sealed class DeviceBankTests
{
    private const int Count = 150_000;

    [Fact]
    public void Threads_change_no_bit_and_a_pulse_allocates_nothing()
    {
        var table = SyntheticTable.Linear(64, 0.7, 1e-6, 0.8, 1.2);
        var (one, two) = (new DeviceBank(Count, table, true, 3), new DeviceBank(Count, table, true, 3));
        foreach (var polarity in new[] { Polarity.Potentiation, Polarity.Potentiation, Polarity.Depression })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            one.Pulse(polarity);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            two.Pulse(polarity, threads: 3);
        }

        Assert.Equal(one.Conductances.ToArray(), two.Conductances.ToArray());
    }

    [Fact]
    public void Every_device_has_its_own_step_and_every_pulse_its_own_chance()
    {
        // Steps of 0.8 and 1.2 µS that work three times in four: after ten pulses the count of steps of a device is binomial, and the step tells which device it is.
        var bank = new DeviceBank(Count, SyntheticTable.Linear(64, 0.75, 1e-6, 0.8, 1.2), true, 4);
        for (var n = 0; n < 10; n++)
        {
            bank.Pulse(Polarity.Potentiation);
        }

        foreach (var (corner, step) in new[] { (0, 0.8e-6), (1, 1.2e-6) })
        {
            var counts = Enumerable.Range(0, Count).Where(i => bank.Corners[i] == corner).Select(i => (bank.Conductances[i] - SyntheticTable.GMin) / step).ToArray();
            Assert.Equal(0.5, (double)counts.Length / Count, 4.5 * 0.5 / Math.Sqrt(Count));
            Assert.All(counts, count => Assert.Equal(Math.Round(count), count, 1e-3));
            Assert.Equal(7.5, counts.Average(), 4.5 * Math.Sqrt(1.875 / counts.Length));
            Assert.Equal(1.875, counts.Average(count => Math.Pow(count - counts.Average(), 2)), 0.07);
            Assert.Equal(0, counts.Zip(counts.Skip(1), (a, b) => (a - 7.5) * (b - 7.5) / 1.875).Average(), 4.5 / Math.Sqrt(counts.Length));
        }
    }
}
