using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Transistors;

public sealed class EkvMosfetTests
{
    private const double Thermal = 8.617333262e-5 * 300;

    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards.Where(card => card.Model == "EkvMosfet").Select(card => card.Id)];

    // physics.md E1: the table of drive and leakage per micrometre that the cards are fitted to.
    public static TheoryData<string, double, double, double> Table => new()
    {
        { "EkvMosfet.N130Hp", 1.3, 930e-6, 100e-9 }, { "EkvMosfet.N130Lstp", 1.3, 300.7e-6, 100e-12 },
        { "EkvMosfet.N90Hp", 1.2, 1070e-6, 100e-9 }, { "EkvMosfet.N90Lstp", 1.2, 346e-6, 100e-12 },
        { "EkvMosfet.N65Hp", 1.1, 1120e-6, 100e-9 }, { "EkvMosfet.N65Lstp", 1.1, 400e-6, 100e-12 },
        { "EkvMosfet.N45Hp", 1.0, 1270e-6, 100e-9 }, { "EkvMosfet.N45Lstp", 1.0, 500e-6, 100e-12 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_card_has_the_drive_and_leakage_of_its_class(string id, double supply, double on, double off)
    {
        var card = DeviceCatalog.Default.Card(id);
        Assert.Equal(on, Drain(card, supply, supply, 0).Value, 1e-3 * on);
        Assert.Equal(off, Drain(card, supply, 0, 0).Value, 3e-3 * off);
    }

    [Theory]
    [MemberData(nameof(Cards))] // V32
    public void Drain_and_source_are_the_same_to_the_bit(string id)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Real>(DeviceCatalog.Default.Card(id));
        foreach (var (a, b, gate) in new[] { (0.3, 0.0, 0.7), (1.1, 0.2, 0.4), (-0.1, 0.6, -0.9), (0.01, 0.02, 1.2) })
        {
            Real[] forward = new Real[3], backward = new Real[3], q = new Real[3], p = new Real[3];
            model.Evaluate([a, gate, b], [], forward, q, []);
            model.Evaluate([b, gate, a], [], backward, p, []);
            Assert.Equal(forward[0].Value, -backward[0].Value);
            Assert.Equal(forward[0].Value, backward[2].Value);
            Assert.Equal(q[0].Value, p[2].Value);
            Assert.Equal(q[1].Value, p[1].Value, 1e-28);
        }
    }

    [Fact] // V32: gm/ID goes to 1/(n UT) in weak inversion, n the slope of the pinch-off voltage; 1 % asked, DIBL and the body factor kept out.
    public void Transconductance_over_current_is_exponential_in_weak_inversion()
    {
        var card = DeviceCatalog.Default.Card("EkvMosfet.N130Lstp").With("Sigma", 0);
        var (gamma, phi) = (card.Parameter("Gamma").Value, 0.8);
        var deep = Drain(card, 0.5, -0.1, 0);
        var drive = -0.1 - card.Parameter("VT0").Value + phi + (gamma * Math.Sqrt(phi));
        var n = 1 + (gamma / (2 * (Math.Sqrt(drive + (gamma * gamma / 4)) - (gamma / 2))));
        Assert.Equal(1 / (n * Thermal), deep.Slope(1) / deep.Value, 0.01 / (n * Thermal));

        // In strong inversion it falls far below that.
        var strong = Drain(card, 1, 1, 0);
        Assert.InRange(strong.Slope(1) / strong.Value, 0, 0.15 / (n * Thermal));
    }

    [Fact] // Subthreshold slope n UT ln 10, 80 to 90 mV per decade for n = 1.35 to 1.5.
    public void Subthreshold_slope_is_n_thermal_voltages_times_ln_10()
    {
        var card = DeviceCatalog.Default.Card("EkvMosfet.N130Lstp");
        var decades = Math.Log10(Drain(card, 1, 0.15, 0).Value / Drain(card, 1, 0.05, 0).Value);
        Assert.InRange(100 / decades, 75, 92);
    }

    [Fact]
    public void The_body_effect_and_temperature_turn_it_off_and_on()
    {
        var card = DeviceCatalog.Default.Card("EkvMosfet.N130Lstp");
        Assert.True(Drain(card, 1.3, 0.3, 0).Value > 5 * Drain(card, 1.8, 0.8, 0.5).Value);
        var hot = Drain(card.With("Temperature", 358), 1.3, 0, 0).Value / Drain(card, 1.3, 0, 0).Value;
        Assert.InRange(hot, 10, 300);
        Assert.True(Drain(card.With("Temperature", 358), 1.3, 1.3, 0).Value < Drain(card, 1.3, 1.3, 0).Value);
    }

    [Fact]
    public void A_p_channel_is_an_n_channel_in_the_mirror()
    {
        var card = DeviceCatalog.Default.Card("EkvMosfet.P65Hp");
        Assert.Equal(-Drain(card.With("Polarity", 1), 0.8, 0.9, 0.1).Value, Drain(card, -0.8, -0.9, -0.1).Value);
    }

    [Fact] // In strong inversion the gate sees the oxide, with drain and source tied; in accumulation the overlaps alone.
    public void The_gate_capacitance_goes_from_overlap_to_oxide()
    {
        var card = DeviceCatalog.Default.Card("EkvMosfet.N130Lstp");
        var oxide = card.Parameter("Cox").Value * card.Parameter("W").Value * card.Parameter("L").Value;
        var overlap = (2 * card.Parameter("CGSO").Value * card.Parameter("W").Value) + (card.Parameter("CGBO").Value * card.Parameter("L").Value);
        Assert.Equal(oxide + overlap, GateCapacitance(card, 2), 0.06 * oxide);
        Assert.InRange(GateCapacitance(card, 0.1) - overlap, 0.1 * oxide, 0.5 * oxide);
    }

    private static double GateCapacitance(Card card, double gate)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(card);
        Dual[] currents = new Dual[3], charges = new Dual[3];
        model.Evaluate([0, Dual.Variable(gate, 1), 0], [], currents, charges, []);
        return charges[1].Slope(1);
    }

    private static Dual Drain(Card card, double drain, double gate, double source)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(card);
        Dual[] currents = new Dual[3], charges = new Dual[3];
        model.Evaluate([Dual.Variable(drain, 0), Dual.Variable(gate, 1), Dual.Variable(source, 2)], [], currents, charges, []);
        return currents[0];
    }
}
