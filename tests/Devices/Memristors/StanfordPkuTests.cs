using DevicePhys.Cards;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class StanfordPkuTests
{
    private static readonly Card V1 = Memristor.Card("StanfordPku.V1");

    [Theory] // V06. MemTorch ships 542 and 218586 Ohm for the same set; the notes computed 541.82 and 218586.
    [InlineData(0.2, 541.82, 0.005)]
    [InlineData(1.7, 218586, 0.5)]
    public void Both_states_read_as_published(double gap, double published, double rounding)
    {
        var resistance = 0.1 / Memristor.At(V1, 0.1, gap).Current;
        Assert.Equal(0.1 / (1e-3 * Math.Exp(-gap / 0.25) * Math.Sinh(0.1 / 0.25)), resistance, 1e-6 * resistance);
        Assert.InRange(resistance, published - rounding, published + rounding);
    }

    [Fact] // V07. A RESET at -1.2 V stalls where the field reaches FMin: 1.3572 nm. The notes read 55.7 kOhm at their simulated 1.358 nm.
    public void A_reset_stalls_where_the_field_is_too_small()
    {
        var exact = Math.Cbrt((16 - 1.4e9 * 12e-9 / 1.2) / 0.8);
        var gap = Memristor.After(V1, new Constant(-1.2), 0.2, 1e-3);
        Assert.Equal(1.3572, exact, 5e-5);
        Assert.Equal(exact, gap, 1e-5 * exact);
        Assert.Equal(55.7e3, 0.1 / Memristor.At(V1, 0.1, gap).Current, 0.005 * 55.7e3);
    }

    [Theory] // V08 and its neighbours, from 1.7 nm. The step of the field cut is not in the way; the end of the way, 0.2 nm, is soft within 0.015 nm.
    [InlineData(1.5, 162.7e-9)]
    [InlineData(1.8, 6.78e-9)]
    [InlineData(2.0, 0.897e-9)]
    public void A_set_takes_the_published_time(double voltage, double published) =>
        Assert.Equal(1, Memristor.TimeTo(V1, voltage, 1.7, 0.215, 2 * published) / published, 0.01);

    [Theory] // Notes A4 from 0.2 to 1.7 nm with a hard end; here without the soft end, at whose start the speed hardly changes any more.
    [InlineData(-1.4, 474e-9)]
    [InlineData(-1.5, 162e-9)]
    [InlineData(-1.6, 55.8e-9)]
    [InlineData(-1.8, 6.75e-9)]
    public void A_reset_takes_the_published_time(double voltage, double published)
    {
        const double softFrom = 1.685;
        var time = Memristor.TimeTo(V1, voltage, 0.2, softFrom, 2 * published);
        var (before, after) = (Memristor.At(V1, voltage, softFrom).Rate, Memristor.At(V1.With("GapMax", 2e-9), voltage, 1.7).Rate);
        Assert.Equal(1, (time + 2 * (1.7 - softFrom) / (before + after)) / published, 0.01);
    }

    [Theory] // Notes A4: motion from |V| = FMin TOx/γ on: 1.392 V at 1.7 nm, 1.050 V at 0.2 nm.
    [InlineData(1.7, 1.392)]
    [InlineData(0.2, 1.050)]
    public void Below_the_threshold_field_nothing_moves(double gap, double threshold)
    {
        var inward = gap < 1 ? -1 : 1;
        Assert.Equal(0, Memristor.At(V1, inward * (threshold - 0.001), gap).Rate);
        Assert.NotEqual(0, Memristor.At(V1, inward * (threshold + 0.001), gap).Rate);
    }

    [Fact] // Notes H.3: with the published jump of the rate a stiff solver hangs on the stall; it is a matter of some hundred steps.
    public void The_stall_is_cheap()
    {
        var stepper = Memristor.New(V1, new Constant(-1.2), 1e-6);
        stepper.SetState(0.2);
        stepper.Run(1);
        Assert.InRange(stepper.Statistics.Steps, 1, 300);
    }
}
