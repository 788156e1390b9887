using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.PhaseChange;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.PhaseChange;

public sealed class PcmCellTests
{
    private static readonly Card Gst = DeviceCatalog.Default.Card("PcmCell.Gst");

    private static double Conductance(ReadOnlySpan<double> state, int readout = 0) =>
        ((IReadable<Real>)DeviceCatalog.Default.Create<Real>(Gst)).Read(readout, Array.ConvertAll(state.ToArray(), s => (Real)s)).Value;

    [Fact] // A dome melts to where its edge is at Tm: T0 + ΔT RHeater/(RHeater + u UMax) = Tm.
    public void Melting_stops_where_the_edge_is_at_the_melting_point()
    {
        // The on state at constant voltage: P = V (V − VHold)/ROn, hot enough for three quarters of the dome.
        var rise = 600 * (1 + 0.75);
        var power = rise / Gst.Parameter("RTh").Value;
        var voltage = 0.2 + Math.Sqrt(0.04 + power * Gst.Parameter("ROn").Value);
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(Gst.With("UMax", 30e-9)), new Constant(voltage), TransientOptions.AtTolerance(1e-6));
        stepper.SetState(0.5, rise / 300, 1, 0);
        stepper.Run(1e-6);
        Assert.Equal(0.75, stepper.State[0], 0.01);
    }

    [Fact] // The edge of a dome crystallizes fastest between the glass and the melting temperature, and not at room temperature.
    public void Growth_is_fast_at_750_K_and_nothing_at_room_temperature()
    {
        double Growth(double kelvin)
        {
            var rates = new Real[4];
            var theta = (kelvin / 300 - 1) * (30 + 15) / 30;
            DeviceCatalog.Default.Create<Real>(Gst).Evaluate(0, [0.5, theta, 0, 0], rates);
            return -rates[0].Value * 30e-9;
        }

        Assert.InRange(Growth(750), 0.5, 3);
        Assert.True(Growth(750) > Growth(600) && Growth(750) > Growth(880));
        Assert.Equal(0, Growth(900) / Growth(750), 1e-9);
        Assert.True(Growth(910) < 0);
        Assert.InRange(Growth(300), 0, 1e-40);
    }

    [Fact] // Threshold switching with snap-back: VTh = VHold + ETh u UMax, then V = VHold + I ROn.
    public void The_dome_switches_at_its_threshold_field()
    {
        var stepper = new Stepper(
            DeviceCatalog.Default.Create<Dual>(Gst.With("RTh", 1e4)), new PiecewiseLinear([0, 2e-6], [0, 2]), TransientOptions.AtTolerance(1e-5));
        stepper.SetState(0.5, 0, 0, 0);
        var threshold = 0.0;
        for (var i = 1; i <= 1000 && threshold == 0; i++)
        {
            stepper.Run(i * 2e-9);
            threshold = stepper.State[2] > 0.5 ? i * 2e-3 : 0;
        }

        Assert.Equal(0.4 + (4e7 * 15e-9), threshold, 0.03);
    }

    [Fact] // R = R0 (t/t0)^0.1 over 10^6: closed form 3.981, once the age is far beyond TauDrift.
    public void Resistance_drifts_as_a_power_of_time()
    {
        var rest = new PcmRest(Gst.With("ROn", 10));
        double[] state = [0.5, 0, 0, 0];
        rest.Advance(state, 1);
        var early = Conductance(state, 1) is var g ? 1 / g - 1.5e3 : 0;
        rest.Advance(state, 1e6 - 1);
        Assert.Equal(Math.Pow(1e6, 0.1), (1 / Conductance(state, 1) - 1.5e3) / early, 1e-6);
    }

    [Theory] // The closed solutions against the integrator of the full equations.
    [InlineData(1e-6)]
    [InlineData(1e-2)]
    public void A_rest_is_what_the_integrator_finds(double duration)
    {
        double[] hot = [0.7, 1.2, 0.8, 0.3];
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(Gst), new Constant(0), TransientOptions.AtTolerance(1e-7));
        stepper.SetState(hot);
        stepper.Run(duration);
        var rested = (double[])hot.Clone();
        new PcmRest(Gst).Advance(rested, duration);
        Assert.Equal(stepper.State[0], rested[0], 1e-5);
        
        // The age is a logarithm: the integrator makes a small error in every decade.
        Assert.Equal(stepper.State[3], rested[3], 5e-4);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_rest_of_no_length_is_refused(double duration) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PcmRest(Gst).Advance([0, 0, 0, 0], duration));

    [Fact]
    public void Setting_and_resetting_span_two_decades()
    {
        var device = new PulsedDevice(Gst);
        var reset = device.Give(Gst.Pulses.Depression, [0, 0, 0, 0]);
        var set = device.Give(Gst.Pulses.Potentiation, [reset[0], 0, 0, 0]);
        Assert.InRange(reset[0], 0.5, 1);
        Assert.InRange(Conductance(set) / Conductance(reset), 100, 1e5);
    }
}
