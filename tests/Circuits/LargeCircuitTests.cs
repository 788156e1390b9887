using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>Circuits large enough for the sparse solver.</summary>
public sealed class LargeCircuitTests
{
    [Fact] // A chain of n resistors halves as a divider.
    public void A_long_chain_divides_its_voltage()
    {
        var netlist = new Netlist().VoltageSource("V1", "n0", "0", new Constant(1));
        for (var i = 0; i < 500; i++)
            netlist.Resistor($"R{i}", $"n{i}", i == 499 ? "0" : $"n{i + 1}", 100);
        var simulation = CircuitEngines.Default.Prepare(netlist);
        for (var i = 0; i < 500; i++)
            Assert.Equal(1 - (i / 500.0), simulation.Voltage($"n{i}"), 1e-11);
    }

    [Fact] // Currents balance at every node of random networks with controlled sources, whose matrices have no symmetry and zeros on the diagonal.
    public void Random_linear_networks_balance()
    {
        var random = new RandomStream(11, "linear networks");
        for (var round = 0; round < 40; round++)
        {
            const int Nodes = 40;
            string Node(int i) => i == 0 ? "0" : $"n{i}";
            var netlist = new Netlist();
            for (var i = 1; i < Nodes; i++)
                Resistor(i, random.NextInt(i));
            for (var i = 0; i < 60; i++)
                Resistor(random.NextInt(Nodes - 1) + 1, 0);
            for (var i = 0; i < 5; i++)
            {
                netlist.Add(new VoltageControlledVoltageSource($"E{i}", $"e{i}", Node(random.NextInt(Nodes)), Node(1 + i), "0", 0.5));
                netlist.Resistor($"RE{i}", $"e{i}", Node(1 + random.NextInt(Nodes - 1)), 50);
                netlist.CurrentSource($"I{i}", "0", Node(1 + random.NextInt(Nodes - 1)), new Constant(1e-3));
            }

            var simulation = CircuitEngines.Default.Prepare(netlist);
            var sums = netlist.Nodes.ToDictionary(node => node, _ => 0.0);
            foreach (var element in netlist.Elements)
            {
                var sign = element is VoltageControlledVoltageSource ? -1 : 1;
                sums[element.Nodes[0]] += sign * simulation.Current(element.Name);
                sums[element.Nodes[1]] -= sign * simulation.Current(element.Name);
            }

            // The current of a current source is read out of its plus node, as that of a resistor.
            Assert.All(sums.Values, sum => Assert.Equal(0, sum, 1e-12));

            void Resistor(int a, int b)
            {
                if (a != b)
                    netlist.Resistor($"R{netlist.Elements.Count}", Node(a), Node(b), 10 + (1000 * random.NextDouble()));
            }
        }
    }
}
