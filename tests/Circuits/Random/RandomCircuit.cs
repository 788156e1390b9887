using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Circuits.Random;

/// <summary>Bounded random netlists of resistors, capacitors, sources, diodes, transistors and memristors.</summary>
public static class RandomCircuit
{
    /// <summary>The end of the transient they are made for [s].</summary>
    public const double Stop = 40e-9;

    private static readonly string[] Memristors = ["Vteam.PtHfTi", "Yakopcic.Generic", "Team.Xyce", "LinearIonDrift.Biolek"];
    private static readonly string[] Transistors = ["EkvMosfet.N65Hp", "EkvMosfet.P65Hp", "EkvMosfet.N130Lstp"];

    /// <summary>One netlist; nothing sees to it that it makes sense.</summary>
    /// <param name="seed">Which one.</param>
    public static Netlist Make(ulong seed)
    {
        var random = new RandomStream(20261, "random circuits", seed);
        var netlist = new Netlist();
        var nodes = 2 + random.NextInt(10);
        string Node() => random.NextInt(nodes + 1) is var n && n == 0 ? "0" : $"n{n}";

        // Half of them get a resistor from every node to another, so that not all end in a message about the topology.
        for (var i = 1; i <= nodes && seed % 2 == 0; i++)
            netlist.Resistor($"RT{i}", $"n{i}", i == 1 ? "0" : $"n{random.NextInt(i - 1) + 1}", Log(random, 1, 1e6));
        var count = 3 + random.NextInt(25);
        for (var i = 0; i < count; i++)
            AddElement(netlist, random, i, Node(), Node(), Node(), Node());
        return netlist;
    }

    private static void AddElement(Netlist netlist, RandomStream random, int i, string a, string b, string c, string d)
    {
        switch (random.NextInt(10))
        {
            case 0 or 1:
                netlist.Resistor($"R{i}", a, b, Log(random, 1, 1e6));
                break;
            case 2 or 3:
                netlist.Capacitor($"C{i}", a, b, Log(random, 1e-16, 1e-9));
                break;
            case 4:
                netlist.VoltageSource($"V{i}", a, b, Wave(random, 5));
                break;
            case 5:
                netlist.CurrentSource($"I{i}", a, b, Wave(random, Log(random, 1e-9, 1e-4)));
                break;
            case 6:
                netlist.Device($"D{i}", [a, b], DeviceCatalog.Default.Card("JunctionDiode.Signal"), DeviceCatalog.Default);
                break;
            case 7 or 8:
                netlist.Device($"T{i}", [a, b, c, d], DeviceCatalog.Default.Card(Transistors[random.NextInt(Transistors.Length)]), DeviceCatalog.Default);
                break;
            default:
                netlist.Device($"M{i}", [a, b], DeviceCatalog.Default.Card(Memristors[random.NextInt(Memristors.Length)]), DeviceCatalog.Default);
                break;
        }
    }

    private static Waveform Wave(RandomStream random, double size)
    {
        double Level() => size * ((2 * random.NextDouble()) - 1);
        return random.NextInt(4) switch
        {
            0 => new Constant(Level()),
            1 => new PulseWaveform(0, Level(), 1e-9, 1e-9, 10e-9, 2e-9, 30e-9),
            2 => new Sine(0, Level(), 3e7),
            _ => new PiecewiseLinear([0, 2e-9, 9e-9, 9.5e-9, 25e-9], [Level(), Level(), Level(), Level(), Level()]),
        };
    }

    private static double Log(RandomStream random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
