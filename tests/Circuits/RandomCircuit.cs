using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Circuits;

/// <summary>A bounded random netlist of resistors, capacitors, sources, diodes, transistors and memristors, and the check of its currents.</summary>
public static class RandomCircuit
{
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
        double Log(double low, double high) => low * Math.Pow(high / low, random.NextDouble());

        // Half of them get a resistor from every node to another, so that not all end in a message about the topology.
        for (var i = 1; i <= nodes && seed % 2 == 0; i++)
            netlist.Resistor($"RT{i}", $"n{i}", i == 1 ? "0" : $"n{random.NextInt(i - 1) + 1}", Log(1, 1e9));
        var count = 3 + random.NextInt(25);
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (Node(), Node());
            switch (random.NextInt(9))
            {
                case 0 or 1:
                    netlist.Resistor($"R{i}", a, b, Log(1, 1e9));
                    break;
                case 2:
                    netlist.Capacitor($"C{i}", a, b, Log(1e-16, 1e-9));
                    break;
                case 3:
                    netlist.VoltageSource($"V{i}", a, b, Wave(random, 5));
                    break;
                case 4:
                    netlist.CurrentSource($"I{i}", a, b, Wave(random, Log(1e-9, 1e-2)));
                    break;
                case 5:
                    netlist.Device($"D{i}", [a, b], DeviceCatalog.Default.Card("JunctionDiode.Signal"), DeviceCatalog.Default);
                    break;
                case 6 or 7:
                    netlist.Device($"T{i}", [a, b, Node(), Node()], DeviceCatalog.Default.Card(Transistors[random.NextInt(Transistors.Length)]), DeviceCatalog.Default);
                    break;
                default:
                    netlist.Device($"M{i}", [a, b], DeviceCatalog.Default.Card(Memristors[random.NextInt(Memristors.Length)]), DeviceCatalog.Default);
                    break;
            }
        }

        return netlist;
    }

    /// <summary>
    /// The worst sum of the steady currents at a node, beyond the 1 fA per volt that a switched-off node may be given and at most 20 V, over the largest
    /// current there.
    /// </summary>
    /// <param name="simulation">A circuit at rest.</param>
    public static double WorstImbalance(ISimulation simulation)
    {
        var (sums, sizes) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var element in simulation.Netlist.Elements)
        {
            switch (element)
            {
                case Capacitor:
                    break;
                case MultiTerminalDevice device:
                    for (var i = 0; i < device.Nodes.Count; i++)
                        Add(device.Nodes[i], simulation.Current($"{device.Name}:{device.Model.Terminals[i].Name}"));
                    break;
                default:
                    // A voltage source's current is counted out of its plus node into the circuit.
                    var current = simulation.Current(element.Name) * (element is VoltageSource ? -1 : 1);
                    Add(element.Nodes[0], current);
                    Add(element.Nodes[1], -current);
                    break;
            }
        }

        return sums.Where(pair => pair.Key != "0").Select(pair => Math.Max(0, Math.Abs(pair.Value) - 2e-14) / (sizes[pair.Key] + 1e-15)).DefaultIfEmpty(0).Max();

        void Add(string node, double current)
        {
            sums[node] = sums.GetValueOrDefault(node) + current;
            sizes[node] = Math.Max(sizes.GetValueOrDefault(node), Math.Abs(current));
        }
    }

    private static Waveform Wave(RandomStream random, double size)
    {
        var level = size * ((2 * random.NextDouble()) - 1);
        return random.NextInt(4) switch
        {
            0 => new Constant(level),
            1 => new PulseWaveform(0, level, 1e-9, 1e-9, 10e-9, 2e-9, 30e-9),
            2 => new Sine(0, level, 3e7),
            _ => new Exponential(0, level, 2e-9, 3e-9, 20e-9, 5e-9),
        };
    }
}
