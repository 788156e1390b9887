using DevicePhys.Circuits;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class RcTests
{
    private const double R = 1e3, C = 1e-12, Rise = 1e-10;

    // The answer of RC to a ramp of slope s that started at 0: s (t - RC (1 - exp(-t/RC))); a finished edge is two ramps.
    private static double Ramp(double t) => t <= 0 ? 0 : (t - (R * C * (1 - Math.Exp(-t / (R * C))))) / Rise;

    private static double Exact(double t) => Ramp(t) - Ramp(t - Rise);

    private static Netlist Charging() => new Netlist()
        .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1, 0, Rise, 1, Rise))
        .Resistor("R1", "in", "out", R)
        .Capacitor("C1", "out", "0", C);

    private static double Error(TransientOptions options)
    {
        var simulation = CircuitEngines.Default.Prepare(Charging(), options);
        var largest = 0.0;
        for (var i = 1; i <= 20; i++)
        {
            simulation.Run(i * 0.25e-9);
            largest = Math.Max(largest, Math.Abs(simulation.Voltage("out") - Exact(simulation.Time)));
        }

        return largest;
    }

    [Theory] // Closed form above.
    [InlineData(1e-3, IntegrationMethod.Esdirk4)]
    [InlineData(1e-5, IntegrationMethod.Esdirk4)]
    [InlineData(1e-8, IntegrationMethod.Esdirk4)]
    [InlineData(1e-3, IntegrationMethod.TrBdf2)]
    [InlineData(1e-5, IntegrationMethod.TrBdf2)]
    public void Charging_follows_the_closed_form_within_ten_tolerances(double tolerance, IntegrationMethod method) =>
        Assert.InRange(Error(TransientOptions.AtTolerance(tolerance) with { Method = method }), 0, 10 * tolerance);

    [Fact] // Energy balance: the source gives C V²/2 twice when charging in far more than RC, here with Rise << RC: stored C V²/2, burnt the rest.
    public void The_source_delivers_what_is_stored_and_burnt()
    {
        var simulation = CircuitEngines.Default.Prepare(Charging(), TransientOptions.AtTolerance(1e-8));
        simulation.Run(100e-9);

        // Charge C at the ramp: E = integral of w i; exact for the two-ramp answer, by parts: C V² - C/Rise integral over the edge of v(out).
        var edge = ((Rise * Rise / 2) - (R * C * (Rise - (R * C * (1 - Math.Exp(-Rise / (R * C))))))) / Rise;
        Assert.Equal(C - (C / Rise * edge), simulation.Energy("V1"), 1e-8 * C);
    }
}
