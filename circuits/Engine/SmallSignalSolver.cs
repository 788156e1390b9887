using System.Numerics;
using DevicePhys.Circuits.Elements;
using DevicePhys.Errors;

namespace DevicePhys.Circuits.Engine;

/// <summary>Solves a linearised circuit at one frequency after the other.</summary>
/// <remarks>
/// (G + jωC) x = b as a real system of twice the size, [G -ωC; ωC G], real and imaginary part side by side: the orderings and pivots of the transient
/// serve here, too.
/// </remarks>
internal sealed class SmallSignalSolver
{
    private readonly Topology topology;
    private readonly SmallSignalCircuit circuit;
    private readonly ILinearSolver matrix;
    private readonly int[] fold;
    private readonly int[] places;
    private readonly double[] rightSide, lift;
    private readonly Complex[] flows;
    private readonly int source;

    /// <summary>Prepares a circuit for the swing of one source.</summary>
    /// <param name="topology">Its graph.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="source">The place of the source among all sources.</param>
    /// <param name="matrixOf">Makes a matrix of a size.</param>
    public SmallSignalSolver(Topology topology, SmallSignalCircuit circuit, int source, Func<int, ILinearSolver> matrixOf)
    {
        (this.topology, this.circuit, this.source) = (topology, circuit, source);
        var nodes = topology.Names.Length;
        var size = topology.UnknownCount + circuit.Count - nodes - topology.Branches.Count;

        // A node's number becomes that of its tree of sources; ground's tree goes past the end, where the matrix drops it.
        fold = [.. Enumerable.Range(0, circuit.Count).Select(i => i >= nodes ? topology.NodeUnknownCount + i - nodes : topology.Unknown[i] == topology.UnknownCount ? size : topology.Unknown[i])];
        matrix = matrixOf(2 * size);
        places = new int[4 * circuit.Entries.Count];
        for (var e = 0; e < circuit.Entries.Count; e++)
        {
            var (row, column) = (2 * fold[circuit.Entries[e].Row], 2 * fold[circuit.Entries[e].Column]);
            for (var part = 0; part < 4; part++)
                places[(4 * e) + part] = matrix.Reserve(row + (part / 2), column + (part % 2));
        }

        (rightSide, lift, flows) = (new double[(2 * size) + 2], new double[nodes], new Complex[nodes]);
        foreach (var link in topology.Links)
            lift[link.Node] = lift[link.Parent] + (link.Source == source ? link.Sign : 0);
        Values = new Complex[circuit.Count];
    }

    /// <summary>[Nodes, branches, states]: the phasors of the last solution.</summary>
    public Complex[] Values { get; }

    /// <summary>Solves.</summary>
    /// <param name="frequency">The frequency [Hz].</param>
    /// <exception cref="ConvergenceException">The matrix is singular.</exception>
    public void Solve(double frequency)
    {
        var omega = 2 * Math.PI * frequency;
        Array.Clear(matrix.Values);
        Array.Clear(rightSide);
        for (var e = 0; e < circuit.Entries.Count; e++)
        {
            var entry = circuit.Entries[e];
            var (real, imaginary) = (entry.Conductance, omega * entry.Capacitance);
            matrix.Values[places[4 * e]] += real;
            matrix.Values[places[(4 * e) + 1]] -= imaginary;
            matrix.Values[places[(4 * e) + 2]] += imaginary;
            matrix.Values[places[(4 * e) + 3]] += real;
            if (entry.Column < lift.Length && lift[entry.Column] is var raised && raised != 0)
            {
                rightSide[2 * fold[entry.Row]] -= real * raised;
                rightSide[(2 * fold[entry.Row]) + 1] -= imaginary * raised;
            }
        }

        Excite();
        if (!matrix.Factor())
        {
            var place = Place(matrix.SingularColumn / 2);
            throw new ConvergenceException(
                FormattableString.Invariant($"{place}: the circuit has no unique answer at {frequency:G6} Hz."), place, 0, double.NaN, []);
        }

        matrix.Solve(rightSide.AsSpan(0, rightSide.Length - 2));
        rightSide[^2] = rightSide[^1] = 0;
        for (var i = 0; i < Values.Length; i++)
            Values[i] = new Complex(rightSide[2 * fold[i]] + (i < lift.Length ? lift[i] : 0), rightSide[(2 * fold[i]) + 1]);
    }

    /// <summary>The current into a terminal of an element, at the last solution.</summary>
    /// <param name="element">The place of the element in the netlist.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="frequency">The frequency [Hz].</param>
    public Complex Current(int element, int terminal, double frequency)
    {
        var sum = Complex.Zero;
        foreach (var entry in circuit.Entries)
        {
            if (entry.Element == element && entry.Terminal == terminal)
                sum += new Complex(entry.Conductance, 2 * Math.PI * frequency * entry.Capacitance) * Values[entry.Column];
        }

        return sum;
    }

    /// <summary>The current of an ideal voltage source out of its plus node into the circuit, at the last solution.</summary>
    /// <param name="wanted">The place of the source among all sources.</param>
    /// <param name="frequency">The frequency [Hz].</param>
    public Complex SourceCurrent(int wanted, double frequency)
    {
        Array.Clear(flows);
        foreach (var entry in circuit.Entries)
        {
            if (entry.Row < flows.Length)
                flows[entry.Row] += new Complex(entry.Conductance, 2 * Math.PI * frequency * entry.Capacitance) * Values[entry.Column];
        }

        if (topology.Sources[source] is CurrentSource feed)
        {
            flows[topology.Node(feed.Nodes[0])] += 1;
            flows[topology.Node(feed.Nodes[1])] -= 1;
        }

        // What leaves the far end of a source, and all that hangs on it, has come through the source.
        for (var i = topology.Links.Count - 1; i >= 0; i--)
        {
            var link = topology.Links[i];
            flows[link.Parent] += flows[link.Node];
            if (link.Source == wanted)
                return link.Sign * flows[link.Node];
        }

        return 0;
    }

    private void Excite()
    {
        switch (topology.Sources[source])
        {
            case CurrentSource feed:
                rightSide[2 * fold[topology.Node(feed.Nodes[0])]] -= 1;
                rightSide[2 * fold[topology.Node(feed.Nodes[1])]] += 1;
                break;
            case var held when topology.IsBranch(held):
                rightSide[2 * fold[circuit.Branch(held.Name)]] += 1;
                break;
        }
    }

    private string Place(int unknown) => unknown < topology.NodeUnknownCount ? $"node {topology.Names[topology.UnknownNode[unknown]]}"
        : unknown < topology.UnknownCount ? $"{topology.Branches[unknown - topology.NodeUnknownCount].Name}: current"
        : "a device state";
}
