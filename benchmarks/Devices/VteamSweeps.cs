using System.Diagnostics;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Benchmarks.Devices;

/// <summary>10,000 Monte Carlo I-V sweeps of VTEAM, each on a device of its own (D2D and C2C), on one and two threads.</summary>
internal static class VteamSweeps
{
    private const int Sweeps = 10_000;
    private const int Points = 200;

    public static void Run()
    {
        Console.WriteLine($"{Sweeps} I-V sweeps of Vteam.MemTorch, {Points} points each, 0 to 1 V, to -1 V and back in 1 us; allowed: 5 s on two threads, 1.8 times one");
        var (one, two, bits) = (double.MaxValue, double.MaxValue, (One: 0.0, Two: 0.0));
        for (var round = 0; round < 2; round++)
        {
            (var seconds, bits.One) = Measure(1);
            one = Math.Min(one, seconds);
            (seconds, bits.Two) = Measure(2);
            two = Math.Min(two, seconds);
        }

        Console.WriteLine($"  one thread {one:F2} s, two threads {two:F2} s, ratio {one / two:F2}; same bits: {bits.One.Equals(bits.Two)}");
    }

    private static (double Seconds, double Sum) Measure(int threads)
    {
        var card = DeviceCatalog.Default.Card("Vteam.MemTorch");
        var sums = new double[Sweeps];
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, Sweeps, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Bench(card), (sweep, _, bench) =>
        {
            sums[sweep] = bench.Sweep((ulong)sweep);
            return bench;
        }, _ => { });
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, sums.Sum());
    }

    private sealed class Bench(Card card)
    {
        private readonly Stepper stepper = new(DeviceCatalog.Default.Create<Dual>(card), new PiecewiseLinear([0, 0.25e-6, 0.75e-6, 1e-6], [0, 1, -1, 0]));
        private readonly double[] currents = new double[Points];

        public double Sweep(ulong index)
        {
            var random = new RandomStream(1, "sweeps", index);
            var model = DeviceCatalog.Default.Create<Dual>(card.Sample(SpreadOrigin.DeviceToDevice, random).Sample(SpreadOrigin.CycleToCycle, random));
            stepper.Model = model;
            stepper.Reset();
            Span<Dual> state = stackalloc Dual[1], rates = stackalloc Dual[1];
            for (var point = 0; point < Points; point++)
            {
                stepper.Run(1e-6 * (point + 1) / Points);
                state[0] = stepper.State[0];
                currents[point] = model.Evaluate(stepper.Voltage.At(stepper.Time), state, rates).Value;
            }

            return currents.Sum();
        }
    }
}
