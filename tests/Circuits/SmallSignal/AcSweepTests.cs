using System.Numerics;
using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Circuits.Engine;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Tests.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits.SmallSignal;

/// <summary>Small-signal answers against closed forms.</summary>
public sealed class AcSweepTests
{
    private static readonly double[] Frequencies = AcSweep.Decades(1e3, 1e9, 3);

    private static AcResponse Sweep(Netlist netlist, string source, params string[] signals) =>
        AcSweep.Run(CircuitEngines.Get("builtin").Prepare(netlist), source, Frequencies, signals);

    private static void Agree(Func<Complex, Complex> expected, AcResponse response, string signal, double relative = 1e-10)
    {
        for (var i = 0; i < Frequencies.Length; i++)
        {
            var closed = expected(new Complex(0, 2 * Math.PI * Frequencies[i]));
            Assert.True((response[signal][i] - closed).Magnitude <= relative * closed.Magnitude, $"{signal} at {Frequencies[i]:G4} Hz: {response[signal][i]} instead of {closed}");
        }
    }

    [Theory] // H = 1/(1 + sRC), through the whole matrix and through the sparse one.
    [InlineData(8)]
    [InlineData(0)]
    public void A_low_pass_turns_at_its_time_constant(int denseLimit)
    {
        var netlist = new Netlist().VoltageSource("V1", "in", "0", new Sine(0.3, 1, 1e6)).Resistor("R1", "in", "out", 1e3).Capacitor("C1", "out", "0", 1e-12);
        var simulation = new BuiltinEngine { DenseLimit = denseLimit }.Prepare(netlist);
        var response = AcSweep.Run(simulation, "V1", Frequencies, "v(out)", "v(in)", "i(V1)", "i(R1)", "i(C1)");
        Agree(s => 1 / (1 + (s * 1e-9)), response, "v(out)");
        Agree(_ => 1, response, "v(in)");
        foreach (var current in new[] { "i(V1)", "i(R1)", "i(C1)" })
            Agree(s => s * 1e-12 / (1 + (s * 1e-9)), response, current);
    }

    [Fact] // Series RLC: i = sC/(1 + sRC + s²LC), v(c) = 1/(1 + sRC + s²LC); resonance at 5 MHz with Q = 31.6.
    public void A_resonant_circuit_has_its_resonance()
    {
        const double R = 10, L = 10e-6, C = 100e-12;
        var response = Sweep(
            new Netlist().VoltageSource("V1", "in", "0", new Constant(0)).Resistor("R1", "in", "a", R).Inductor("L1", "a", "b", L).Capacitor("C1", "b", "0", C),
            "V1", "v(b)", "i(L1)", "i(V1)");
        Agree(s => 1 / (1 + (s * R * C) + (s * s * L * C)), response, "v(b)");
        Agree(s => s * C / (1 + (s * R * C) + (s * s * L * C)), response, "i(L1)");
        Agree(s => s * C / (1 + (s * R * C) + (s * s * L * C)), response, "i(V1)");
    }

    [Fact] // A source on a tree of sources; a gyrator-like chain of all four controlled sources; a current source into an RC.
    public void Sources_of_every_kind_swing()
    {
        var netlist = new Netlist().VoltageSource("V1", "a", "b", new Constant(1)).VoltageSource("V2", "b", "0", new Constant(2)).Resistor("R1", "a", "0", 100)
            .Add(new VoltageControlledVoltageSource("E1", "e", "0", "a", "0", 2)).Resistor("RE", "e", "e2", 50).Capacitor("CE", "e2", "0", 1e-12)
            .Add(new VoltageControlledCurrentSource("G1", "0", "g", "e2", "0", 1e-3)).Resistor("RG", "g", "0", 1e3)
            .Add(new CurrentControlledVoltageSource("H1", "h", "0", "V1", 70)).Resistor("RH", "h", "0", 1e3)
            .Add(new CurrentControlledCurrentSource("F1", "0", "f", "V1", 0.5)).Resistor("RF", "f", "0", 1e3)
            .CurrentSource("I1", "0", "c", new Constant(0)).Resistor("RC", "c", "0", 1e3).Capacitor("CC", "c", "0", 1e-12);
        var response = Sweep(netlist, "V1", "v(a)", "v(b)", "v(g)", "v(h)", "v(f)", "v(c)", "i(V1)", "i(V2)", "i(G1)", "i(I1)");
        Agree(_ => 1, response, "v(a)");
        Agree(_ => 0, response, "v(b)");
        Agree(s => 2 / (1 + (s * 50e-12)), response, "v(g)");
        Agree(s => 2e-3 / (1 + (s * 50e-12)), response, "i(G1)");
        Agree(_ => 0.01, response, "i(V1)");
        Agree(_ => 0.01, response, "i(V2)");
        Agree(_ => 0.7, response, "v(h)");
        Agree(_ => 5, response, "v(f)");
        Agree(_ => 0, response, "v(c)");
        var fed = Sweep(netlist, "I1", "v(c)", "v(a)", "i(I1)");
        Agree(s => 1e3 / (1 + (s * 1e-9)), fed, "v(c)");
        Agree(_ => 0, fed, "v(a)");
        Agree(_ => 1, fed, "i(I1)");
    }

    [Fact] // i = V/R(x), x' = k i: δx (s + k V R'/R²) = k δv/R, δi = δv/R - V R'/R² δx; R' = ROn - ROff = -15.9 kOhm, k = 1e4/C (Strukov's drift, biased at 1 V).
    public void A_memristor_that_drifts_answers_with_its_state()
    {
        var response = Sweep(
            new Netlist().VoltageSource("V1", "m", "0", new Constant(1)).Device("M1", "m", "0", new LinearDrift<Dual>(0.4)), "V1", "i(M1)", "i(V1)", "M1.x");
        var (r, slope) = (LinearDrift<Dual>.Resistance(0.4), -15900.0);
        Complex State(Complex s) => 1e4 / r / (s + (1e4 * slope / (r * r)));
        Agree(State, response, "M1.x");
        Agree(s => (1 / r) - (slope / (r * r) * State(s)), response, "i(M1)");
        Agree(s => (1 / r) - (slope / (r * r) * State(s)), response, "i(V1)");
    }

    [Fact] // A diode behind its algebraic state: y = 1/(R + Vt/(I + Is)).
    public void An_algebraic_state_follows_at_once()
    {
        var simulation = CircuitEngines.Get("builtin").Prepare(
            new Netlist().VoltageSource("V1", "d", "0", new Constant(0.8)).Device("D1", "d", "0", new SeriesDiode<Dual>(1e3, 1e-14, 0.02585)));
        Agree(_ => 1 / (1e3 + (0.02585 / (simulation.Current("D1") + 1e-14))), AcSweep.Run(simulation, "V1", Frequencies, "i(D1)"), "i(D1)", 1e-8);
    }

    [Fact] // Junction: y = (1 + s TT) g + s CJ, with g and Q' from differences of the model's own current and charge.
    public void A_junction_has_conductance_and_capacitance()
    {
        var card = DeviceCatalog.Default.Card("JunctionDiode.Signal");
        var model = (ICapacitive<Real>)DeviceCatalog.Default.CreateModel<Real>(card);
        var response = Sweep(new Netlist().VoltageSource("V1", "d", "0", new Constant(0.5)).Device("D1", ["d", "0"], card, DeviceCatalog.Default), "V1", "i(D1)", "i(V1)");
        const double H = 1e-5;
        double Slope(Func<double, double> f) => (f(0.5 + H) - f(0.5 - H)) / (2 * H);
        var conductance = Slope(v => model.Evaluate(v, [], []).Value);
        var capacitance = Slope(v => model.Charge(v, []).Value);
        Agree(s => conductance + (s * capacitance), response, "i(D1)", 1e-6);
        Agree(s => conductance + (s * capacitance), response, "i(V1)", 1e-6);
    }

    [Fact] // Common source: gain -gm (RD || ro) with gm and ro from a DC sweep, one pole at 1/(2π (RD || ro) CL) where CL is far above the transistor's own.
    public void A_mos_amplifier_has_its_gain_and_its_pole()
    {
        const double RD = 10e3, CL = 10e-12, H = 1e-4;
        var simulation = CircuitEngines.Get("builtin").Prepare(new Netlist().VoltageSource("VDD", "vdd", "0", new Constant(1.1)).VoltageSource("VG", "g", "0", new Constant(0.45))
            .Resistor("RD", "vdd", "d", RD).Capacitor("CL", "d", "0", CL)
            .Device("M1", ["d", "g", "0", "0"], DeviceCatalog.Default.Card("EkvMosfet.N65Hp"), DeviceCatalog.Default));
        var sweep = DcSweep.Run(simulation, "VG", [0.45 - H, 0.45, 0.45 + H], "v(d)")["v(d)"];
        var gain = (sweep[2] - sweep[0]) / (2 * H);
        Assert.InRange(sweep[1], 0.2, 0.9);
        Assert.True(gain < -2, $"gain {gain}");
        simulation.SetWaveform("VG", new Constant(0.45));
        simulation.Rest();

        // The output resistance: what a unit current into the drain would lift it by, from the supply's own sweep.
        var supply = DcSweep.Run(simulation, "VDD", [1.1 - H, 1.1 + H], "v(d)")["v(d)"];
        var output = RD * (supply[1] - supply[0]) / (2 * H);
        simulation.SetWaveform("VDD", new Constant(1.1));
        simulation.Rest();
        var frequencies = AcSweep.Decades(1e3, 1e9, 20);
        var response = AcSweep.Run(simulation, "VG", frequencies, "v(d)");
        Assert.Equal(gain, response["v(d)"][0].Real, 1e-4 * Math.Abs(gain));
        var pole = 1 / (2 * Math.PI * output * CL);
        for (var i = 0; i < frequencies.Length && frequencies[i] < 30 * pole; i++)
        {
            var closed = gain / new Complex(1, frequencies[i] / pole);
            Assert.True((response["v(d)"][i] - closed).Magnitude < 0.005 * closed.Magnitude, $"{frequencies[i]:G4} Hz: {response["v(d)"][i]}, {closed}");
        }
    }

    [Fact] // A sine of 0.1 mV in a transient, after the start has died away, has the amplitude and phase of the small-signal answer.
    public void A_small_sine_in_time_agrees()
    {
        const double F = 20e6, Small = 1e-4;
        var netlist = new Netlist().VoltageSource("V1", "in", "0", new Sine(0.55, Small, F)).Resistor("R1", "in", "d", 1e3)
            .Device("D1", ["d", "0"], DeviceCatalog.Default.Card("JunctionDiode.Signal"), DeviceCatalog.Default);
        var simulation = CircuitEngines.Get("builtin").Prepare(netlist, new() { RelativeTolerance = 1e-8, VoltageTolerance = 1e-10, MaxStep = 0.01 / F });
        var phasor = AcSweep.Run(simulation, "V1", [F], "v(d)")["v(d)"][0];
        var rest = simulation.Voltage("d");
        simulation.Run(20 / F);
        var sine = (simulation.Voltage("d") - rest) / Small;
        simulation.Run(20.25 / F);
        var cosine = (simulation.Voltage("d") - rest) / Small;
        Assert.True((new Complex(cosine, sine) - phasor).Magnitude < 2e-3 * phasor.Magnitude, $"{new Complex(cosine, sine)}, {phasor}");
    }

    [Fact]
    public void A_table_tells_gain_and_phase()
    {
        var table = Sweep(new Netlist().VoltageSource("V1", "in", "0", new Constant(0)).Resistor("R1", "in", "out", 1e3).Capacitor("C1", "out", "0", 1e-12), "V1", "v(out)").ToTrace();
        Assert.Equal(["frequency [Hz]", "gain v(out) [dB]", "phase v(out) [deg]"], table.Columns.Select(c => c.ToString()));
        Assert.Equal(Frequencies.Length, table.Count);

        // The last frequency is 2π time constants up: gain 1/sqrt(1 + (2π)²), phase -atan 2π.
        Assert.Equal(-Math.Atan(2 * Math.PI) * 180 / Math.PI, table["phase v(out)"][^1], 1e-9);
        Assert.Equal(-10 * Math.Log10(1 + (4 * Math.PI * Math.PI)), table["gain v(out)"][^1], 1e-9);
    }

    [Fact]
    public void What_cannot_be_swept_is_named()
    {
        var simulation = CircuitEngines.Get("builtin").Prepare(new Netlist().VoltageSource("V1", "in", "0", new Constant(0)).Resistor("R1", "in", "0", 1e3));
        Assert.Contains("'V9'", Assert.ThrowsAny<ArgumentException>(() => AcSweep.Run(simulation, "V9", [1], "v(in)")).Message, StringComparison.Ordinal);
        Assert.Contains("'R1'", Assert.ThrowsAny<ArgumentException>(() => AcSweep.Run(simulation, "R1", [1], "v(in)")).Message, StringComparison.Ordinal);
        Assert.Contains("'out'", Assert.ThrowsAny<ArgumentException>(() => AcSweep.Run(simulation, "V1", [1], "v(out)")).Message, StringComparison.Ordinal);
        Assert.Contains("'R7'", Assert.ThrowsAny<ArgumentException>(() => AcSweep.Run(simulation, "V1", [1], "i(R7)")).Message, StringComparison.Ordinal);
        Assert.Contains("above 0", Assert.ThrowsAny<ArgumentException>(() => AcSweep.Run(simulation, "V1", [0], "v(in)")).Message, StringComparison.Ordinal);
    }
}
