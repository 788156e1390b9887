using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Engine;

/// <summary>The graph of a circuit: which nodes are unknowns, which follow through voltage sources, and whether the solution is unique.</summary>
internal sealed class Topology
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<TieLink> links = [];
    private readonly Dictionary<string, int> branchOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> sensors;

    public Topology(Netlist netlist)
    {
        Names = [.. netlist.Nodes];
        for (var node = 0; node < Names.Length; node++)
            index.Add(Names[node], node);
        Sources = [.. netlist.Elements.Where(e => e is VoltageSource or CurrentSource)];
        sensors = [.. netlist.Elements.OfType<ISensing>().Select(e => e.Sensor)];
        CheckSensors(netlist);
        Branches = [.. netlist.Elements.Where(IsBranch)];
        for (var branch = 0; branch < Branches.Count; branch++)
            branchOf.Add(Branches[branch].Name, branch);
        var (tied, conducting, coupled) = (new Groups(Names.Length), new Groups(Names.Length), new Groups(Names.Length));
        foreach (var element in netlist.Elements)
            Join(element, tied, conducting, coupled);
        CheckLoops(netlist);
        CheckFloating(netlist, coupled);
        Number(tied);
        Walk(netlist, tied);
        MarkUncharged(conducting);
        Cuts = new CurrentCuts(netlist, this, conducting);
        if (Cuts.Fault([.. Sources.Select(s => s is CurrentSource feed ? feed.Waveform.At(0) : 0)], out _) is { } fault)
            throw new ArgumentException(fault, nameof(netlist));
    }

    /// <summary>The names of the nodes, ground first.</summary>
    public string[] Names { get; }

    /// <summary>The voltage and current sources, in the order of the netlist.</summary>
    public IElement[] Sources { get; }

    /// <summary>The elements whose current is an unknown of its own.</summary>
    public IReadOnlyList<IElement> Branches { get; }

    /// <summary>Whether some part of the circuit is cut off from steady currents.</summary>
    public bool HasCutParts { get; private set; }

    /// <summary>What current sources feed into parts that no steady current can leave.</summary>
    public CurrentCuts Cuts { get; }

    /// <summary>The number of node unknowns.</summary>
    public int NodeUnknownCount { get; private set; }

    /// <summary>The number of unknowns, nodes and branches; also the number of the row where ground's equation goes to be forgotten.</summary>
    public int UnknownCount => NodeUnknownCount + Branches.Count;

    /// <summary>The unknown of each node, shared by all nodes of a tree of sources; <see cref="UnknownCount"/> for a tree with ground.</summary>
    public int[] Unknown { get; private set; } = [];

    /// <summary>The node whose voltage each unknown is.</summary>
    public int[] UnknownNode { get; private set; } = [];

    /// <summary>The voltage sources, every parent before its children.</summary>
    public IReadOnlyList<TieLink> Links => links;

    /// <summary>
    /// The row that takes a node's current at rest: as in a transient, but forgotten for one node of each part cut off from ground.
    /// </summary>
    public int[] RestCurrentRow { get; private set; } = [];

    /// <summary>The row that takes a node's charge at rest: that of the forgotten current, or none.</summary>
    public int[] RestChargeRow { get; private set; } = [];

    /// <summary>The number of a node.</summary>
    public int Node(string name) => index.TryGetValue(name, out var node)
        ? node
        : throw new ArgumentException($"There is no node '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>The place of an element among the branches.</summary>
    public int Branch(string element) => branchOf[element];

    /// <summary>Whether the current of an element is an unknown of its own.</summary>
    public bool IsBranch(IElement element) =>
        element is Inductor or VoltageControlledVoltageSource or CurrentControlledVoltageSource
        || (element is VoltageSource && sensors.Contains(element.Name));

    private Path PathOf(IElement element) => element switch
    {
        VoltageSource when !sensors.Contains(element.Name) => Path.Tie,
        TwoTerminalDevice { Model: ICapacitive<Dual> { Conducts: false } } => Path.Coupling,
        Resistor or TwoTerminalDevice or Inductor or VoltageSource => Path.Conducting,
        VoltageControlledVoltageSource or CurrentControlledVoltageSource or VoltageControlledCurrentSource or CurrentControlledCurrentSource
            => Path.Conducting,
        Capacitor => Path.Coupling,
        CurrentSource => Path.None,
        _ => throw new ArgumentException($"{element.Name}: the builtin engine has no equations for a {element.GetType().Name}.", nameof(element)),
    };

    private void Join(IElement element, Groups tied, Groups conducting, Groups coupled)
    {
        if (element is MultiTerminalDevice device)
        {
            JoinTerminals(device, conducting, coupled);
            return;
        }

        if (element is Switch)
        {
            // Its control terminals neither conduct nor charge.
            conducting.Join(index[element.Nodes[0]], index[element.Nodes[1]]);
            coupled.Join(index[element.Nodes[0]], index[element.Nodes[1]]);
            return;
        }

        var path = PathOf(element);
        var (a, b) = (index[element.Nodes[0]], index[element.Nodes[1]]);
        if (path >= Path.Coupling)
            coupled.Join(a, b);
        if (path >= Path.Conducting)
            conducting.Join(a, b);
        if (path == Path.Tie && !tied.Join(a, b))
            throw new ArgumentException(
                $"{element.Name}: closes a loop of voltage sources between nodes '{Names[a]}' and '{Names[b]}'; a resistor in series breaks it.",
                nameof(element));
    }

    private void JoinTerminals(MultiTerminalDevice device, Groups conducting, Groups coupled)
    {
        var nodes = device.Nodes.Select(node => index[node]).ToArray();
        var terminals = device.Model.Terminals;
        var first = -1;
        for (var i = 0; i < nodes.Length; i++)
        {
            coupled.Join(nodes[0], nodes[i]);
            if (!terminals[i].Conducts)
                continue;
            if (first >= 0)
                conducting.Join(first, nodes[i]);
            first = nodes[i];
        }
    }

    private static void CheckSensors(Netlist netlist)
    {
        var sources = netlist.Elements.OfType<VoltageSource>().Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var element in netlist.Elements)
        {
            if (element is ISensing { Sensor: var sensor } && !sources.Contains(sensor))
                throw new ArgumentException(
                    $"{element.Name}: it follows the current of '{sensor}', expected a voltage source of the circuit"
                    + $"{(sources.Count == 0 ? "" : ": " + string.Join(", ", sources.Order(StringComparer.Ordinal)))}.",
                    nameof(netlist));
        }
    }

    /// <summary>At rest an inductor is a short, so a loop of voltage sources and inductors has no unique current.</summary>
    private void CheckLoops(Netlist netlist)
    {
        var shorts = new Groups(Names.Length);
        foreach (var element in netlist.Elements.Where(e => e is VoltageSource || IsBranch(e)))
        {
            var (a, b) = (index[element.Nodes[0]], index[element.Nodes[1]]);
            if (!shorts.Join(a, b))
                throw new ArgumentException(
                    $"{element.Name}: closes a loop of voltage sources and inductors between nodes '{Names[a]}' and '{Names[b]}'; "
                    + "a resistor in series breaks it.",
                    nameof(netlist));
        }
    }

    private void CheckFloating(Netlist netlist, Groups coupled)
    {
        for (var node = 1; node < Names.Length; node++)
        {
            if (coupled.Of(node) == 0)
                continue;
            var element = netlist.Elements.First(e => e.Nodes.Contains(Names[node]));
            throw new ArgumentException(
                IsOnlyAsked(netlist, Names[node])
                    ? $"{element.Name}: it is controlled by node '{Names[node]}', which belongs to nothing else; expected a node of the circuit: {string.Join(", ", Names.Where(name => !IsOnlyAsked(netlist, name)))}."
                    : $"Node '{Names[node]}' of {element.Name} floats: it should have a path to ground ('0') that is not a current source.",
                nameof(netlist));
        }
    }

    /// <summary>Whether elements only take a node's voltage for their control: a name misspelt, most likely.</summary>
    private static bool IsOnlyAsked(Netlist netlist, string node) =>
        node != Netlist.Ground
        && netlist.Elements.All(e => !(e is Switch or VoltageControlledVoltageSource or VoltageControlledCurrentSource ? e.Nodes.Take(2) : e.Nodes).Contains(node));

    private void Number(Groups tied)
    {
        var roots = Enumerable.Range(1, Names.Length - 1).Where(node => tied.Of(node) == node).ToArray();
        NodeUnknownCount = roots.Length;
        UnknownNode = roots;
        var place = new int[Names.Length];
        Array.Fill(place, UnknownCount);
        for (var i = 0; i < roots.Length; i++)
            place[roots[i]] = i;
        Unknown = [.. Enumerable.Range(0, Names.Length).Select(node => place[tied.Of(node)])];
    }

    private void Walk(Netlist netlist, Groups tied)
    {
        var ties = netlist.Elements.OfType<VoltageSource>().Where(s => !IsBranch(s))
            .Select(s => (Plus: index[s.Nodes[0]], Minus: index[s.Nodes[1]], Source: Array.IndexOf(Sources, s)))
            .ToArray();
        var queue = new Queue<int>(Enumerable.Range(0, Names.Length).Where(node => tied.Of(node) == node));
        var seen = new HashSet<int>(queue);
        while (queue.TryDequeue(out var parent))
        {
            foreach (var (plus, minus, source) in ties)
            {
                if (minus == parent && seen.Add(plus))
                    links.Add(new TieLink(plus, parent, source, 1));
                else if (plus == parent && seen.Add(minus))
                    links.Add(new TieLink(minus, parent, source, -1));
                else
                    continue;
                queue.Enqueue(links[^1].Node);
            }
        }
    }

    /// <summary>
    /// A part that no steady current can reach takes "its charge is 0" in place of one of its current balances, which at rest say one thing twice.
    /// </summary>
    private void MarkUncharged(Groups conducting)
    {
        RestCurrentRow = [.. Unknown];
        RestChargeRow = new int[Names.Length];
        Array.Fill(RestChargeRow, UnknownCount);
        for (var node = 1; node < Names.Length; node++)
        {
            var part = conducting.Of(node);
            if (part == 0)
                continue;
            HasCutParts = true;
            RestChargeRow[node] = Unknown[part];
            if (Unknown[node] == Unknown[part])
                RestCurrentRow[node] = UnknownCount;
        }
    }
}
