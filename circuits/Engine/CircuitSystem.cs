using DevicePhys.Circuits.Elements;
using DevicePhys.Sampling;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a circuit as the integrator sees them.</summary>
/// <remarks>
/// Unknowns: the voltages of the free nodes, then the states of the devices. Watched charges: those of nodes held by voltage sources.
/// </remarks>
internal sealed class CircuitSystem : IImplicitSystem
{
    // At rest a state keeps its value: its equation weighs this much more than its rate.
    private const double Held = 1e30;

    private readonly Topology topology;
    private readonly ILinearSolver matrix;
    private readonly SourceTree tree;
    private readonly (Part Part, int First)[] parts;
    private readonly Part[] charged;
    private readonly DevicePart[] devices, jumping;
    private readonly double[] rows, nodeFlow, tolerances;
    private readonly int[] watched, diagonal;
    private readonly bool[] nodeHasCharge;
    private Part? broken;

    public CircuitSystem(Netlist netlist, Topology topology, ILinearSolver matrix, TransientOptions options)
    {
        (this.topology, this.matrix) = (topology, matrix);
        Board = new Board(topology, matrix);
        Sources = new SourceValues(topology.Sources.Select(s => s is VoltageSource v ? v.Waveform : ((CurrentSource)s).Waveform));
        tree = new SourceTree(topology, Sources);
        (rows, nodeFlow) = (new double[topology.UnknownCount + 1], new double[topology.Names.Length]);
        var first = topology.UnknownCount;
        var built = new List<(Part, int)>();
        foreach (var element in netlist.Elements.Where(e => e is not VoltageSource))
        {
            var part = Build(element, first);
            built.Add((part, first));
            first += part.StateCount;
        }

        parts = [.. built];
        charged = [.. parts.Select(p => p.Part).OfType<CapacitorPart>()];
        devices = [.. parts.Select(p => p.Part).OfType<DevicePart>()];
        jumping = [.. devices.Where(d => d.Equations.HasJumps)];
        UnknownCount = first;
        nodeHasCharge = [.. topology.Names.Select(name => netlist.Elements.Any(e => e is Capacitor && e.Nodes.Contains(name)))];
        watched = [.. topology.Links.Select(link => link.Node).Where(node => nodeHasCharge[node])];
        diagonal = [.. Enumerable.Range(0, topology.UnknownCount).Select(i => matrix.Reserve(i, i))];
        tolerances = [.. Tolerances(options)];
    }

    public Board Board { get; }

    public SourceValues Sources { get; }

    public ReadOnlySpan<DevicePart> Devices => devices;

    /// <summary>A conductance from every free node to ground, to ease the way to rest [S].</summary>
    public double Gmin { get; set; }

    public int UnknownCount { get; }

    public int RowCount => UnknownCount + watched.Length;

    public int IntegralCount => Sources.Count;

    public bool HasCharge(int row)
    {
        if (row < topology.UnknownCount)
            return Enumerable.Range(0, topology.Names.Length).Any(node => topology.Unknown[node] == row && nodeHasCharge[node]);
        return row >= UnknownCount || devices.Any(d => row >= d.First && row < d.First + d.StateCount && d.Equations.HasRate(row - d.First));
    }

    public double Tolerance(int unknown) => tolerances[unknown];

    public string Place(int unknown)
    {
        if (broken is DevicePart culprit)
            return culprit.Name;
        if (matrix.SingularColumn >= 0)
            unknown = matrix.SingularColumn;
        if (unknown < topology.UnknownCount)
            return $"node {topology.Names[topology.UnknownNode[unknown]]}";
        var device = devices.First(d => unknown < d.First + d.StateCount);
        return $"{device.Name}: state {device.Equations.Model.States[unknown - device.First].Name}";
    }

    public double NextBreak(double time) => Sources.NextBreak(time);

    public void Evaluate(double time, double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        Locate(time, x);
        (Board.Alpha, Board.StateAlpha) = (alpha, Board.AtRest ? Held : alpha);
        Array.Clear(matrix.Values);
        Array.Clear(Board.Residual);
        broken = null;
        foreach (var (part, first) in parts)
        {
            var count = part.StateCount;
            if (!part.Load(Board, x.Slice(first, count), history.Slice(first, count), residual.Slice(first, count)))
                broken ??= part;
        }

        for (var row = 0; row < topology.UnknownCount; row++)
            residual[row] = Board.Residual[row] - (Board.AtRest ? 0 : alpha * history[row]);
        if (Gmin > 0)
            AddGmin(x, residual);
    }

    public bool Factor() => broken is null && matrix.Factor();

    public void Solve(Span<double> rightSide)
    {
        var nodes = topology.UnknownCount;
        rightSide[..nodes].CopyTo(rows);
        foreach (var device in devices)
            device.Reduce(Board, rightSide.Slice(device.First, device.StateCount), rows);
        matrix.Solve(rows.AsSpan(0, nodes));
        rows[nodes] = 0;
        foreach (var device in devices)
            device.Expand(rows, rightSide.Slice(device.First, device.StateCount));
        rows.AsSpan(0, nodes).CopyTo(rightSide);
    }

    public void Charges(double time, ReadOnlySpan<double> x, Span<double> charge)
    {
        Locate(time, x);
        Array.Clear(nodeFlow);
        Array.Clear(rows);
        foreach (var part in charged)
            part.AddCharge(Board, nodeFlow);
        for (var node = 0; node < nodeFlow.Length; node++)
            rows[topology.Unknown[node]] += nodeFlow[node];
        rows.AsSpan(0, topology.UnknownCount).CopyTo(charge);
        StateCharges(x, charge);
        for (var i = 0; i < watched.Length; i++)
            charge[UnknownCount + i] = nodeFlow[watched[i]];
    }

    public void Growth(ReadOnlySpan<double> x, Span<double> growth)
    {
        SourceCurrents(x, default, growth);
        for (var source = 0; source < growth.Length; source++)
            growth[source] *= tree.Voltage(source, Board.Potential);
    }

    public void AddChargingGrowth(double time, ReadOnlySpan<double> chargeRates, Span<double> growth)
    {
        if (watched.Length == 0)
            return;
        Sources.MoveTo(time);
        Array.Clear(nodeFlow);
        AddWatched(chargeRates);
        tree.AddPower(nodeFlow, growth);
    }

    /// <summary>
    /// The current of every source out of its plus node into the circuit [A], at the point of the last <see cref="Charges"/>, which was next to the
    /// last <see cref="Evaluate"/>.
    /// </summary>
    /// <param name="x">[UnknownCount].</param>
    /// <param name="chargeRates">[RowCount], or empty to leave out the currents of charges.</param>
    /// <param name="currents">[Sources], filled.</param>
    public void SourceCurrents(ReadOnlySpan<double> x, ReadOnlySpan<double> chargeRates, Span<double> currents)
    {
        Array.Clear(nodeFlow);
        foreach (var (part, first) in parts)
            part.AddCurrent(Board, x.Slice(first, part.StateCount), nodeFlow);
        if (!chargeRates.IsEmpty)
            AddWatched(chargeRates);
        tree.Currents(nodeFlow, currents);
    }

    public void SetStochastic(bool stochastic)
    {
        foreach (var device in devices)
            device.Equations.SetStochastic(stochastic);
    }

    public double Hazard(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var device in jumping)
            sum += device.Equations.Hazard(device.Voltage(Board), x.Slice(device.First, device.StateCount));
        return sum;
    }

    public void Jump(double time, Span<double> x, Span<double> charge, RandomStream random)
    {
        Locate(time, x);
        var level = random.NextDouble() * Hazard(x);
        DevicePart? chosen = null;
        foreach (var device in jumping)
        {
            var hazard = device.Equations.Hazard(device.Voltage(Board), x.Slice(device.First, device.StateCount));
            if (!(hazard > 0))
                continue;
            chosen = device;
            if (level < hazard)
                break;
            level -= hazard;
        }

        chosen?.Equations.Jump(level, x.Slice(chosen.First, chosen.StateCount), random);
        StateCharges(x, charge);
    }

    /// <summary>Brings the charges of the states up to date, and no others.</summary>
    public void StateCharges(ReadOnlySpan<double> x, Span<double> charge)
    {
        foreach (var device in devices)
        {
            for (var i = 0; i < device.StateCount; i++)
                charge[device.First + i] = device.Equations.HasRate(i) ? x[device.First + i] : 0;
        }
    }

    /// <summary>Takes the states that have rates from another point, to the bit.</summary>
    public void RestoreStates(ReadOnlySpan<double> from, Span<double> x)
    {
        foreach (var device in devices)
        {
            for (var i = 0; i < device.StateCount; i++)
                x[device.First + i] = device.Equations.HasRate(i) ? from[device.First + i] : x[device.First + i];
        }
    }

    /// <summary>Puts the board at a point.</summary>
    public void Locate(double time, ReadOnlySpan<double> x)
    {
        Sources.MoveTo(time);
        var potential = Board.Potential;
        for (var i = 0; i < topology.UnknownNode.Length; i++)
            potential[topology.UnknownNode[i]] = x[i];
        tree.Hold(potential, Board.SourceScale);
    }

    private void AddWatched(ReadOnlySpan<double> chargeRates)
    {
        for (var i = 0; i < watched.Length; i++)
            nodeFlow[watched[i]] += chargeRates[UnknownCount + i];
    }

    private void AddGmin(ReadOnlySpan<double> x, Span<double> residual)
    {
        for (var i = 0; i < diagonal.Length; i++)
        {
            matrix.Values[diagonal[i]] += Gmin;
            residual[i] += Gmin * x[i];
        }
    }

    private Part Build(IElement element, int first)
    {
        var (a, b) = (topology.Node(element.Nodes[0]), topology.Node(element.Nodes[1]));
        return element switch
        {
            Resistor r => new ResistorPart(Board, a, b, r.Resistance),
            Capacitor c => new CapacitorPart(Board, a, b, c.Capacitance),
            CurrentSource s => new CurrentSourcePart(Board, a, b, Sources, Array.IndexOf(topology.Sources, s)),
            TwoTerminalDevice d => new DevicePart(Board, d.Name, a, b, first, new DeviceEquations(d.Model)),
            _ => throw new ArgumentException($"{element.Name}: the builtin engine has no equations for a {element.GetType().Name}.", nameof(element)),
        };
    }

    private IEnumerable<double> Tolerances(TransientOptions options) =>
        Enumerable.Repeat(options.VoltageTolerance, topology.UnknownCount).Concat(
            devices.SelectMany(d => d.Equations.Model.States)
                .Select(s => options.StateTolerance * (double.IsFinite(s.Upper - s.Lower) ? s.Upper - s.Lower : 1)));
}
