using DevicePhys.Arrays;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Statistics;
using DevicePhys.Tests.Arrays;
using DevicePhys.Tests.Devices.Memristors;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Mistakes found in public programs and papers, each with what it breaks, and that it is not made here.</summary>
public sealed class PublishedBugTests
{
    public static TheoryData<string, Func<double, double, double>> Windows => new()
    {
        // MemTorch 1.1.6, as its code reads; x and the sign of the voltage.
        { "Joglekar", (x, _) => Math.Pow(1 - (2 * x - 1), 4) },
        { "Prodromakis", (x, _) => Math.Pow(1 - ((x - 0.5) * (x - 0.5) + 0.75), 5) },
    };

    [Theory] // MemTorch 1.1.6: two windows whose parentheses slipped; a window has to be 0 at the end the state moves to and large inside.
    [MemberData(nameof(Windows))]
    public void Windows_end_the_motion_at_the_ends_and_nowhere_else(string name, Func<double, double, double> published)
    {
        var (atUpper, atLower) = (Window(name, 1, 1), Window(name, 0, -1));
        Assert.Equal((0, 0), (Math.Round(atUpper, 14), Math.Round(atLower, 14)));
        Assert.InRange(Window(name, 0.5, 1), 0.5, 1);

        // The slipped formulas miss one or the other, so this test can tell them apart.
        Assert.True(Math.Abs(published(1, 1)) > 0.1 || Math.Abs(published(0, -1)) > 0.1 || published(0.5, 1) < 0.5, name);
    }

    [Fact] // MemTorch 1.1.6 writes Biolek's window with the voltage: right as long as the current has its sign, which a resistive device sees to.
    public void Biolek_s_window_looks_where_the_current_goes()
    {
        foreach (var x in new[] { 0.01, 0.3, 0.8, 0.99 })
        {
            foreach (var sign in new[] { 1, -1 })
            {
                Assert.Equal(1 - Math.Pow(1 - x - (sign > 0 ? 1 : 0), 4), Window("Biolek", x, sign), 1e-9);
            }
        }
    }

    [Fact] // Stanford and PKU Verilog-A: the hard FMin cut of the rate, on which stiff solvers hang; here thousands of times the stall time pass at once.
    public void The_field_cut_does_not_hang_the_solver()
    {
        var stepper = Memristor.New(Memristor.Card("StanfordPku.V1"), new Constant(-1.2), 1e-6);
        stepper.SetState(0.2);
        stepper.Run(1e-3);
        var stalled = stepper.Statistics.Steps;
        stepper.Run(1);
        Assert.InRange(stepper.Statistics.Steps, 1, 300);
        Assert.InRange(stepper.Statistics.Steps - stalled, 1, 100);
    }

    [Fact] // Stanford and PKU Verilog-A add a normal number per time step, whatever its length: twice the steps are twice the variance. Here none.
    public void Half_the_time_step_leaves_the_noise_of_the_gap_as_it_is()
    {
        const int Devices = 1500;
        var spreads = new[] { 100e-12, 50e-12, 25e-12 }.Select(step =>
        {
            var options = TransientOptions.AtTolerance(1e-4) with { MaxStep = step, FirstStep = step };
            var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(Memristor.Card("StanfordPku.V1")), new Constant(1.45), options);
            var gaps = new double[Devices];
            for (var device = 0; device < Devices; device++)
            {
                stepper.Reset();
                stepper.SetState(1.4);
                stepper.Run(2e-9, new RandomStream(1, $"gap noise at {step}", (ulong)device));
                gaps[device] = stepper.State[0];
            }

            return Moments.Of(gaps).StandardDeviation;
        }).ToArray();

        // Closed form without the slow drift: sqrt(2 D t) with D near 0.42 of DGap at room temperature. Sampling: 1.8 % each.
        var expected = Math.Sqrt(2 * 2e-15 / (1 + Math.Exp((450.0 - 298) / 500)) * 2e-9) / 1e-9;
        Assert.All(spreads, spread => Assert.InRange(spread / expected, 0.92, 1.12));
        Assert.InRange(spreads[1] / spreads[0], 0.92, 1.08);
        Assert.InRange(spreads[2] / spreads[1], 0.92, 1.08);
    }

    [Fact]
    public void The_circuit_engine_shakes_the_gap_as_the_stepper_does()
    {
        var card = Memristor.Card("StanfordPku.V1");
        var options = TransientOptions.AtTolerance(1e-4) with { MaxStep = 100e-12, FirstStep = 100e-12 };
        var engine = CircuitEngines.Default.Prepare(
            new Netlist().VoltageSource("V", "m", "0", new Constant(1.45)).Device("X", "m", "0", DeviceCatalog.Default.Create<Dual>(card)), options);
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), new Constant(1.45), options);
        stepper.SetState(1.4);
        engine.SetState("X", [1.4]);
        stepper.Run(2e-9, new RandomStream(2, "alike"));
        engine.Run(2e-9, new RandomStream(2, "alike"));
        Assert.NotEqual(1.4, stepper.State[0], 1e-4);
        Assert.Equal(stepper.State[0], engine.State("X")[0], 1e-9);
    }

    [Fact] // The published noise acts at rest as well and would walk the stored gap away; here a read, and rest, leave it alone.
    public void A_gap_at_rest_is_not_shaken()
    {
        var stepper = Memristor.New(Memristor.Card("StanfordPku.V1"), new Constant(0.1), 1e-4);
        stepper.SetState(1.4);
        stepper.Run(1, new RandomStream(3, "rest"));
        Assert.Equal(1.4, stepper.State[0]);
    }

    [Theory] // A PKU paper prints the lag of its FeFET as (V - Veff) tau: the slower the material is said to be, the faster it would follow.
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    public void Polarization_lags_by_its_time_constant_and_not_by_the_inverse(double lag)
    {
        var card = DeviceCatalog.Default.Card("PreisachCapacitor.Hzo").With("Tau", lag);
        var (coercive, sigma) = (card.Value("EC", "V/m"), card.Value("SigmaC"));
        const double Field = 4;
        var stepper = new Stepper(
            DeviceCatalog.Default.Create<Dual>(card), new Constant(Field * coercive * card.Value("TFe", "m")), TransientOptions.AtTolerance(1e-6));

        // From rest a play operator of coercive field c goes to E - c as 1 - exp(-t/tau); the printed form would have moved by tau squared of it.
        foreach (var times in new[] { 0.5, 1.0, 2.0 })
        {
            stepper.Run(times * lag);
            double[] points = [-Math.Sqrt(5 + Math.Sqrt(10)), -Math.Sqrt(5 - Math.Sqrt(10)), 0, Math.Sqrt(5 - Math.Sqrt(10)), Math.Sqrt(5 + Math.Sqrt(10))];
            for (var i = 0; i < points.Length; i++)
            {
                Assert.Equal((Field - 1 - sigma * points[i]) * (1 - Math.Exp(-times)), stepper.State[i], 1e-4);
            }
        }
    }

    [Fact] // A C++ port of JART VCM v1b multiplies the plug's length by its conductivity; the resistance of a plug grows with its length over it.
    public void The_plug_of_the_filament_is_a_resistor_of_its_length_over_its_conductivity()
    {
        var card = Memristor.Card("JartVcmV1b.Nominal");
        var full = Math.Log10(20);

        // In the full filament at high current the ohmic parts carry nearly all voltage: a longer cell adds its plug, dl/(N z e mu A).
        var area = Math.PI * 45e-9 * 45e-9;
        var expected = 1e-9 / (20e26 * 2 * 1.602176634e-19 * 4e-6 * area);
        double Ohmic(double extra) => ResistanceAt(card.With("LCell", 3e-9 + extra), full);
        var added = Ohmic(1e-9) - Ohmic(0);
        Assert.Equal(1, added / expected, 0.02);
    }

    [Fact] // The same port has exp(+dW) for the backward hop: ions then run up the field. Here they follow it, at every temperature and field.
    public void Ions_hop_with_the_field_and_not_against_it()
    {
        var card = Memristor.Card("JartVcmV1b.Nominal");
        foreach (var log in new[] { -1.5, 0.0, 1.0 })
        {
            foreach (var voltage in new[] { 0.3, 0.7, 1.0 })
            {
                Assert.True(Memristor.At(card, -voltage, log).Rate > 0, $"SET at {-voltage} V from log N = {log}");
                Assert.True(Memristor.At(card, voltage, log).Rate < 0, $"RESET at {voltage} V from log N = {log}");
            }
        }
    }

    [Fact] // The same port has 8.6549e-12 F/m for the vacuum; the barrier is lowered by the image force in the true one, 8.8542e-12.
    public void The_vacuum_has_its_own_permittivity()
    {
        // Raising EpsPhiB by the ratio of the two constants makes up for the slip; the high-resistance read then is that of the port.
        var card = Memristor.Card("JartVcmV1b.Nominal");
        var (empty, ratio) = (Math.Log10(0.008), 8.6549e-12 / 8.8541878188e-12);
        var slipped = card.With("EpsPhiB", 5.5 * ratio).With("Eps", 17 * ratio);
        var (ours, theirs) = (-0.2 / Memristor.At(card, -0.2, empty).Current, -0.2 / Memristor.At(slipped, -0.2, empty).Current);
        Assert.Equal(104.7e3, ours, 0.001 * 104.7e3);
        Assert.True(Math.Abs(theirs / 104.7e3 - 1) > 0.003, $"the slip reads {theirs} Ohm");
    }

    [Fact] // MLP+NeuroSim V3.0 rounds wished pulses to the nearest whole one: a wish of 0.4 pulses, asked for ever so often, moves nothing.
    public void A_wish_of_less_than_half_a_pulse_is_not_lost()
    {
        const int Updates = 1000;
        var mean = Enum.GetValues<PulseRounding>().ToDictionary(rounding => rounding, rounding =>
        {
            var array = new ReferencedArray(
                20, 8, SyntheticTable.Linear(1024), new ReferencedSettings(1024, 1024, rounding, InitialSpread: 0), new RandomStream(1, "dead zone"));
            var (rows, input) = (Enumerable.Range(0, 20).ToArray(), Enumerable.Repeat(1f, 20).ToArray());
            var delta = Enumerable.Repeat(0.4f * 2 / 1024, 8).ToArray();
            for (var update = 0; update < Updates; update++)
            {
                array.Update(new ActiveInput(rows, input), delta, 1);
            }

            var weights = new float[160];
            array.CopyWeights(weights);
            return weights.Average() * 1024 / 2;
        });
        Assert.Equal(0, mean[PulseRounding.Nearest], 1e-3);

        // 400 of 1000 pulses on 160 devices: standard deviation of the mean sqrt(240/160).
        Assert.Equal(0.4 * Updates, mean[PulseRounding.Stochastic], 6.0);
    }

    [Fact] // Skyrmion papers plot a Hall resistance and networks take it for a conductance: a crossbar reads only what has the unit S.
    public void A_Hall_resistance_is_no_conductance()
    {
        var model = (IReadable<Real>)DeviceCatalog.Default.CreateModel<Real>(DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020"));
        var (hall, junction) = (model.Readouts.Single(readout => readout.Unit == "Ohm"), model.Readouts.First(readout => readout.Unit == "S"));
        Assert.NotEqual(hall.Name, junction.Name);
        var probe = new DeviceProbe(DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020"));
        var state = probe.States.Select(s => s.Upper).ToArray();
        var seen = probe.ReadConductance(state);
        Assert.Equal(seen, model.Read(model.Readouts.ToList().IndexOf(junction), Array.ConvertAll(state, value => (Real)value)).Value);

        // Micro-siemens of a tunnel junction against milli-ohms of a Hall cross: neither is the other, nor its inverse.
        var resistance = model.Read(model.Readouts.ToList().IndexOf(hall), Array.ConvertAll(state, value => (Real)value)).Value;
        Assert.False(Math.Abs(seen / resistance - 1) < 0.5 || Math.Abs(seen * resistance - 1) < 0.5);
    }

    private static double Window(string name, double x, int direction)
    {
        var (current, rate) = Memristor.At(Memristor.Card($"LinearIonDrift.{name}"), direction, x);
        return rate / (1e4 * current);
    }

    // Slope resistance at a voltage at which contact and line hardly matter any more [Ohm].
    private static double ResistanceAt(DevicePhys.Cards.Card card, double log)
    {
        var (low, high) = (Memristor.At(card, 0.2, log).Current, Memristor.At(card, 0.201, log).Current);
        return 0.001 / (high - low);
    }
}
