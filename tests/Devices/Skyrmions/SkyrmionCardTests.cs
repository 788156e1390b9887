using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

/// <summary>The shipped cards against the ranges their reconstruction promises (notes D1, D3).</summary>
public sealed class SkyrmionCardTests
{
    private const int N = 16;

    public static TheoryData<string, bool> Pulses => new()
    {
        { "Song2020", true },
        { "Song2020", false },
        { "Independent", true },
        { "Independent", false },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_Song2020_pulse_moves_a_skyrmion_with_probability_95_percent(bool potentiation)
    {
        // Notes D3, defaults of the reconstruction: q .95, kappa 0.
        var transitions = Transitions("Song2020", potentiation);
        var stay = transitions.Matrix.Span[8 * (N + 1) + 8];
        Assert.Equal(0.95, 1 - stay, 0.005);
        Assert.True(transitions.Unrecovered < 1e-4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pulse_of_independent_sites_moves_each_skyrmion_with_probability_12_percent(bool potentiation)
    {
        // Notes D3 [C]: q = .12, so A = -1/ln(1-q) = 7.8 pulses.
        var matrix = Transitions("Independent", potentiation).Matrix.Span;
        var q = potentiation ? SkyrmionSlot.Mean(matrix[..(N + 1)]) / N : 1 - SkyrmionSlot.Mean(matrix[^(N + 1)..]) / N;
        Assert.Equal(0.12, q, 0.003);
    }

    [Theory]
    [MemberData(nameof(Pulses))]
    public void Pulses_stay_within_the_currents_and_temperatures_of_the_reconstruction(string name, bool potentiation)
    {
        // Notes D3: j 1-4e11 A/m2, t_p 1-50 ns; validity N A_sk/S < .3; no more than 150 K, or GdFeCo is near its Curie temperature.
        var card = Skyrmion.Card(name);
        var pulse = Pulse(card, potentiation);
        var slot = SkyrmionSlot.Of(card, pulse);
        var middle = pulse.Edge + pulse.Width / 2;
        var density = Math.Abs(slot.Voltage(middle)) / Skyrmion.VoltageAt(card, 1);
        Assert.InRange(density, 1e11, 4e11);
        Assert.InRange(pulse.Width, 1e-9, 50e-9);
        Assert.InRange(300 * slot.States["heating"](pulse.Edge + pulse.Width), 1, 150);
        Assert.True(300 * slot.States["heating"](pulse.Period) < 0.01);
        var coverage = N * Math.PI / 4 * Math.Pow(card.Si("Diameter"), 2) * card.Si("SizeGain") / card.Si("ReadArea");
        Assert.InRange(coverage, 0, 0.3);
    }

    [Theory]
    [MemberData(nameof(Pulses))]
    public void Potentiation_raises_and_depression_lowers_the_mean_conductance_at_every_count(string name, bool potentiation)
    {
        var card = Skyrmion.Card(name);
        var builder = new CountChainBuilder(Skyrmion.Synapse(card));
        var chain = builder.Build(
            SkyrmionSlot.Of(card, card.Pulses.Potentiation), SkyrmionSlot.Of(card, card.Pulses.Depression));
        var matrix = (potentiation ? chain.Potentiation : chain.Depression).Span;
        for (var n = 0; n <= N; n++)
        {
            var step = 0.0;
            for (var to = 0; to <= N; to++)
            {
                step += matrix[n * (N + 1) + to] * (chain.Conductance.Span[to] - chain.Conductance.Span[n]);
            }

            var held = n == (potentiation ? N : 0);
            Assert.True(held ? Math.Abs(step) < 1e-12 : potentiation ? step > 0 : step < 0, $"step {step} S at {n}");
        }
    }

    [Theory]
    [InlineData("Song2020", 0, 1)]
    [InlineData("Independent", 1, 0)]
    public void The_cards_differ_only_in_kinetics_and_pulses(string name, double kappa, double blocking)
    {
        var card = Skyrmion.Card(name);
        Assert.Equal(kappa, card.Si("Kappa"));
        Assert.Equal(blocking, card.Si("GateBlocking"));
        var other = Skyrmion.Card("Song2020");
        foreach (var parameter in card.Parameters.Where(p => p.Name is not ("Kappa" or "GateBlocking")))
        {
            Assert.Equal(other.Si(parameter.Name), parameter.Value);
        }
    }

    [Fact]
    public void Drawn_devices_still_write_in_both_directions()
    {
        // 1 % of JCritical moves the nucleation hazard by about a third: the weakest of 40 devices still succeeds three times in four.
        for (var device = 0ul; device < 40; device++)
        {
            var card = Skyrmion.Card("Song2020").Sample(SpreadOrigin.DeviceToDevice, new RandomStream(8, "d2d", device));
            var builder = new CountChainBuilder(Skyrmion.Synapse(card), 1e-9);
            foreach (var potentiation in new[] { true, false })
            {
                var matrix = builder.Transitions(SkyrmionSlot.Of(card, Pulse(card, potentiation))).Matrix.Span;
                Assert.True(matrix[8 * (N + 1) + 8] < 0.25, $"device {device}");
            }
        }
    }

    [Fact]
    public void A_fractional_number_of_sites_is_refused()
    {
        var error = Assert.Throws<CardException>(() => Skyrmion.Synapse("Song2020", ("NMax", 4.5)));
        Assert.Contains("parameter 'NMax': 4.5 should be a whole number", error.Message, StringComparison.Ordinal);
    }

    private static PulseTransitions Transitions(string name, bool potentiation)
    {
        var card = Skyrmion.Card(name);
        return new CountChainBuilder(Skyrmion.Synapse(card)).Transitions(SkyrmionSlot.Of(card, Pulse(card, potentiation)));
    }

    private static Pulse Pulse(Card card, bool potentiation) => potentiation ? card.Pulses.Potentiation : card.Pulses.Depression;

    [Fact]
    public void The_saturating_card_differs_from_Song2020_in_kappa_alone()
    {
        var (linear, saturating) = (Skyrmion.Card("Song2020"), Skyrmion.Card("Saturating"));
        Assert.Equal(1, saturating.Value("Kappa"));
        Assert.Equal(linear.Pulses.Potentiation, saturating.Pulses.Potentiation);
        Assert.Equal(linear.Pulses.Depression, saturating.Pulses.Depression);
        foreach (var parameter in linear.Parameters.Where(parameter => parameter.Name != "Kappa"))
        {
            Assert.Equal(parameter, saturating.Parameter(parameter.Name));
        }
    }
}
