using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class SkyrmionEquationTests
{
    private const double Density = 2.0e11;

    public static TheoryData<string> Names => ["Song2020", "Independent"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nucleation_follows_the_Arrhenius_law_lowered_by_current(string name)
    {
        // Closed form of notes D2: f0 exp(-(Delta0/kT)(1 - j/jc)^m), times (1 - n/N)^kappa.
        var card = Skyrmion.Card(name);
        var synapse = Skyrmion.Synapse(card);
        foreach (var (n, heating) in new[] { (0, 0.0), (3, 0.05), (15, 0.2) })
        {
            var barrier = card.Si("Delta0") / (Skyrmion.Boltzmann * 300 * (1 + heating));
            var expected = card.Si("F0") * Math.Exp(-barrier * Math.Pow(1 - Density / card.Si("JCritical"), card.Si("M")))
                * Math.Pow(1 - n / card.Si("NMax"), card.Si("Kappa"));
            var hazard = Skyrmion.Hazards(synapse, Skyrmion.VoltageAt(card, Density), Skyrmion.State(n, heating: heating))[0];
            Assert.Equal(1, hazard / expected, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exit_is_the_drift_through_the_read_zone(string name)
    {
        var card = Skyrmion.Card(name);
        var synapse = Skyrmion.Synapse(card);
        var velocity = card.Si("Mobility") * (Density - card.Si("JDepinning"));
        foreach (var n in new[] { 1, 7, 16 })
        {
            var expected = velocity / card.Si("ReadLength") * card.Si("NMax") * Math.Pow(n / card.Si("NMax"), card.Si("Kappa"));
            Assert.Equal(1, Skyrmion.Hazards(synapse, Skyrmion.VoltageAt(card, -Density), Skyrmion.State(n))[1] / expected, 1e-12);
        }
    }

    [Fact]
    public void Skyrmions_move_at_50_metres_per_second_where_Woo_2018_saw_it()
    {
        // J V23: 50 m/s in GdFeCo (Woo, Nat Commun 9:959, 2018), at about 3.5e11 A/m2 [R].
        var card = Skyrmion.Card("Independent");
        var exit = Skyrmion.Hazards(Skyrmion.Synapse(card), Skyrmion.VoltageAt(card, -3.5e11), Skyrmion.State(1))[1];
        Assert.Equal(50, exit * card.Si("ReadLength"), 50 * 0.05);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hazards_vanish_where_a_jump_would_leave_the_bounds(string name)
    {
        var card = Skyrmion.Card(name);
        var synapse = Skyrmion.Synapse(card);
        foreach (var voltage in new[] { -0.3, 0, 0.3 })
        {
            foreach (var ready in new[] { 0, 1 })
            {
                var empty = Skyrmion.Hazards(synapse, voltage, Skyrmion.State(0, ready, heating: 0.1));
                var full = Skyrmion.Hazards(synapse, voltage, Skyrmion.State(card.Si("NMax"), ready, heating: 0.1));
                Assert.Equal([0, 0, 0], [empty[1], empty[3], empty[4]]);
                Assert.Equal([0, 0], [full[0], full[2]]);
            }

            var busy = Skyrmion.Hazards(synapse, voltage, Skyrmion.State(5, ready: 0));
            Assert.Equal([0, 0], [busy[0], busy[1]]);
            Assert.Equal(0, Skyrmion.Hazards(synapse, voltage, Skyrmion.State(5, ready: 1))[5]);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(1.0)]
    public void A_busy_gate_lets_pass_what_it_does_not_block(double blocking)
    {
        var synapse = Skyrmion.Synapse("Song2020", ("GateBlocking", blocking));
        foreach (var voltage in new[] { -0.25, 0.3 })
        {
            var open = Skyrmion.Hazards(synapse, voltage, Skyrmion.State(6, ready: 1));
            var busy = Skyrmion.Hazards(synapse, voltage, Skyrmion.State(6, ready: 0));
            Assert.Equal((1 - blocking) * (open[0] + open[1]), busy[2] + busy[3], 1e-6);
            Assert.Equal(0, open[2] + open[3]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mean_rates_are_the_hazards_times_their_increments(string name)
    {
        var synapse = Skyrmion.Synapse(name);
        foreach (var voltage in new[] { -0.25, 0, 0.29 })
        {
            var state = Skyrmion.State(6, ready: 0.7, heating: 0.07);
            var hazards = Skyrmion.Hazards(synapse, voltage, state);
            var rates = Skyrmion.Rates(synapse, voltage, state);
            for (var i = 0; i < 2; i++)
            {
                var sum = hazards.Zip(synapse.Channels, (hazard, channel) => hazard * channel.Increments[i]).Sum();
                Assert.Equal(sum, rates[i], 1e-9 * hazards.Sum());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_track_is_ohmic_and_passive(string name)
    {
        var card = Skyrmion.Card(name);
        var synapse = Skyrmion.Synapse(card);
        var rates = new Real[4];
        foreach (var voltage in new[] { -1.5, -0.2, 0, 1e-6, 0.3, 2 })
        {
            double current = synapse.Evaluate(voltage, Skyrmion.State(4.5, 0.5, 0.1, 0.2), rates);
            Assert.True(current * voltage >= 0);
            Assert.Equal(voltage / card.Si("TrackResistance"), current, 1e-15);
        }
    }

    [Fact]
    public void Joule_heat_settles_at_power_times_thermal_resistance()
    {
        var card = Skyrmion.Card("Song2020");
        var power = 0.25 * 0.25 / card.Si("TrackResistance");
        var settled = power * card.Si("ThermalResistance") / 300;
        var synapse = Skyrmion.Synapse(card);
        Assert.Equal(0, Skyrmion.Rates(synapse, 0.25, Skyrmion.State(3, heating: settled))[3], 1e-6);
        Assert.Equal(settled / card.Si("ThermalTime"), Skyrmion.Rates(synapse, 0.25, Skyrmion.State(3))[3], 1e-6);
    }

    [Fact]
    public void Rates_stay_finite_beyond_the_critical_current_and_outside_the_bounds()
    {
        foreach (var kappa in new[] { 0, 0.5, 1 })
        {
            var synapse = Skyrmion.Synapse("Song2020", ("Kappa", kappa));
            foreach (var voltage in new[] { -3.0, -1e-9, 0, 1e-9, 3 })
            {
                foreach (var n in new[] { -0.5, 0, 1e-9, 0.5, 15.5, 16, 16.5 })
                {
                    Assert.All(Skyrmion.Rates(synapse, voltage, Skyrmion.State(n, 0.5, 0.3, 1)), rate => Assert.True(double.IsFinite(rate)));
                }
            }
        }
    }
}
