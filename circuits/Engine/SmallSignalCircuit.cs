using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>A circuit linearised at a point: every slope of every element, with nodes, branches and states numbered in this order.</summary>
/// <remarks>Nothing is eliminated here: nodes that sources hold have numbers too, so that the currents of those sources can be told.</remarks>
internal sealed class SmallSignalCircuit
{
    private readonly Topology topology;
    private readonly List<SmallSignalEntry> entries = [];
    private readonly Dictionary<string, int> firstState = new(StringComparer.Ordinal);
    private readonly double[] potential;

    /// <summary>Linearises a circuit.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="topology">Its graph.</param>
    /// <param name="potential">[Nodes]: where it stands [V].</param>
    /// <param name="device">The present model and states of a device.</param>
    public SmallSignalCircuit(Netlist netlist, Topology topology, double[] potential, Func<string, (IModel<Dual> Model, double[] State)> device)
    {
        (this.topology, this.potential) = (topology, potential);
        Count = topology.Names.Length + topology.Branches.Count;
        for (var i = 0; i < netlist.Elements.Count; i++)
        {
            if (netlist.Elements[i] is var element && element is TwoTerminalDevice or MultiTerminalDevice or Switch)
                AddDevice(i, element, element is Switch contact ? (new SwitchModel<Dual>(contact), []) : device(element.Name));
            else
                AddLinear(i, element);
        }
    }

    /// <summary>The slopes.</summary>
    public IReadOnlyList<SmallSignalEntry> Entries => entries;

    /// <summary>The number of nodes, branches and states.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a branch.</summary>
    public int Branch(string element) => topology.Names.Length + topology.Branch(element);

    /// <summary>The number of the first state of a device.</summary>
    public int FirstState(string device) => firstState[device];

    private void AddLinear(int place, IElement element)
    {
        var nodes = element.Nodes.Select(topology.Node).ToArray();
        switch (element)
        {
            case Resistor r:
                AddBetween(place, nodes, nodes, 1 / r.Resistance, 0);
                break;
            case Capacitor c:
                AddBetween(place, nodes, nodes, 0, c.Capacitance);
                break;
            case VoltageControlledCurrentSource g:
                AddBetween(place, nodes, nodes[2..], g.Transconductance, 0);
                break;
            case CurrentControlledCurrentSource f:
                entries.Add(new(place, 0, nodes[0], Branch(f.Sensor), f.Amplification, 0));
                entries.Add(new(place, 1, nodes[1], Branch(f.Sensor), -f.Amplification, 0));
                break;
            case Inductor l:
                // The current of a branch leaves its plus node into the circuit, that of an inductor its second.
                AddBranch(place, Branch(l.Name), nodes[1], nodes[0], l.Inductance);
                break;
            case VoltageControlledVoltageSource e:
                AddBranch(place, Branch(e.Name), nodes[0], nodes[1], 0);
                entries.Add(new(place, -1, Branch(e.Name), nodes[2], -e.Amplification, 0));
                entries.Add(new(place, -1, Branch(e.Name), nodes[3], e.Amplification, 0));
                break;
            case CurrentControlledVoltageSource h:
                AddBranch(place, Branch(h.Name), nodes[0], nodes[1], 0);
                entries.Add(new(place, -1, Branch(h.Name), Branch(h.Sensor), -h.Transresistance, 0));
                break;
            case VoltageSource v when topology.IsBranch(v):
                AddBranch(place, Branch(v.Name), nodes[0], nodes[1], 0);
                break;
        }
    }

    private void AddBetween(int place, int[] nodes, int[] control, double conductance, double capacitance)
    {
        for (var terminal = 0; terminal < 2; terminal++)
        {
            var sign = terminal == 0 ? 1 : -1;
            entries.Add(new(place, terminal, nodes[terminal], control[0], sign * conductance, sign * capacitance));
            entries.Add(new(place, terminal, nodes[terminal], control[1], -sign * conductance, -sign * capacitance));
        }
    }

    private void AddBranch(int place, int branch, int plus, int minus, double inductance)
    {
        entries.Add(new(place, -1, plus, branch, -1, 0));
        entries.Add(new(place, -1, minus, branch, 1, 0));
        entries.Add(new(place, -1, branch, plus, 1, 0));
        entries.Add(new(place, -1, branch, minus, -1, 0));
        entries.Add(new(place, -1, branch, branch, 0, inductance));
    }

    private void AddDevice(int place, IElement element, (IModel<Dual> Model, double[] State) device)
    {
        var model = PortView<Dual>.Of(device.Model);
        var nodes = element.Nodes.Select(topology.Node).ToArray();
        var equations = new MultiTerminalEquations(model);
        var (ports, states) = (equations.PortCount, equations.Count);
        firstState.Add(element.Name, Count);
        int[] columns = [.. nodes[..ports], .. Enumerable.Range(Count, states)];
        Count += states;
        equations.Evaluate([.. nodes[..ports].Select(node => potential[node] - potential[nodes[^1]])], 0, 0, device.State, new double[states], new double[states]);
        for (var column = 0; column < columns.Length; column++)
        {
            for (var port = 0; port < ports; port++)
            {
                var (current, charge) = (equations.Slopes.Current(port, column), equations.Slopes.Charge(port, column));
                Add(port, nodes[port], column, current, charge);
                Add(ports, nodes[^1], column, -current, -charge);
            }

            // A differential state: jω δx - its rate = 0; an algebraic one: its residual = 0.
            for (var state = 0; state < states; state++)
                Add(-1, columns[ports + state], column, equations.HasRate(state) ? -equations.Slopes.Rate(state, column) : equations.Slopes.Rate(state, column), 0);
        }

        for (var state = 0; state < states; state++)
        {
            if (equations.HasRate(state))
                entries.Add(new(place, -1, columns[ports + state], columns[ports + state], 0, 1));
        }

        // Voltages are against the last terminal.
        void Add(int terminal, int row, int column, double conductance, double capacitance)
        {
            entries.Add(new(place, terminal, row, columns[column], conductance, capacitance));
            if (column < ports)
                entries.Add(new(place, terminal, row, nodes[^1], -conductance, -capacitance));
        }
    }
}
