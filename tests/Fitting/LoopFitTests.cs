using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Fitting;
using DevicePhys.Sampling;
using DevicePhys.Studies.Fitting;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>Loops of a threshold memristor: starts read off the data, side minima, and slopes over kept steps.</summary>
public sealed class LoopFitTests
{
    private const int Points = 400;
    private static readonly Card Card = DeviceCatalog.Default.Card("Vteam.PtHfTi");

    private static readonly string[] Free = ["ROn", "ROff", "VOn", "VOff", "KOn", "KOff"];

    [Fact]
    public void A_clean_loop_is_found_from_a_card_of_another_device()
    {
        // Every number of the start is 5 to 10 times off, the thresholds beyond what was applied.
        var other = Card.With("ROn", "1 kOhm").With("ROff", "20 kOhm").With("VOn", "-3 V").With("VOff", "2.5 V").With("KOn", "-20 m/s").With("KOff", "1 m/s");
        var fit = SweepDeviceFit.Run(DeviceCatalog.Default, other, Loop(0.005), Free, new MisfitScale(Misfit.Relative, 1e-5));
        Assert.True(fit.Result.Converged, string.Join(' ', fit.Result.Warnings));
        Assert.InRange(fit.Result.Agreement.Agreeing, 2, 5);
        foreach (var name in Free)
        {
            var estimate = fit.Result[name];
            Assert.Equal(Card.Parameter(name).Value, estimate.Value, 5 * estimate.StandardError);
        }
    }

    [Fact]
    public void A_loop_that_the_model_cannot_have_is_not_passed_over_in_silence()
    {
        // A parallel conductor of 300 Ohm, which VTEAM has not, only above half of the range.
        var loop = Loop(0.005);
        var bent = loop with { Currents = [.. loop.Currents.Zip(loop.Voltages, (i, v) => i + (Math.Max(0, v - 0.5) / 300))] };
        var fit = SweepDeviceFit.Run(DeviceCatalog.Default, Card, bent, Free, new MisfitScale(Misfit.Relative, 1e-5));
        Assert.Contains(fit.Result.Warnings, warning => warning.StartsWith("The residuals follow each other (Durbin-Watson", StringComparison.Ordinal));
    }

    [Fact]
    public void Over_kept_steps_the_current_is_smooth_and_its_slopes_are_exact()
    {
        var loop = Loop(0);
        var model = new DrivenModel(parameter => DeviceCatalog.Default.Create(Card, parameter), Free, 1e-4);
        double[] values = [.. Free.Select(name => Card.Parameter(name).Value)];
        var mesh = model.Mesh(values, loop.Times, loop.Voltages);
        var (currents, slopes) = (new double[Points + 1], new double[(Points + 1) * Free.Length]);
        model.Run(values, loop.Times, loop.Voltages, currents, slopes, mesh);
        for (var p = 0; p < Free.Length; p++)
        {
            // Steps that follow the error jump by 1e-5 of the current: differences over so small a change would be lost in that.
            var step = 1e-6 * values[p];
            var (up, down) = (At(p, step), At(p, -step));
            var largest = Enumerable.Range(0, Points + 1).Max(k => Math.Abs(slopes[(k * Free.Length) + p]));
            for (var k = 0; k <= Points; k++)
                Assert.Equal((up[k] - down[k]) / (2 * step), slopes[(k * Free.Length) + p], 2e-5 * largest);
        }

        double[] At(int p, double step)
        {
            var (moved, result) = ((double[])values.Clone(), new double[Points + 1]);
            moved[p] += step;
            model.Run(moved, loop.Times, loop.Voltages, result, [], mesh);
            return result;
        }
    }

    [Fact]
    public void A_negative_parameter_of_many_decades_is_moved_on_its_logarithm_and_its_interval_keeps_its_sign()
    {
        // y = k x, known to a factor of about two.
        double[] x = [1, 2, 3, 4], y = [-3e-9, -9e-9, -5e-9, -16e-9];
        var problem = new FitProblem([new FitParameter("k", -1, "", -1e6, -1e-12, ParameterScale.Log)], 4, (p, residuals, slopes) =>
        {
            for (var i = 0; i < 4; i++)
            {
                residuals[i] = (p[0] * x[i]) - y[i];
                if (!slopes.IsEmpty)
                    slopes[i] = x[i];
            }
        });
        var fit = LevenbergMarquardt.Run(problem);
        Assert.True(fit.Converged);
        Assert.Equal(x.Zip(y, (a, b) => a * b).Sum() / x.Sum(a => a * a), fit["k"].Value, 1e-6 * 3e-9);
        Assert.True(fit["k"].Interval.Low < fit["k"].Value && fit["k"].Value < fit["k"].Interval.High && fit["k"].Interval.High < 0);
    }

    // From OFF to ON and back, with noise of a share of the current.
    private static Sweep Loop(double noise)
    {
        const double period = 4e-7;
        double[] times = [.. Enumerable.Range(0, Points + 1).Select(i => i * period / Points)];
        double[] voltages = [.. times.Select(t => -Math.Sin(2 * Math.PI * t / period))];
        var currents = new double[times.Length];
        new DrivenModel(parameter => DeviceCatalog.Default.Create(Card, parameter), [], 1e-9).Run([], times, voltages, currents, []);
        var random = new RandomStream(3, "loop");
        return new("loop", times, voltages, [.. currents.Select(i => i * (1 + (noise * random.NextNormal())))]);
    }
}
