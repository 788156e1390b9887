using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class JartVcmV1bTests
{
    private static readonly Card Nominal = Memristor.Card("JartVcmV1b.Nominal");
    private static readonly double Empty = Math.Log10(0.008), Full = Math.Log10(20);

    [Theory] // V10 and its neighbours: notes A5, solved there from the same equations with hard corners.
    [InlineData(-0.2, 104.7e3, 1589)]
    [InlineData(-0.35, 93.3e3, 1590)]
    [InlineData(0.2, 65.6e3, 1619)]
    public void Both_states_read_as_published(double voltage, double hrs, double lrs)
    {
        Assert.Equal(hrs, voltage / Memristor.At(Nominal, voltage, Empty).Current, 0.002 * hrs);
        Assert.Equal(lrs, voltage / Memristor.At(Nominal, voltage, Full).Current, 0.002 * lrs);
    }

    [Theory] // V11: from N = 0.008 to 10 (1e26/m³) at constant voltage.
    [InlineData(-0.7, 364e-6)]
    [InlineData(-0.8, 10.1e-6)]
    [InlineData(-0.9, 392e-9)]
    [InlineData(-1.0, 22.1e-9)]
    public void A_set_takes_the_published_time(double voltage, double published) =>
        Assert.Equal(1, Memristor.TimeTo(Nominal, voltage, Empty, 1, 2 * published) / published, 0.01);

    [Fact] // Voltage-time dilemma: about 1.5 decades per 0.1 V (notes A5).
    public void A_tenth_of_a_volt_is_worth_more_than_a_decade()
    {
        double Time(double voltage) => Memristor.TimeTo(Nominal, voltage, Empty, 1, 1e-3);
        Assert.InRange(Math.Log10(Time(-0.8) / Time(-0.9)), 1.2, 1.7);
    }

    [Fact]
    public void The_voltages_of_all_parts_add_up()
    {
        // A5: series and plug are ohmic, so at +0.2 V the rest lies across the contact, which must carry the current by thermionic emission.
        const double e = 1.602176634e-19, k = 1.380649e-23, t0 = 293;
        var current = Memristor.At(Nominal, 0.2, Empty).Current;
        var area = Math.PI * 45e-9 * 45e-9;
        double Resistance(double length, double n) => length / (n * 1e26 * 2 * e * 4e-6 * area);
        var ohmic = Resistance(0.4e-9, 0.008) + Resistance(2.6e-9, 20) + 650 + 719.2437 * (1 + 719.2437 * 3.92e-3 * current * current * 90471.47);
        var contact = 0.2 - ohmic * current;
        var temperature = t0 + current * (0.2 - current * (650 + 719.2437)) * 15.72e6 * 0.27;
        var image = Math.Pow(e * e * e * 2 * 0.008e26 * (0.08 - contact) / (8 * Math.PI * Math.PI * Math.Pow(5.5 * 8.8541878188e-12, 3)), 0.25);
        var emission = area * 6.01e5 * temperature * temperature * Math.Exp(-e * (0.18 - image) / (k * temperature))
            * (Math.Exp(e * contact / (k * temperature)) - 1);
        Assert.Equal(1, emission / current, 1e-4);
    }

    [Fact] // Bengel et al. 2020: four parameters scatter, within limits.
    public void Devices_and_cycles_scatter_within_the_limits()
    {
        var card = Memristor.Card("JartVcmV1b.Variability");
        string[] spread = ["NMax", "NMin", "RDet", "LDet"];
        Assert.Equal(spread.Order(), card.Parameters.Where(p => p.D2D is not null && p.C2C is not null).Select(p => p.Name).Order());
        var random = new RandomStream(1, "jart devices");
        var resistances = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            var device = card.Sample(SpreadOrigin.DeviceToDevice, random);
            foreach (var name in spread)
            {
                Assert.InRange(device.Parameter(name).Value, device.Parameter(name).Lower, device.Parameter(name).Upper);
            }

            resistances.Add(-0.2 / Memristor.At(device, -0.2, Math.Log10(device.Parameter("NMin").Value / 1e26)).Current);
        }

        Assert.InRange(resistances.Max() / resistances.Min(), 1.3, 10);
    }

    [Fact] // The ends of the table are the reads of V10, with the contact solved at the read voltage.
    public void A_pulse_table_spans_the_published_reads()
    {
        var table = Characterization.Run(Nominal, new CharacterizationOptions { Bins = 5, Draws = 1, Levels = 1, Population = 0 });
        Assert.Equal(1 / 104.7e3, table.Nominal.GMin, 0.002 / 104.7e3);
        Assert.Equal(1.0 / 1589, table.Nominal.GMax, 0.002 / 1589);
        Assert.All(table.Nominal.ReadNoise.ToArray(), noise => Assert.True(noise > 0));
    }

    [Theory] // Draws in which the solver's trial states once ran away from the bounds, to log N = -148.
    [InlineData(142, -0.7, -1.0350537602980447)]
    [InlineData(181, 1.5, -0.6103112592140401)]
    public void A_trial_state_far_away_is_led_back(int device, double amplitude, double from)
    {
        var random = new RandomStream(1, "x", (ulong)device);
        var card = Memristor.Card("JartVcmV1b.Variability").Sample(SpreadOrigin.DeviceToDevice, random).Sample(SpreadOrigin.CycleToCycle, random);
        var state = new PulsedDevice(card, 1e-4).Give(new Pulse(amplitude, 10e-9, 1e-9, 100e-9), [from, 0]);
        Assert.InRange(state[0], -2.2, 1.4);
        foreach (var far in new[] { -150.0, -5, 5, 150 })
        {
            Assert.InRange(Memristor.At(card, amplitude, far).Rate * Math.Sign(far), double.MinValue, 0);
        }
    }

    [Fact]
    public void The_variability_card_is_the_nominal_one_with_spread()
    {
        var card = Memristor.Card("JartVcmV1b.Variability");
        Assert.All(Nominal.Parameters, parameter => Assert.Equal(parameter.Value, card.Parameter(parameter.Name).Value));
    }
}
