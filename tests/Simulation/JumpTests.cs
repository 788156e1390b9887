using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Simulation;

public sealed class JumpTests
{
    private const int Samples = 4000;

    // Kolmogorov-Smirnov: beyond 1.95/sqrt(n) with probability 1e-3 under the hypothesis.
    private static readonly double KsBound = 1.95 / Math.Sqrt(Samples);

    private static double Ks(double[] samples, Func<double, double> distribution)
    {
        Array.Sort(samples);
        var largest = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var f = distribution(samples[i]);
            largest = Math.Max(largest, Math.Max(Math.Abs(f - (i / (double)samples.Length)), Math.Abs(f - ((i + 1.0) / samples.Length))));
        }

        return largest;
    }

    /// <summary>
    /// The time of the first jump: the run is stopped at ever later times until the count has moved; the time is met by the integrator.
    /// </summary>
    private static double[] FirstJumps(BirthDeath<Dual> model, Waveform waveform, double stop, TransientOptions options)
    {
        var times = new double[Samples];
        var equations = new DeviceEquations(model);
        var system = new StepperSystem(equations, waveform, options);
        var integrator = new Integrator(system, options);
        for (var i = 0; i < Samples; i++)
        {
            var random = new RandomStream(7, "first jump", (ulong)i);
            integrator.Unknowns[0] = model.States[0].Initial;
            integrator.Reset();
            times[i] = double.PositiveInfinity;
            while (integrator.Time < stop)
            {
                if (integrator.Step(stop, random) == StepOutcome.JumpDue)
                {
                    times[i] = integrator.Time;
                    break;
                }
            }
        }

        return times;
    }

    [Fact] // A constant hazard waits exponentially: F(t) = 1 - exp(-lambda t).
    public void A_constant_hazard_waits_exponentially()
    {
        var times = FirstJumps(new BirthDeath<Dual>(1, 1e6, 0), new Constant(0), 1, new TransientOptions());
        Assert.InRange(Ks(times, t => 1 - Math.Exp(-1e6 * t)), 0, KsBound);
    }

    [Theory] // Hazard h exp(s V(t)) under a ramp V = k t: integral h/(s k) (exp(s k t) - 1).
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    public void A_ramp_gives_the_closed_form_survival_whatever_the_tolerance(double tolerance)
    {
        const double birth = 1e3, slope = 20, ramp = 1e6;
        var options = new TransientOptions { RelativeTolerance = tolerance, HazardTolerance = tolerance };
        var times = FirstJumps(new BirthDeath<Dual>(1, birth, 0, slope), new PiecewiseLinear([0, 1e-6], [0, 1]), 1e-6, options);
        Assert.DoesNotContain(double.PositiveInfinity, times);
        Assert.InRange(Ks(times, t => 1 - Math.Exp(-birth / (slope * ramp) * (Math.Exp(slope * ramp * t) - 1))), 0, KsBound);
    }

    [Theory] // Independent sites: each is full after t with p = 1 - exp(-b t), so the count is binomial (mean N p, variance N p (1 - p)).
    [InlineData(20, 1e6, 0.0, 0)]
    [InlineData(20, 0.0, 1e6, 20)]
    [InlineData(20, 1e6, 5e5, 0)]
    public void Independent_sites_give_a_binomial_count(int sites, double birth, double death, int initial)
    {
        var stepper = new Stepper(new BirthDeath<Dual>(sites, birth, death, initial: initial), new Constant(0));
        const double stop = 0.7e-6;
        var counts = new double[sites + 1];
        for (var i = 0; i < Samples; i++)
        {
            stepper.Reset();
            stepper.Run(stop, new RandomStream(11, "binomial", (ulong)i));
            counts[(int)stepper.State[0]]++;
        }

        var total = birth + death;
        var p = (birth / total) + (((initial / (double)sites) - (birth / total)) * Math.Exp(-total * stop));
        var (mean, square) = (0.0, 0.0);
        for (var n = 0; n <= sites; n++)
        {
            mean += n * counts[n] / Samples;
            square += n * n * counts[n] / Samples;
        }

        var variance = sites * p * (1 - p);
        Assert.Equal(sites * p, mean, 4 * Math.Sqrt(variance / Samples));
        Assert.Equal(variance, square - (mean * mean), 4 * variance * Math.Sqrt(2.0 / Samples));
    }

    [Fact] // The mean of the linear chain obeys dn/dt = b (N - n) exactly.
    public void Without_a_stream_the_count_follows_its_mean()
    {
        var stepper = new Stepper(new BirthDeath<Dual>(20, 1e6, 0), new Constant(0), TransientOptions.AtTolerance(1e-8));
        stepper.Run(0.7e-6);
        Assert.Equal(20 * (1 - Math.Exp(-0.7)), stepper.State[0], 1e-6);
        Assert.Equal(0, stepper.Statistics.Jumps);
    }

    [Fact]
    public void The_same_stream_gives_the_same_bits_and_two_halves_give_the_whole()
    {
        Stepper New() => new(new BirthDeath<Dual>(50, 1e6, 1e6, 2), new PulseWaveform(0, 1, 0, 1e-8, 1e-7, 1e-8, 2e-7));
        var (whole, again, halves) = (New(), New(), New());
        whole.Run(4e-6, new RandomStream(3, "bits"));
        again.Run(4e-6, new RandomStream(3, "bits"));
        var stream = new RandomStream(3, "bits");
        halves.Run(2e-6, stream);
        halves.Run(4e-6, stream);
        Assert.True(whole.Statistics.Jumps > 50);
        Assert.Equal(whole.State[0], again.State[0]);
        Assert.Equal(whole.Charge, again.Charge);
        Assert.Equal(whole.State[0], halves.State[0]);
        Assert.Equal(whole.Charge, halves.Charge);
    }

    [Fact]
    public void A_hazard_that_is_not_a_number_is_an_error_with_a_name()
    {
        var stepper = new Stepper(new BirthDeath<Dual>(1, 1e6, 0, double.NaN), new Constant(1));
        var error = Assert.Throws<ConvergenceException>(() => stepper.Run(1, new RandomStream(5, "nan")));
        Assert.Contains("hazard", error.Message, StringComparison.Ordinal);
    }

    [Fact] // Hazard 1e-12/s for a year: a handful of steps, not 1e10.
    public void Long_idle_times_are_cheap()
    {
        var stepper = new Stepper(new BirthDeath<Dual>(1, 1e-12, 0), new Constant(0));
        stepper.Run(3.2e7, new RandomStream(5, "idle"));
        Assert.InRange(stepper.Statistics.Steps, 1, 20);
    }
}
