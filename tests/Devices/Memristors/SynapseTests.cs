using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

/// <summary>The synapses whose law is written per pulse, pulsed through driver and line as their cards say.</summary>
public sealed class SynapseTests
{
    public static TheoryData<string> Exponential =>
        [.. DeviceCatalog.Default.Cards.Where(card => card.Model == "ExponentialSynapse").Select(card => card.Id)];

    [Theory] // Chen, Peng, Yu 2018: G(P) = B (1 - exp(-P/A)) + GMin, P from 0 to PMax.
    [MemberData(nameof(Exponential))]
    public void A_full_run_of_pulses_follows_the_published_curve(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        foreach (var (pulse, name) in new[] { (card.Pulses.Potentiation, "Ltp"), (card.Pulses.Depression, "Ltd") })
        {
            var (c, count) = (card.Value($"Curvature{name}"), (int)card.Value($"PMax{name}"));
            var device = new PulsedDevice(card, 1e-7);
            double[] state = [name == "Ltp" ? 0 : 1];
            for (var pulses = 1; pulses < count; pulses++)
            {
                state = device.Give(pulse, state);
                var p = (name == "Ltp" ? pulses : count - pulses) / (double)count;
                Assert.Equal((1 - Math.Exp(-c * p)) / (1 - Math.Exp(-c)), state[0], 0.001);
            }
        }
    }

    [Theory] // Published ends: 1/ROn and its OnOffRatio-th part.
    [InlineData("ExponentialSynapse.AgSi", 38.46e-9, 3.077e-9)]
    [InlineData("ExponentialSynapse.Gst", 212.3e-6, 10.72e-6)]
    [InlineData("ExponentialSynapse.Hzo", 1.788e-6, 39.73e-9)]
    public void The_conductance_spans_the_published_range(string id, double largest, double smallest)
    {
        var card = DeviceCatalog.Default.Card(id);
        Assert.Equal(largest, Memristor.At(card, 0.1, 1).Current / 0.1, 1e-3 * largest);
        Assert.Equal(smallest, Memristor.At(card, 0.1, 0).Current / 0.1, 1e-3 * smallest);
    }

    [Fact] // Table II: C2C 3.5 % of the range per pulse, whatever the step.
    public void Cycle_to_cycle_spread_adds_a_normal_step()
    {
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.AgSi");
        var device = new DeviceProbe(card);
        var random = new RandomStream(1, "c2c");
        var law = device.Outputs([3.2, 0.5])[1] * 300e-6;
        var steps = Enumerable.Range(0, 4000)
            .Select(_ => new DeviceProbe(card.Sample(SpreadOrigin.CycleToCycle, random)).Outputs([3.2, 0.5])[1] * 300e-6 - law).ToArray();
        Assert.Equal(0, steps.Average(), 4 * 0.035 / Math.Sqrt(steps.Length));
        Assert.Equal(0.035, Math.Sqrt(steps.Average(step => step * step)), 0.002);
    }

    [Theory] // Half the width counts as half a pulse; a read does not count at all.
    [InlineData("ExponentialSynapse.TaOxHfOx", "TLtp")]
    [InlineData("SoftBoundsSynapse.Gong2018", "TLtp")]
    [InlineData("LinearStepSynapse.Ecram", "TLtp")]
    public void Pulses_count_by_their_time_above_half_height(string id, string duration)
    {
        var card = DeviceCatalog.Default.Card(id);
        var device = new PulsedDevice(card, 1e-7);
        var pulse = card.Pulses.Potentiation;
        var whole = device.Give(pulse, [0.3])[0] - 0.3;
        var half = device.Give(pulse with { Width = card.Parameter(duration).Value / 2 - pulse.Edge }, [0.3])[0] - 0.3;
        var read = device.Give(pulse with { Amplitude = card.Pulses.ReadVoltage }, [0.3])[0] - 0.3;
        Assert.Equal(0.5, half / whole, 0.01);
        Assert.Equal(0, read);
    }

    [Fact] // Soft bounds: n pulses from 0 lead to 1 - (1 - α)^n up to α².
    public void Soft_bounds_fill_up_exponentially()
    {
        var device = new PulsedDevice(DeviceCatalog.Default.Card("SoftBoundsSynapse.Gong2018"), 1e-7);
        double[] state = [0];
        for (var pulse = 0; pulse < 500; pulse++)
        {
            state = device.Give(DeviceCatalog.Default.Card("SoftBoundsSynapse.Gong2018").Pulses.Potentiation, state);
        }

        Assert.Equal(1 - Math.Exp(-0.0016 * 500), state[0], 0.001);
    }

    [Theory] // aihwkit preset EcRam in weights: dw = 0.002 (1 - 0.1153 w/1.1724) up, 0.002 (1 - 0.5085 w/-0.8276) down, w from -0.8276 to 1.1724.
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(-0.5)]
    public void A_linear_step_is_that_of_the_preset(double weight)
    {
        var card = DeviceCatalog.Default.Card("LinearStepSynapse.Ecram");
        var x = (weight + 0.8276) / 2;
        Assert.Equal(0.002 * (1 - 0.1153 * weight / 1.1724) / 2, Memristor.At(card, 1, x).Rate, 1e-8);
        Assert.Equal(-0.002 * (1 - 0.5085 * weight / -0.8276) / 2, Memristor.At(card, -1, x).Rate, 1e-8);
    }

    [Theory] // aihwkit preset ReRamSB in weights: dw = 0.002 (1 - w/1.25) up, 0.002 (1 + w/0.75) down, w from -0.75 to 1.25.
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    public void A_soft_bounded_step_is_that_of_the_preset(double weight)
    {
        var card = DeviceCatalog.Default.Card("SoftBoundsSynapse.Gong2018");
        var x = (weight + 0.75) / 2;
        Assert.Equal(0.002 * (1 - weight / 1.25) / 2, Memristor.At(card, 1.5, x).Rate * 100e-9, 1e-8);
        Assert.Equal(-0.002 * (1 + weight / 0.75) / 2, Memristor.At(card, -1.5, x).Rate * 100e-9, 1e-8);
    }
}
