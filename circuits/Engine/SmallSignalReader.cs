using System.Numerics;
using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>Reads one signal off a solved small-signal circuit.</summary>
internal sealed class SmallSignalReader
{
    private readonly Func<SmallSignalSolver, double, Complex> read;

    /// <summary>Finds a signal.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="topology">Its graph.</param>
    /// <param name="circuit">The circuit, linearised.</param>
    /// <param name="source">The place of the source that swings.</param>
    /// <param name="signal">The signal, as <see cref="TraceProbe"/> names it; the current of a capacitor is known here, too.</param>
    /// <exception cref="ArgumentException">There is no such signal.</exception>
    public SmallSignalReader(Netlist netlist, Topology topology, SmallSignalCircuit circuit, int source, string signal)
    {
        if (signal.Length > 3 && signal[1] == '(' && signal[^1] == ')' && signal[0] is 'v' or 'i')
        {
            var name = signal[2..^1];
            read = signal[0] == 'v' ? Voltage(topology, name) : Current(netlist, topology, circuit, source, name, signal);
            return;
        }

        var dot = signal.IndexOf('.', StringComparison.Ordinal);
        var states = dot < 0 ? null : netlist.Elements.FirstOrDefault(e => e.Name == signal[..dot]) switch
        {
            TwoTerminalDevice device => device.Model.States,
            MultiTerminalDevice device => device.Model.States,
            _ => null,
        };
        var place = states?.TakeWhile(state => state.Name != signal[(dot + 1)..]).Count() ?? -1;
        if (states is null || place == states.Count)
            throw new ArgumentException($"'{signal}' has no phasor; a signal is v(node), i(element) or device.state.", nameof(signal));
        var number = circuit.FirstState(signal[..dot]) + place;
        read = (solver, _) => solver.Values[number];
    }

    /// <summary>The phasor at the last solution.</summary>
    public Complex Read(SmallSignalSolver solver, double frequency) => read(solver, frequency);

    private static Func<SmallSignalSolver, double, Complex> Voltage(Topology topology, string name)
    {
        var node = topology.Node(name);
        return (solver, _) => solver.Values[node];
    }

    private static Func<SmallSignalSolver, double, Complex> Current(
        Netlist netlist, Topology topology, SmallSignalCircuit circuit, int source, string name, string signal)
    {
        var colon = name.LastIndexOf(':');
        var place = netlist.Elements.TakeWhile(e => e.Name != name && (colon < 0 || e.Name != name[..colon])).Count();
        if (place == netlist.Elements.Count)
            throw new ArgumentException($"There is no element '{name}' for '{signal}'.", nameof(signal));
        var element = netlist.Elements[place];
        if (topology.IsBranch(element))
        {
            var branch = circuit.Branch(element.Name);
            return (solver, _) => solver.Values[branch];
        }

        var own = Array.IndexOf(topology.Sources, element);
        if (element is VoltageSource)
            return (solver, frequency) => solver.SourceCurrent(own, frequency);
        if (element is CurrentSource)
            return (_, _) => own == source ? 1 : 0;
        var terminal = element.Name == name ? 0
            : element is MultiTerminalDevice device ? device.Model.Terminals.TakeWhile(t => t.Name != name[(colon + 1)..]).Count()
            : element.Nodes.Count;
        if (terminal >= element.Nodes.Count)
            throw new ArgumentException($"{element.Name} has no terminal '{name[(colon + 1)..]}' for '{signal}'.", nameof(signal));
        return (solver, frequency) => solver.Current(place, terminal, frequency);
    }
}
