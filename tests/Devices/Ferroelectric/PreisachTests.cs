using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.Ferroelectric.Preisach;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Ferroelectric;

public sealed class PreisachTests
{
    private static readonly Card Hzo = DeviceCatalog.Default.Card("PreisachCapacitor.Hzo");

    private static PreisachHistory New(params double[] fields)
    {
        var history = new PreisachHistory(new FactorizedDensity(Hzo));
        foreach (var field in fields)
            history.MoveTo(field);
        return history;
    }

    [Fact] // Theorem of Mayergoyz, 1986; random histories, excursions of any depth inside the last extreme.
    public void A_field_that_returns_finds_its_polarization_again()
    {
        var random = new RandomStream(1, "return points");
        for (var run = 0; run < 200; run++)
        {
            var history = New();
            for (var i = 0; i < 10; i++)
                history.MoveTo(2e8 * random.NextNormal());
            history.MoveTo(1.5e8);
            var (before, memory) = (history.Polarization, history.TurningPoints.ToArray());
            var other = Math.Max(-3e8, memory[^2]);
            for (var i = 0; i < 20; i++)
                history.MoveTo(1.5e8 + (other - 1.5e8) * random.NextDouble());
            history.MoveTo(1.5e8);
            Assert.Equal(before, history.Polarization, 1e-12);
            Assert.Equal(memory, history.TurningPoints);
        }
    }

    [Fact] // The other half of the theorem.
    public void Minor_loops_between_the_same_fields_are_congruent()
    {
        double Height(params double[] fields)
        {
            var history = New([.. fields, 1e8, -0.8e8]);
            var low = history.Polarization;
            history.MoveTo(1e8);
            return history.Polarization - low;
        }

        var reference = Height();
        Assert.True(reference > 1e-3);
        Assert.Equal(reference, Height(3e8), 1e-12);
        Assert.Equal(reference, Height(1.7e8, -1.2e8, 1.4e8, -0.9e8), 1e-12);
    }

    [Fact] // Everett's function by counting: 400 × 400 hysterons per coercive field, each a relay of its own.
    public void The_turning_points_do_what_single_hysterons_do()
    {
        var random = new RandomStream(2, "hysterons");
        double delta = Hzo.Parameter("Delta").Value, c = Hzo.Parameter("EC").Value;
        var card = Hzo.With("SigmaC", 0.001);
        var history = new PreisachHistory(new FactorizedDensity(card));
        var biases = Enumerable.Range(0, 40000).Select(i => delta * Math.Atanh(2 * ((i + 0.5) / 40000) - 1)).ToArray();
        var up = new bool[biases.Length];
        for (var i = 0; i < 30; i++)
        {
            var field = 1.5e8 * random.NextNormal();
            history.MoveTo(field);
            for (var k = 0; k < up.Length; k++)
                up[k] = field >= biases[k] + c || (up[k] && field > biases[k] - c);
            var counted = card.Parameter("PS").Value * (2.0 * up.Count(u => u) / up.Length - 1);
            Assert.Equal(counted, history.Polarization, 2e-4);
        }
    }

    [Fact] // Two formulations of one density: turning points, and play operators that a circuit integrates.
    public void The_circuit_form_follows_the_turning_points()
    {
        double[] fields = [-6e8, 2e8, -1.4e8, 1.2e8, -0.6e8, 0.9e8, -1.8e8, 0];
        var times = fields.Select((_, i) => i * 10e-6).ToArray();
        var thickness = Hzo.Parameter("TFe").Value;
        var model = DeviceCatalog.Default.Create<Dual>(Hzo);
        var capacitor = (DevicePhys.Models.ICapacitive<Dual>)model;
        var stepper = new Stepper(model, new PiecewiseLinear([0, .. times.Select(t => t + 10e-6)], [0, .. fields.Select(f => f * thickness)]), TransientOptions.AtTolerance(1e-6));
        var history = New();
        var linear = Hzo.Parameter("EpsR").Value * 8.8541878128e-12;
        for (var i = 0; i < fields.Length; i++)
        {
            stepper.Run((i + 1) * 10e-6);
            history.MoveTo(fields[i]);
            var state = stepper.State.ToArray().Select(z => (Dual)z).ToArray();
            var polarization = capacitor.Charge(fields[i] * thickness, state).Value / Hzo.Parameter("Area").Value - linear * fields[i];
            Assert.Equal(history.Polarization, polarization, 0.004 * Hzo.Parameter("PS").Value);
        }
    }

    [Fact]
    public void A_field_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => New(double.NaN));
}
