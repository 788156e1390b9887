using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>The graph of a circuit: which nodes are unknowns, which follow through voltage sources, and whether the solution is unique.</summary>
internal sealed class Topology
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<TieLink> links = [];

    public Topology(Netlist netlist)
    {
        Names = [.. netlist.Nodes];
        for (var node = 0; node < Names.Length; node++)
            index.Add(Names[node], node);
        Sources = [.. netlist.Elements.Where(e => e is VoltageSource or CurrentSource)];
        var (tied, conducting, coupled) = (new Groups(Names.Length), new Groups(Names.Length), new Groups(Names.Length));
        foreach (var element in netlist.Elements)
            Join(element, tied, conducting, coupled);
        CheckFloating(netlist, coupled);
        Number(tied);
        Walk(netlist, tied);
        MarkUncharged(conducting);
    }

    /// <summary>The names of the nodes, ground first.</summary>
    public string[] Names { get; }

    /// <summary>The voltage and current sources, in the order of the netlist.</summary>
    public IElement[] Sources { get; }

    /// <summary>The number of node unknowns; also the number of the row where ground's equation goes to be forgotten.</summary>
    public int UnknownCount { get; private set; }

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

    private static Path PathOf(IElement element) => element switch
    {
        Resistor or TwoTerminalDevice => Path.Conducting,
        Capacitor => Path.Coupling,
        VoltageSource => Path.Tie,
        CurrentSource => Path.None,
        _ => throw new ArgumentException($"{element.Name}: the builtin engine has no equations for a {element.GetType().Name}.", nameof(element)),
    };

    private void Join(IElement element, Groups tied, Groups conducting, Groups coupled)
    {
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

    private void CheckFloating(Netlist netlist, Groups coupled)
    {
        for (var node = 1; node < Names.Length; node++)
        {
            if (coupled.Of(node) == 0)
                continue;
            var element = netlist.Elements.First(e => e.Nodes.Contains(Names[node]));
            throw new ArgumentException(
                $"Node '{Names[node]}' of {element.Name} floats: it should have a path to ground ('0') that is not a current source.",
                nameof(netlist));
        }
    }

    private void Number(Groups tied)
    {
        var roots = Enumerable.Range(1, Names.Length - 1).Where(node => tied.Of(node) == node).ToArray();
        UnknownCount = roots.Length;
        UnknownNode = roots;
        Unknown = [.. Enumerable.Range(0, Names.Length).Select(node => tied.Of(node) == 0 ? UnknownCount : Array.IndexOf(roots, tied.Of(node)))];
    }

    private void Walk(Netlist netlist, Groups tied)
    {
        var ties = netlist.Elements.OfType<VoltageSource>()
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
            RestChargeRow[node] = Unknown[part];
            if (Unknown[node] == Unknown[part])
                RestCurrentRow[node] = UnknownCount;
        }
    }
}
