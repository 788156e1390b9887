using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
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
    private readonly Part[] parts, flowing, bridging;
    private readonly Part[] limiting;
    private readonly BranchPart[] inductors;
    private readonly DevicePart[] devices, jumping, noisy;
    private readonly double[] rows, nodeFlow, nodeCurrent, through, tolerances;
    private readonly int[] watched, chargedNodes, chargedRows;
    private readonly bool[] hasCharge, constrained;
    private Part? broken;

    public CircuitSystem(Netlist netlist, Topology topology, ILinearSolver matrix, TransientOptions options)
    {
        (this.topology, this.matrix) = (topology, matrix);
        Board = new Board(topology, matrix);
        Sources = new SourceValues(topology.Sources.Select(s => s is VoltageSource v ? v.Waveform : ((CurrentSource)s).Waveform));
        tree = new SourceTree(topology, Sources);
        (rows, nodeFlow, nodeCurrent) = (new double[topology.UnknownCount + 1], new double[topology.Names.Length], new double[topology.Names.Length]);
        through = new double[topology.Names.Length];
        var first = topology.UnknownCount;
        var (built, moving, closed) = (new List<Part>(), new List<Part>(), new List<Part>());
        var fed = topology.Links.Select(link => link.Node).ToHashSet();
        var builder = new PartBuilder(topology, Board, Sources);
        foreach (var element in netlist.Elements)
        {
            if (builder.Build(element, first) is not { } part)
                continue;
            built.Add(part);
            if (IsCharged(element) || element.Nodes.Any(node => fed.Contains(topology.Node(node))))
                (element.Nodes.Select(node => topology.Unknown[topology.Node(node)]).Distinct().Count() > 1 ? moving : closed).Add(part);
            first += part.StateCount;
        }

        (parts, flowing, bridging) = ([.. built], [.. moving], [.. closed]);
        devices = [.. parts.OfType<DevicePart>()];
        States = new StateRows(parts);
        limiting = [.. parts.OfType<MultiTerminalPart>()];
        inductors = [.. parts.OfType<BranchPart>().Where(p => p.Inductance > 0)];
        jumping = [.. devices.Where(d => d.Equations.HasJumps)];
        noisy = [.. devices.Where(d => d.Equations.IsNoisy)];
        UnknownCount = first;
        var nodeHasCharge = new bool[topology.Names.Length];
        foreach (var node in netlist.Elements.Where(IsCharged).SelectMany(e => e.Nodes))
            nodeHasCharge[topology.Node(node)] = true;
        hasCharge = new bool[topology.UnknownCount + 1];
        for (var node = 0; node < nodeHasCharge.Length; node++)
            hasCharge[topology.Unknown[node]] |= nodeHasCharge[node];
        foreach (var inductor in inductors)
            hasCharge[inductor.Row] = true;
        constrained = Constraints.Of(netlist, topology, nodeHasCharge);
        chargedNodes = [.. Enumerable.Range(0, nodeHasCharge.Length).Where(node => nodeHasCharge[node] && topology.Unknown[node] < topology.UnknownCount)];
        chargedRows = [.. chargedNodes.Select(node => topology.Unknown[node])];
        watched = [.. topology.Links.Select(link => link.Node).Where(node => nodeHasCharge[node])];
        Leak = new GroundLeak(topology, matrix);
        Board.TakeMatrix();
        tolerances = [.. Tolerances(options)];
    }

    public Board Board { get; }

    public SourceValues Sources { get; }

    public StateRows States { get; }

    public IEnumerable<Part> Parts => parts;

    /// <summary>A conductance from every free node to ground, to ease the way to rest.</summary>
    public GroundLeak Leak { get; }

    public int UnknownCount { get; }

    public int RowCount => UnknownCount + watched.Length;

    public int IntegralCount => Sources.Count;

    public bool HasCharge(int row)
    {
        if (row < topology.UnknownCount)
            return hasCharge[row];
        return row >= UnknownCount || States.HasRate(row);
    }

    public bool IsConstrained(int row) => row < topology.UnknownCount && constrained[row];

    public bool Limited { get; private set; }

    public double Tolerance(int unknown) => tolerances[unknown];

    public (double Lower, double Upper) Range(int unknown) => States.Range(unknown);

    public string Place(int unknown)
    {
        if (broken is { Name.Length: > 0 } culprit)
            return culprit.Name;
        if (matrix.SingularColumn >= 0)
            unknown = matrix.SingularColumn;
        if (unknown < topology.NodeUnknownCount)
            return $"node {topology.Names[topology.UnknownNode[unknown]]}";
        if (unknown < topology.UnknownCount)
            return $"{topology.Branches[unknown - topology.NodeUnknownCount].Name}: current";
        return States.Place(unknown);
    }

    public double NextBreak(double time) => Sources.NextBreak(time);

    public void Evaluate(double time, double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        Locate(time, x);
        (Board.Alpha, Board.StateAlpha) = (alpha, Board.AtRest ? Held : alpha);
        ShortArray.Clear(Board.Slopes);
        ShortArray.Clear(Board.Residual);
        (broken, Limited) = (null, false);
        foreach (var part in parts)
        {
            if (!part.Load(Board, x, history, residual))
                broken ??= part;
        }

        foreach (var part in limiting)
            Limited |= part.Limited;

        for (var row = 0; row < topology.UnknownCount; row++)
            residual[row] = Board.Residual[row] - (Board.AtRest ? 0 : alpha * history[row]);
        if (Leak.Conductance > 0)
            Leak.Add(x, Board.Slopes, residual);
    }

    public bool Factor() => broken is null && matrix.Factor();

    public void Solve(Span<double> rightSide)
    {
        var nodes = topology.UnknownCount;
        ShortArray.Copy(rightSide[..nodes], rows);
        foreach (var part in States.Parts)
            part.Reduce(Board, rightSide.Slice(part.First, part.StateCount), rows);
        matrix.Solve(rows.AsSpan(0, nodes));
        rows[nodes] = 0;
        foreach (var part in States.Parts)
            part.Expand(rows, rightSide.Slice(part.First, part.StateCount));
        ShortArray.Copy(rows.AsSpan(0, nodes), rightSide);
    }

    public void Charges(double time, ReadOnlySpan<double> x, Span<double> charge)
    {
        Locate(time, x);
        if (chargedNodes.Length > 0 || bridging.Length > 0)
            ShortArray.Clear(nodeFlow);
        ShortArray.Clear(nodeCurrent);
        ShortArray.Clear(charge[..topology.UnknownCount]);
        foreach (var part in flowing)
            part.AddFlows(Board, x, nodeFlow, nodeCurrent);
        for (var i = 0; i < chargedNodes.Length; i++)
            charge[chargedRows[i]] += nodeFlow[chargedNodes[i]];

        // What lies across sources concerns their currents alone, and may be so large that it would round away the charge of a node.
        foreach (var part in bridging)
            part.AddFlows(Board, x, nodeFlow, nodeCurrent);
        foreach (var inductor in inductors)
            charge[inductor.Row] = inductor.Inductance * x[inductor.Row];
        States.Charges(x, charge);
        for (var i = 0; i < watched.Length; i++)
            charge[UnknownCount + i] = nodeFlow[watched[i]];
    }

    public void Growth(ReadOnlySpan<double> x, ReadOnlySpan<double> chargeRates, Span<double> growth)
    {
        SourceCurrents(chargeRates, growth);
        for (var source = 0; source < growth.Length; source++)
            growth[source] *= tree.Voltage(source, Board.Potential);
    }

    public void AddChargingGrowth(double time, ReadOnlySpan<double> chargeRates, Span<double> growth)
    {
        if (watched.Length == 0)
            return;
        Sources.MoveTo(time);
        Array.Clear(through);
        AddWatched(chargeRates);
        tree.AddPower(through, growth);
    }

    /// <summary>
    /// The current of every source out of its plus node into the circuit [A], at the point of the last <see cref="Charges"/>, which was next to the
    /// last <see cref="Evaluate"/>.
    /// </summary>
    /// <param name="chargeRates">[RowCount], or empty to leave out the currents of charges.</param>
    /// <param name="currents">[Sources], filled.</param>
    public void SourceCurrents(ReadOnlySpan<double> chargeRates, Span<double> currents)
    {
        ShortArray.Copy(nodeCurrent, through);
        if (!chargeRates.IsEmpty)
            AddWatched(chargeRates);
        tree.Currents(through, Board.BranchCurrents, currents);
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
        States.Charges(x, charge);
    }

    public bool Shake(double time, double duration, Span<double> x, Span<double> charge, RandomStream random)
    {
        var shaken = false;
        if (noisy.Length > 0)
            Locate(time, x);
        foreach (var device in noisy)
            shaken |= device.Equations.Shake(device.Voltage(Board), duration, x.Slice(device.First, device.StateCount), random);
        if (shaken)
            States.Charges(x, charge);
        return shaken;
    }

    /// <summary>Puts the board at a point.</summary>
    public void Locate(double time, ReadOnlySpan<double> x)
    {
        Sources.MoveTo(time);
        var potential = Board.Potential;
        for (var i = 0; i < topology.UnknownNode.Length; i++)
            potential[topology.UnknownNode[i]] = x[i];
        ShortArray.Copy(x.Slice(topology.NodeUnknownCount, Board.BranchCurrents.Length), Board.BranchCurrents);
        tree.Hold(potential, Board.SourceScale);
    }

    /// <summary>Forgets all that earlier points have left behind, so that a run depends on nothing before it.</summary>
    public void ForgetRun()
    {
        matrix.Forget();
        ForgetPoint();
    }

    /// <summary>Forgets where the devices were last evaluated: the next point may be anywhere.</summary>
    public void ForgetPoint()
    {
        foreach (var part in limiting)
            part.Forget();
    }

    private static bool IsCharged(IElement element) =>
        element is Capacitor or MultiTerminalDevice or Switch or TwoTerminalDevice { Model: ICapacitive<Dual> };

    private void AddWatched(ReadOnlySpan<double> chargeRates)
    {
        for (var i = 0; i < watched.Length; i++)
            through[watched[i]] += chargeRates[UnknownCount + i];
    }

    private IEnumerable<double> Tolerances(TransientOptions options) =>
        Enumerable.Repeat(options.VoltageTolerance, topology.NodeUnknownCount)
            .Concat(topology.Branches.Select(b => b is Inductor ? options.CurrentTolerance : double.PositiveInfinity))
            .Concat(States.Tolerances(options));
}
