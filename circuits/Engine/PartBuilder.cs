using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>Turns elements into equations.</summary>
internal sealed class PartBuilder(Topology topology, Board board, SourceValues sources)
{
    /// <summary>The equations of an element, or null for a source that the tree of sources takes care of.</summary>
    /// <param name="element">The element.</param>
    /// <param name="first">The place of its first state among the unknowns.</param>
    /// <exception cref="ArgumentException">The engine does not know the element.</exception>
    public Part? Build(IElement element, int first)
    {
        var nodes = element.Nodes.Select(topology.Node).ToArray();
        var (a, b) = (nodes[0], nodes[1]);
        return element switch
        {
            Resistor r => new ControlledCurrentPart(board, a, b, a, b, 1 / r.Resistance),
            Capacitor c => new CapacitorPart(board, a, b, c.Capacitance),
            CurrentSource s => new CurrentSourcePart(board, a, b, sources, Array.IndexOf(topology.Sources, s)),
            VoltageSource s => topology.IsBranch(s)
                ? new BranchPart(board, a, b, topology.Branch(s.Name)).Drive(sources, Array.IndexOf(topology.Sources, s))
                : null,

            // The current of a branch leaves its plus node, that of an inductor its second.
            Inductor l => new BranchPart(board, b, a, topology.Branch(l.Name)) { Inductance = l.Inductance },
            VoltageControlledVoltageSource e =>
                new BranchPart(board, a, b, topology.Branch(e.Name)).FollowVoltage(board, nodes[2], nodes[3], e.Amplification),
            CurrentControlledVoltageSource h =>
                new BranchPart(board, a, b, topology.Branch(h.Name)).FollowCurrent(board, topology.Branch(h.Sensor), h.Transresistance),
            VoltageControlledCurrentSource g => new ControlledCurrentPart(board, a, b, nodes[2], nodes[3], g.Transconductance),
            CurrentControlledCurrentSource f => new MirrorPart(board, a, b, topology.Branch(f.Sensor), f.Amplification),
            Switch s => Terminals(s.Name, nodes, first, new SwitchModel<Dual>(s)),
            MultiTerminalDevice d => Terminals(d.Name, nodes, first, d.Model),
            TwoTerminalDevice { Model: ICapacitive<Dual> charged } d => Terminals(d.Name, nodes, first, PortView<Dual>.Of(charged)),
            TwoTerminalDevice d => new DevicePart(board, d.Name, a, b, first, new DeviceEquations(d.Model)),
            _ => throw new ArgumentException($"{element.Name}: the builtin engine has no equations for a {element.GetType().Name}.", nameof(element)),
        };
    }

    private MultiTerminalPart Terminals(string name, int[] nodes, int first, IMultiTerminal<Dual> model) =>
        new(board, name, nodes, first, new MultiTerminalEquations(model));
}
