using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Waveforms;

public sealed class WaveformTests
{
    /// <summary>One of each kind, with numbers whose sums do not come out even in binary.</summary>
    public static TheoryData<Waveform, int, double> All => new()
    {
        { new PulseWaveform(-0.1, 1.3, 0.7e-9, 0.1e-9, 3.3e-9, 0.3e-9, 7.1e-9), 4 * 100_000, 100_000 * 7.1e-9 },
        { new PulseWaveform(0, 1, 0, 0.1, 0.2, 0.3, 0.1 + 0.2 + 0.3), 3 * 1000, 999.5 * 0.6 },
        { new PulseTrain(0, [.. Enumerable.Range(0, 1000).Select(i => i % 7 - 3.0)], 1e-9, 1e-10, 1e-8, 1e-10, 1e-7), 4000, 1 },
        { new Sine(0.2, 1, 1e6 / 3, 1e-7), 1 + 4 * 999, 1e-7 + (999 * 3e-6) - 1e-9 },
        { new PiecewiseLinear([0.1, 0.2, 0.30000000000000004, 7], [1, 2, -1, 0]), 4, 100 },
        { new Exponential(0, 1, 1e-9, 1e-9, 5e-9, 2e-9), 2, 1 },
        { new Constant(3), 0, 1e300 },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Breaks_rise_strictly_and_none_is_missed(Waveform waveform, int expected, double stop)
    {
        var count = 0;
        for (var time = -1e-12; ;)
        {
            var next = waveform.NextBreak(time);
            Assert.True(next > time);
            if (next > stop)
                break;

            // From just before a break the break is next; from the break itself it is not.
            Assert.Equal(next, waveform.NextBreak(Math.BitDecrement(next)));
            count++;
            time = next;
        }

        Assert.InRange(count, expected - 1, expected + (expected / 3));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void There_is_no_jump_at_a_break(Waveform waveform, int expected, double stop)
    {
        Assert.True(expected >= 0);
        var time = waveform.NextBreak(-1e-12);
        for (var i = 0; i < 5000 && time <= stop; i++, time = waveform.NextBreak(time))
        {
            var here = waveform.At(time);
            Assert.Equal(here, waveform.At(Math.BitDecrement(time)), 1e-5);
            Assert.Equal(here, waveform.At(Math.BitIncrement(time)), 1e-5);
        }
    }

    [Fact]
    public void A_pulse_has_exactly_its_levels_at_its_corners()
    {
        var pulse = new PulseWaveform(0.1, 0.7, 0.3e-9, 0.1e-9, 3.3e-9, 0.3e-9, 7.1e-9);
        var time = 0.0;
        double[] corners = [0.1, 0.7, 0.7, 0.1];
        for (var i = 0; i < 40_000; i++)
        {
            time = pulse.NextBreak(time);
            Assert.Equal(corners[i % 4], pulse.At(time));
        }
    }

    [Fact] // Straight lines: the middle of an edge is the mean of its ends.
    public void A_pulse_is_a_trapezoid()
    {
        var pulse = new PulseWaveform(0, 2, 1, 1, 2, 4, 10);
        Assert.Equal([0, 0, 1, 2, 2, 2, 1, 0, 1], new[] { 0, 1, 1.5, 2, 3, 4, 6, 8, 11.5 }.Select(pulse.At), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0, new PulseWaveform(0, 2, 1, 1, 2, 4).At(1e9));
    }

    [Fact]
    public void A_train_gives_each_pulse_its_level_and_ends()
    {
        var train = new PulseTrain(0.5, [1, -2, 3], delay: 1, rise: 0.1, width: 0.5, fall: 0.1, period: 1);
        Assert.Equal([0.5, 1, 0.5, -2, 3, 0.5, 0.5], new[] { 0.9, 1.3, 1.8, 2.3, 3.3, 3.9, 100 }.Select(train.At));
        Assert.Equal(double.PositiveInfinity, train.NextBreak(3.75));
    }

    [Fact] // A whole number of turns late in a long run is still a zero to 1e-6.
    public void A_sine_keeps_its_phase_for_a_billion_turns()
    {
        var sine = new Sine(0, 1, 1e6);
        Assert.Equal(0, sine.At(1000.0), 1e-6);
        Assert.Equal(1, sine.At(1000.0 + 0.25e-6), 1e-6);
    }

    [Fact]
    public void An_exponential_approaches_its_levels()
    {
        var wave = new Exponential(1, 3, 1, 2, 5, 1);
        Assert.Equal(1, wave.At(0.5));
        Assert.Equal(3 - (2 * Math.Exp(-1)), wave.At(3), 1e-14);
        Assert.Equal(1, wave.At(100), 1e-9);
    }

    [Fact]
    public void Bad_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Constant(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseWaveform(0, 1, 0, 0, 1, 1));
        Assert.Throws<ArgumentException>(() => new PulseWaveform(0, 1, 0, 1, 1, 1, 2.9));
        Assert.Throws<ArgumentException>(() => new PulseTrain(0, [], 0, 1, 1, 1, 3));
        Assert.Throws<ArgumentException>(() => new PiecewiseLinear([0, 1, 1], [0, 1, 2]));
        Assert.Throws<ArgumentException>(() => new PiecewiseLinear([0, 1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sine(0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Exponential(0, 1, 2, 1, 1));
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        Waveform[] waves = [.. All.Select(row => row.Data.Item1)];
        double Sum()
        {
            var sum = 0.0;
            foreach (var wave in waves)
            {
                for (var i = 0; i < 100; i++)
                    sum += wave.At(i * 1e-9) + Math.Min(wave.NextBreak(i * 1e-9), 1);
            }

            return sum;
        }

        Sum();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sum();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
