using DevicePhys.Circuits;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>One circuit of the engine comparison, for this engine and as an ngspice deck.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Netlist">The circuit.</param>
/// <param name="Deck">The lines of the deck between title and options.</param>
/// <param name="Stop">How long it runs [s].</param>
/// <param name="Signals">What is compared: our signal, ngspice's vector, and the span that errors are measured by.</param>
public sealed record EngineBench(
    string Name, Netlist Netlist, string Deck, double Stop, IReadOnlyList<(string Ours, string Theirs, double Span)> Signals)
{
    private const string Transistor = ".model n1 NMOS(LEVEL=1 VTO=0.5 KP=200u LAMBDA=0.02 GAMMA=0.3 PHI=0.7 CGSO=0.3n CGDO=0.3n IS=1e-16)";

    /// <summary>(a) A memristor behind 100 Ohm, ten periods of a 1.2 V, 1 MHz sine.</summary>
    public static EngineBench SineMemristor { get; } = new(
        "a: memristor, sine, 10 periods",
        new Netlist().VoltageSource("V1", "in", "0", new Sine(0, 1.2, 1e6)).Resistor("R1", "in", "m", 100).Device("M1", "m", "0", new ThresholdMemristor<Dual>()),
        $"V1 in 0 SIN(0 1.2 1e6)\nR1 in m 100\n{Memristor("BM", "x", "m", "0")}",
        10e-6,
        [("M1.x", "v(x)", 1), ("v(m)", "v(m)", 2.4)]);

    /// <summary>(b) One transistor, one memristor: 500 SET of 1.8 V and 500 RESET of 2.2 V, 50 ns, 5 ns edges.</summary>
    public static EngineBench OneTransistorOneMemristor { get; } = new(
        "b: 1T1R, 1000 pulses",
        new Netlist()
            .VoltageSource("Vset", "drv", "0", new PulseWaveform(0, 1.8, 10e-9, 5e-9, 50e-9, 5e-9, 200e-9))
            .VoltageSource("Vreset", "sl", "0", new PulseWaveform(0, 2.2, 110e-9, 5e-9, 50e-9, 5e-9, 200e-9))
            .VoltageSource("Vword", "wl", "0", new PulseWaveform(0, 2.5, 5e-9, 5e-9, 60e-9, 5e-9, 100e-9))
            .Resistor("Rbl", "drv", "bl", 100)
            .Capacitor("Cbl", "bl", "0", 20e-15)
            .Device("M1", "bl", "d", new ThresholdMemristor<Dual>())
            .Device("T1", ["d", "wl", "sl", "0"], new Level1Mosfet<Dual>(2e-6)),
        $"""
        Vset drv 0 PULSE(0 1.8 10n 5n 5n 50n 200n)
        Vreset sl 0 PULSE(0 2.2 110n 5n 5n 50n 200n)
        Vword wl 0 PULSE(0 2.5 5n 5n 5n 60n 100n)
        Rbl drv bl 100
        Cbl bl 0 20f
        {Memristor("BM", "x", "bl", "d")}
        T1 d wl sl 0 n1 W=2u L=0.18u
        {Transistor}
        """.Replace("T1 d", "MT1 d", StringComparison.Ordinal),
        100e-6,
        [("M1.x", "v(x)", 1), ("v(d)", "v(d)", 2.2)]);

    /// <summary>(c) One transistor, one capacitor: 100 times write (1 and 0 in turn), hold, precharge, read by charge sharing.</summary>
    public static EngineBench OneTransistorOneCapacitor { get; } = new(
        "c: 1T-1C, 100 operations",
        new Netlist()
            .VoltageSource("Vdata", "data", "half", new PulseWaveform(0.6, -0.6, 199e-9, 1e-9, 199e-9, 1e-9, 400e-9))
            .VoltageSource("Vhalf", "half", "0", new Constant(0.6))
            .VoltageSource("Vpass", "pass", "0", new PulseWaveform(0, 2, 2e-9, 1e-9, 60e-9, 1e-9, 200e-9))
            .VoltageSource("Vpre", "pre", "0", new PulseWaveform(0, 2, 90e-9, 1e-9, 30e-9, 1e-9, 200e-9))
            .VoltageSource("Vwrite", "wl", "w", new PulseWaveform(0, 2, 5e-9, 1e-9, 45e-9, 1e-9, 200e-9))
            .VoltageSource("Vread", "w", "0", new PulseWaveform(0, 2, 140e-9, 1e-9, 40e-9, 1e-9, 200e-9))
            .Device("T1", ["bl", "wl", "cell", "0"], new Level1Mosfet<Dual>(0.3e-6))
            .Device("T2", ["data", "pass", "bl", "0"], new Level1Mosfet<Dual>(1e-6))
            .Device("T3", ["half", "pre", "bl", "0"], new Level1Mosfet<Dual>(1e-6))
            .Capacitor("Cs", "cell", "0", 25e-15)
            .Capacitor("Cbl", "bl", "0", 100e-15),
        $"""
        Vdata data half PULSE(0.6 -0.6 199n 1n 1n 199n 400n)
        Vhalf half 0 0.6
        Vpass pass 0 PULSE(0 2 2n 1n 1n 60n 200n)
        Vpre pre 0 PULSE(0 2 90n 1n 1n 30n 200n)
        Vwrite wl w PULSE(0 2 5n 1n 1n 45n 200n)
        Vread w 0 PULSE(0 2 140n 1n 1n 40n 200n)
        MT1 bl wl cell 0 n1 W=0.3u L=0.18u
        MT2 data pass bl 0 n1 W=1u L=0.18u
        MT3 half pre bl 0 n1 W=1u L=0.18u
        Cs cell 0 25f
        Cbl bl 0 100f
        {Transistor}
        """,
        20e-6,
        [("v(cell)", "v(cell)", 1.2), ("v(bl)", "v(bl)", 1.2)]);

    private static string Memristor(string name, string x, string a, string b) => $"""
        {name} {a} {b} I = v({x})*100e-6*{V(a, b)}+(1-v({x}))*1e-6*sinh(2*{V(a, b)})
        {name}X 0 {x} I = 1e-9*({V(a, b)}>0.6 ? 2e7*({V(a, b)}/0.6-1)^3*(1-v({x})^2) : {V(a, b)}<-0.6 ? -2e7*(-{V(a, b)}/0.6-1)^3*(1-(1-v({x}))^2) : 0)
        C{name} {x} 0 1e-9
        .ic v({x})=0.05
        """;

    private static string V(string a, string b) => b == "0" ? $"v({a})" : $"v({a},{b})";

    /// <summary>(d) A crossbar of memristors with 5 Ohm between cells and 0.1 fF at every crossing, all rows pulsed for 100 ns.</summary>
    /// <param name="n">Rows and columns.</param>
    public static EngineBench Crossbar(int n)
    {
        var netlist = new Netlist();
        var deck = new System.Text.StringBuilder();
        for (var i = 0; i < n; i++)
        {
            var level = 1.0 + (0.3 * i / n);
            netlist.VoltageSource($"V{i}", $"w{i}_0", "0", new PulseWaveform(0, level, 1e-9, 1e-9, 100e-9, 1e-9));
            deck.AppendLine(FormattableString.Invariant($"V{i} w{i}_0 0 PULSE(0 {level:R} 1n 1n 1n 100n 1)"));
            for (var j = 0; j < n; j++)
            {
                Resistor($"w{i}_{j}", $"w{i}_{j + 1}");
                Resistor($"b{i}_{j}", i == n - 1 ? "0" : $"b{i + 1}_{j}");
                Capacitor($"w{i}_{j + 1}");
                Capacitor($"b{i}_{j}");
                netlist.Device($"M{i}_{j}", $"w{i}_{j + 1}", $"b{i}_{j}", new ThresholdMemristor<Dual>());
                deck.AppendLine(Memristor($"BM{i}_{j}", $"x{i}_{j}", $"w{i}_{j + 1}", $"b{i}_{j}"));
            }
        }

        var last = n - 1;
        return new EngineBench(
            $"d: {n} x {n} crossbar", netlist, deck.ToString(), 110e-9,
            [($"M{last}_0.x", $"v(x{last}_0)", 1), ($"v(b0_{last})", $"v(b0_{last})", 0.1), ($"v(w{last}_{n})", $"v(w{last}_{n})", 1.3)]);

        void Resistor(string a, string b)
        {
            netlist.Resistor($"R{a}", a, b, 5);
            deck.AppendLine($"R{a} {a} {b} 5");
        }

        void Capacitor(string a)
        {
            netlist.Capacitor($"C{a}", a, "0", 0.1e-15);
            deck.AppendLine($"C{a} {a} 0 0.1f");
        }
    }
}
