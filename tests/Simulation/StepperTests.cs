using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Simulation;

public sealed class StepperTests
{
    private static double HalfPeriodError(TransientOptions options)
    {
        var stepper = new Stepper(new LinearDrift<Dual>(), new Sine(0, 1, 1), options);
        stepper.Run(0.5);

        // Closed form: R² = R0² - 2 (ROff - ROn) 1e4 ROn flux, flux = 1/pi Vs; 10316.27627555 Ohm in a run of our own as well.
        var exact = Math.Sqrt((14410.0 * 14410.0) - (2 * 15900 * 1e4 / Math.PI));
        Assert.Equal(10316.27627555, exact, 1e-8);
        return Math.Abs(LinearDrift<Dual>.Resistance(stepper.State[0]) - exact) / exact;
    }

    [Theory]
    [InlineData(IntegrationMethod.Esdirk4, 1e-10, 1e-9)]
    [InlineData(IntegrationMethod.TrBdf2, 1e-8, 1e-6)]
    public void Linear_drift_obeys_its_flux_law(IntegrationMethod method, double tolerance, double allowed) =>
        Assert.InRange(HalfPeriodError(TransientOptions.AtTolerance(tolerance) with { Method = method }), 0, allowed);

    [Theory]
    [InlineData(IntegrationMethod.Esdirk4)]
    [InlineData(IntegrationMethod.TrBdf2)]
    public void A_hundred_times_the_tolerance_gives_about_a_hundred_times_the_error(IntegrationMethod method)
    {
        double Slope(double coarse, double fine) =>
            Math.Log(HalfPeriodError(TransientOptions.AtTolerance(coarse) with { Method = method })
                / HalfPeriodError(TransientOptions.AtTolerance(fine) with { Method = method })) / Math.Log(coarse / fine);

        // Error per step control gives error ~ tolerance^(order/(order+1)): 0.75 with the embedded order 3, 0.67 with order 2; once more for steps
        // that breaks cut.
        Assert.InRange(Slope(1e-4, 1e-8), 0.55, 1.25);
    }

    [Fact] // Both sides solved apart: a Newton iteration on the scalar equation against the stepper's algebraic state.
    public void An_algebraic_state_satisfies_its_equation_all_along()
    {
        var model = new SeriesDiode<Dual>(1e3, 1e-14, 0.02585);
        var stepper = new Stepper(model, new Sine(0, 2, 1e3), TransientOptions.AtTolerance(1e-6));
        for (var i = 1; i <= 20; i++)
        {
            stepper.Run(i * 1e-3 / 20);
            var v = 2 * Math.Sin(2 * Math.PI * 1e3 * stepper.Time);
            var (low, high) = (-3.0, 3.0);
            for (var k = 0; k < 100; k++)
            {
                var u = 0.5 * (low + high);
                if ((u / 1e3) - (1e-14 * (Math.Exp((v - u) / 0.02585) - 1)) > 0)
                    high = u;
                else
                    low = u;
            }

            Assert.Equal(low, stepper.State[0], 1e-6);
        }
    }

    [Fact] // Classical Runge-Kutta in the plain reading, 200,000 steps, as the oracle.
    public void Six_states_take_two_passes_of_slopes_and_agree_with_plain_runge_kutta()
    {
        var wave = new Sine(0, 1, 1e3);
        var stepper = new Stepper(new SixStates<Dual>(), wave, TransientOptions.AtTolerance(1e-9));
        stepper.Run(1e-3);
        var expected = RungeKutta.Run(new SixStates<Real>(), wave, 1e-3, 20_000);
        for (var i = 0; i < 6; i++)
            Assert.Equal(expected[i], stepper.State[i], 1e-8);
    }

    [Fact] // A linear resistance of R(x) under constant voltage: charge and energy are integrals of the closed form x(t).
    public void Charge_and_energy_are_the_integrals_of_the_current()
    {
        var stepper = new Stepper(new LinearDrift<Dual>(), new Constant(1), TransientOptions.AtTolerance(1e-10));
        stepper.Run(0.5);

        // dx/dt = 1e4 i, so the charge is the way of x over 1e4.
        Assert.Equal((stepper.State[0] - 0.1) / 1e4, stepper.Charge, 1e-13);
        Assert.Equal(stepper.Charge, stepper.Energy, 1e-18);
    }

    [Fact]
    public void Runs_add_up_and_allocate_nothing()
    {
        var train = new PulseWaveform(0, 1.2, 0, 5e-9, 50e-9, 5e-9, 100e-9);
        var (whole, parts) = (new Stepper(new BenchMemristor<Dual>(), train), new Stepper(new BenchMemristor<Dual>(), train));
        whole.Run(10e-6);
        parts.Run(5e-6);
        var before = GC.GetAllocatedBytesForCurrentThread();
        parts.Run(10e-6);
        parts.Reset();
        parts.SetState(0.05);
        parts.Run(5e-6);
        parts.Run(10e-6);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(whole.State[0], parts.State[0]);
        Assert.Equal(whole.Energy, parts.Energy);
    }

    [Fact]
    public void A_model_that_breaks_down_is_named_with_time_and_last_good_state()
    {
        var stepper = new Stepper(new Breaking<Dual>(), new PiecewiseLinear([0, 1], [0, 1]));
        var error = Assert.Throws<ConvergenceException>(() => stepper.Run(1));
        Assert.Contains("state x", error.Message, StringComparison.Ordinal);
        Assert.Equal("state x", error.Place);
        Assert.Equal(0.5, error.Time, 1e-6);
        Assert.Equal(0.5, error.LastGood[0], 1e-2);
    }

    [Fact]
    public void A_run_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var stepper = new Stepper(new LinearDrift<Dual>(), new Constant(1));
        Assert.Throws<OperationCanceledException>(() => stepper.Run(1, cancellation: source.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => stepper.Run(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stepper.Run(double.NaN));
    }
}
