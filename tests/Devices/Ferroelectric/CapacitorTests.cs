using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Ferroelectric;

public sealed class CapacitorTests
{
    [Fact] // Closed form for Gamma = 0: PR = √(−α/2β), EC = (4/3)|α|√(|α|/6β).
    public void Landau_has_its_remanence_and_coercive_field()
    {
        var card = DeviceCatalog.Default.Card("LandauKhalatnikov.Hzo");
        double alpha = -card.Parameter("Alpha").Value, beta = card.Parameter("Beta").Value, remanence = Math.Sqrt(alpha / (2 * beta));
        var model = (ICapacitive<Dual>)DeviceCatalog.Default.Create<Dual>(card);
        Assert.Equal(remanence, model.Charge(0, [1]).Value / card.Parameter("Area").Value, 1e-12);

        double Rate(double field, double p)
        {
            var rates = new Dual[1];
            model.Evaluate(field * card.Parameter("TFe").Value, [p], rates);
            return rates[0].Value;
        }

        Assert.Equal(0, Rate(0, 1) / Rate(1e8, 1), 1e-9);
        var coercive = 4.0 / 3 * alpha * Math.Sqrt(alpha / (6 * beta));
        var turning = -1 / Math.Sqrt(3);
        Assert.Equal(0, Rate(coercive, turning) / Rate(2 * coercive, turning), 1e-9);
        Assert.True(Rate(1.001 * coercive, turning) > 0 && Rate(0.999 * coercive, turning) < 0);
    }

    [Theory] // Merz's law for one group in closed form: s = 1 − 2 e^(−t/τ), τ = Tau0 e^(Ea/E).
    [InlineData(2.0, 20e-9)]
    [InlineData(2.5, 5e-9)]
    public void Domains_of_one_kind_switch_exponentially(double voltage, double time)
    {
        var card = DeviceCatalog.Default.Card("FeramCapacitor.Hzo").With("SigmaEa", 0.001);
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), new Constant(voltage), TransientOptions.AtTolerance(1e-8));
        stepper.Run(time);
        var tau = 0.3e-9 * Math.Exp(1e9 / (voltage / 10e-9));
        Assert.Equal(1 - 2 * Math.Exp(-time / tau), stepper.State[2], 1e-5);
    }

    [Fact] // Charge of a loop: 2 PR A per half cycle through an ammeter, up to the linear part, which closes.
    public void A_bipolar_pair_of_pulses_moves_twice_the_remanent_charge()
    {
        var card = DeviceCatalog.Default.Card("FeramCapacitor.Hzo");
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new PiecewiseLinear([0, 1e-7, 1e-6, 1.1e-6], [0, 3, 3, 0]))
            .Resistor("R1", "in", "out", 1e3)
            .Device("X1", "out", "0", DeviceCatalog.Default.Create<Dual>(card));
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Run(1.2e-6);
        var state = simulation.State("X1").ToArray();
        Assert.All(state, s => Assert.Equal(1, s, 1e-3));

        // All of the work goes into switching: 2 PR A at 3 V, less what the ramp switched at lower voltages, plus half of nothing else.
        Assert.InRange(simulation.Energy("V1"), 0.5 * 2 * 0.2 * 1e-14 * 3, 2 * 0.2 * 1e-14 * 3);
    }

    [Fact] // Binomial law of N independent domains, N = 100: the hazards are those of single domains.
    public void Written_domains_scatter_as_independent_ones_at_any_step()
    {
        var card = DeviceCatalog.Default.Card("FeFetSynapse.Hzo").With("SigmaEa", 0.001).With("Unscreened", 0.001).With("Ea", 3.4e8);
        double Spread(double longest, out double mean)
        {
            var counts = new double[400];
            for (var i = 0; i < counts.Length; i++)
            {
                var options = TransientOptions.AtTolerance(1e-4) with { MaxStep = longest };
                var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), new Constant(card.Pulses.Potentiation.Amplitude), options);
                stepper.Run(30e-9, new RandomStream(3, "domains", (ulong)i));
                counts[i] = stepper.State[0];
            }

            mean = counts.Average() / 100;
            var average = mean * 100;
            return Math.Sqrt(counts.Sum(n => (n - average) * (n - average)) / (counts.Length - 1));
        }

        var coarse = Spread(double.PositiveInfinity, out var p);
        var fine = Spread(0.5e-9, out _);
        Assert.InRange(p, 0.05, 0.95);

        // Three standard errors of a standard deviation from 400 samples: 3/√(2·400) = 0.106.
        Assert.Equal(1, coarse / Math.Sqrt(100 * p * (1 - p)), 0.106);
        Assert.Equal(1, fine / coarse, 0.15);
    }

    [Fact] // Simmons 1963 at small voltage: G = e²/(2πh d²) (A √Φ/2 − 1) e^(−A √Φ).
    public void A_junction_tunnels_as_Simmons_says()
    {
        var card = DeviceCatalog.Default.Card("TunnelJunction.Bto");
        var model = DeviceCatalog.Default.Create<Dual>(card);
        double G(double p) => model.Evaluate(1e-4, [p], new Dual[1]).Value / 1e-4;
        double Expected(double barrier)
        {
            const double e = 1.602176634e-19, h = 6.62607015e-34, m = 9.1093837e-31;
            var d = card.Parameter("D").Value;
            var a = 4 * Math.PI * d / h * Math.Sqrt(2 * m * e * card.Parameter("MEff").Value) * Math.Sqrt(barrier);
            return e * e / (2 * Math.PI * h * d * d) * (a / 2 - 1) * Math.Exp(-a) * card.Parameter("Area").Value;
        }

        Assert.Equal(1, G(1) / Expected(0.6), 1e-6);
        Assert.Equal(1, G(0) / Expected(1.0), 1e-6);
    }
}
