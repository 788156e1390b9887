using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>The rows whose charge is given by sources: nodes in a loop of capacitors and source branches, inductors in a cut of inductors and current sources.</summary>
internal static class Constraints
{
    /// <summary>Marks the rows.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="topology">Its graph.</param>
    /// <param name="nodeHasCharge">[Nodes]: whether a charge sits there.</param>
    /// <returns>[UnknownCount].</returns>
    public static bool[] Of(Netlist netlist, Topology topology, bool[] nodeHasCharge)
    {
        var marked = new bool[topology.UnknownCount + 1];
        var others = new Groups(topology.Names.Length);
        foreach (var element in netlist.Elements.Where(e => e is not (Inductor or CurrentSource or CurrentControlledCurrentSource or VoltageControlledCurrentSource)))
        {
            foreach (var node in element.Nodes)
                others.Join(topology.Node(element.Nodes[0]), topology.Node(node));
        }

        foreach (var element in topology.Branches)
        {
            var (a, b) = (topology.Node(element.Nodes[0]), topology.Node(element.Nodes[1]));
            if (element is Inductor)
            {
                marked[topology.NodeUnknownCount + topology.Branch(element.Name)] = others.Of(a) != others.Of(b);
                continue;
            }

            // The current of a source branch balances whatever charge sits at its ends.
            marked[topology.Unknown[a]] |= nodeHasCharge[a];
            marked[topology.Unknown[b]] |= nodeHasCharge[b];
        }

        return marked[..topology.UnknownCount];
    }
}
