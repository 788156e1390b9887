using System.Runtime.Intrinsics;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Simulation;

/// <summary>One multi-terminal device at one point of an implicit step: flows out of its terminals' nodes, state equations, and their slopes.</summary>
/// <remarks>
/// A flow is current + alpha · charge. States are eliminated here, as in <see cref="DeviceEquations"/>; what the circuit sees are the flows into all
/// terminals but the last and their slopes against the voltages of all terminals but the last. Not thread safe.
/// </remarks>
public sealed class MultiTerminalEquations
{
    private readonly Dual[] voltages, states, currents, charges, rates;
    private readonly StateKind[] kinds;
    private readonly double[] at, point, response, stateFlows, changes;
    private readonly DenseLu slopes;
    private readonly Junction[] junctions;
    private IMultiTerminal<Dual> model;
    private double alpha, chargeAlpha;
    private bool evaluated;

    /// <summary>Creates the equations of a model.</summary>
    /// <param name="model">The model.</param>
    public MultiTerminalEquations(IMultiTerminal<Dual> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        kinds = [.. model.States.Select(s => s.Kind)];
        (PortCount, Count) = (model.Terminals.Count - 1, kinds.Length);
        (voltages, currents, charges) = (new Dual[PortCount], new Dual[PortCount], new Dual[PortCount]);
        (states, rates, at, point) = (new Dual[Count], new Dual[Count], new double[PortCount], new double[Count]);
        (stateFlows, response, slopes) = (new double[PortCount * Count], new double[Count * PortCount], new DenseLu(Count));
        Slopes = new MultiTerminalSlopes(PortCount, Count);
        (Conductances, changes) = (new double[PortCount * Slopes.Stride], new double[Slopes.Stride]);
        (Currents, Charges) = (new double[PortCount], new double[PortCount]);
        junctions = [.. (model as IJunctions)?.Junctions ?? []];
        PassCount = Slopes.Stride / Dual.SlopeCount;
    }

    /// <summary>The model; another one must have the same terminals and kinds of states.</summary>
    /// <exception cref="ArgumentException">The terminals or states differ.</exception>
    public IMultiTerminal<Dual> Model
    {
        get => model;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Terminals.Count != PortCount + 1 || !value.States.Select(s => s.Kind).SequenceEqual(kinds))
                throw new ArgumentException(
                    $"A model should be replaced by one with the same terminals and kinds of states; {value.GetType().Name} has others.",
                    nameof(value));
            model = value;
        }
    }

    /// <summary>The number of terminals but the last.</summary>
    public int PortCount { get; }

    /// <summary>The number of states.</summary>
    public int Count { get; }

    /// <summary>How often the model is evaluated for all its slopes.</summary>
    public int PassCount { get; }

    /// <summary>The slopes of the last evaluation, states not eliminated.</summary>
    public MultiTerminalSlopes Slopes { get; }

    /// <summary>The steady currents at the last evaluation [PortCount] [A].</summary>
    public double[] Currents { get; }

    /// <summary>The charges at the last evaluation [PortCount] [C].</summary>
    public double[] Charges { get; }

    /// <summary>
    /// The slopes of the flows with the states following, PortCount rows of <see cref="MultiTerminalSlopes.Stride"/>, row-major [S]; valid after
    /// <see cref="Factor"/>.
    /// </summary>
    public double[] Conductances { get; }

    /// <summary>Whether the last evaluation stopped short of the voltages asked for, because a junction would have leapt.</summary>
    public bool Limited { get; private set; }

    /// <summary>Whether a state has a rate (all but algebraic ones).</summary>
    /// <param name="state">Its place.</param>
    public bool HasRate(int state) => kinds[state] != StateKind.Algebraic;

    /// <summary>Forgets the voltages of the last evaluation, from which junctions are limited.</summary>
    public void Forget() => evaluated = false;

    /// <summary>Evaluates the model with all its slopes.</summary>
    /// <param name="voltage">[PortCount]: every terminal but the last against the last [V].</param>
    /// <param name="stateAlpha">The weight of a state in its equation [1/s].</param>
    /// <param name="flowAlpha">The weight of a charge in a flow [1/s].</param>
    /// <param name="state">[Count].</param>
    /// <param name="history">[Count].</param>
    /// <param name="residual">[Count], filled: the residual of each state's equation.</param>
    public void Evaluate(
        ReadOnlySpan<double> voltage, double stateAlpha, double flowAlpha, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        (alpha, chargeAlpha) = (stateAlpha, flowAlpha);
        Approach(voltage);
        for (var i = 0; i < kinds.Length; i++)
        {
            point[i] = state[i];
            residual[i] = alpha * (state[i] - history[i]);
        }

        if (PassCount > 1)
            SetConstants();
        for (var pass = 0; pass < PassCount; pass++)
            EvaluateSlopes(pass * Dual.SlopeCount);
        for (var row = 0; row < Currents.Length; row++)
            (Currents[row], Charges[row]) = (currents[row].Value, charges[row].Value);
        for (var i = 0; i < kinds.Length; i++)
            residual[i] = kinds[i] == StateKind.Algebraic ? rates[i].Value : residual[i] - rates[i].Value;
    }

    /// <summary>Eliminates the states.</summary>
    /// <returns>Whether their equations can be solved.</returns>
    public bool Factor()
    {
        var (ports, count, stride) = (PortCount, Count, Slopes.Stride);
        Slopes.Flows(chargeAlpha, Conductances);
        if (count == 0)
            return true;
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
                slopes.Values[(row * count) + column] = StateSlope(row, ports + column);
        }

        if (!slopes.Factor())
            return false;
        for (var column = 0; column < ports; column++)
        {
            var by = response.AsSpan(column * count, count);
            for (var row = 0; row < count; row++)
                by[row] = StateSlope(row, column);
            slopes.Solve(by);
        }

        for (var row = 0; row < ports; row++)
        {
            for (var i = 0; i < count; i++)
            {
                var flow = stateFlows[(row * count) + i] = Conductances[(row * stride) + ports + i];
                for (var column = 0; column < ports; column++)
                    Conductances[(row * stride) + column] -= flow * response[(column * count) + i];
            }
        }

        return true;
    }

    /// <summary>
    /// Goes to a point next to the last evaluation, of which <see cref="CurrentThere"/> and <see cref="ChargeThere"/> speak, to first order.
    /// </summary>
    /// <param name="voltage">[PortCount] [V].</param>
    /// <param name="state">[Count].</param>
    public void GoNear(ReadOnlySpan<double> voltage, ReadOnlySpan<double> state)
    {
        // Four at a time, as they are read: a vector read of numbers just written one by one waits until all have reached memory.
        for (var i = 0; i < changes.Length; i += Dual.SlopeCount)
        {
            Vector256.Create(Change(i, voltage, state), Change(i + 1, voltage, state), Change(i + 2, voltage, state), Change(i + 3, voltage, state))
                .StoreUnsafe(ref changes[i]);
        }
    }

    /// <summary>The current into a terminal at the point of the last <see cref="GoNear"/> [A].</summary>
    /// <param name="port">The terminal.</param>
    public double CurrentThere(int port) => Currents[port] + Slopes.CurrentChange(port, changes);

    /// <summary>The charge on a terminal at the point of the last <see cref="GoNear"/> [C].</summary>
    /// <param name="port">The terminal.</param>
    /// <remarks>First order, and so exactly the charge that the linear solution balanced: no charge is lost, however loose the tolerance.</remarks>
    public double ChargeThere(int port) => Charges[port] + Slopes.ChargeChange(port, changes);

    /// <summary>Solves the state equations for a right side, with the voltages held.</summary>
    /// <param name="rightSide">[Count]: right sides, then changes of the states.</param>
    /// <param name="flows">[PortCount], filled: how much the flows change with them [A].</param>
    public void Reduce(Span<double> rightSide, Span<double> flows)
    {
        slopes.Solve(rightSide);
        for (var row = 0; row < PortCount; row++)
        {
            flows[row] = 0;
            for (var i = 0; i < Count; i++)
                flows[row] += stateFlows[(row * Count) + i] * rightSide[i];
        }
    }

    /// <summary>Lets the states follow a change of the voltages.</summary>
    /// <param name="changes">[PortCount] [V].</param>
    /// <param name="solution">[Count]: what <see cref="Reduce"/> left, then the changes of the states.</param>
    public void Expand(ReadOnlySpan<double> changes, Span<double> solution)
    {
        for (var column = 0; column < PortCount; column++)
        {
            for (var i = 0; i < Count; i++)
                solution[i] -= response[(column * Count) + i] * changes[column];
        }
    }

    private double Change(int column, ReadOnlySpan<double> voltage, ReadOnlySpan<double> state)
    {
        if (column < at.Length)
            return voltage[column] - at[column];
        column -= at.Length;
        return column < point.Length ? state[column] - point[column] : 0;
    }

    /// <summary>Goes as far towards the voltages as the junctions allow.</summary>
    private void Approach(ReadOnlySpan<double> voltage)
    {
        var share = 1.0;
        if (evaluated)
        {
            foreach (var junction in junctions)
            {
                var from = Against(at, junction.Anode) - Against(at, junction.Cathode);
                var to = Against(voltage, junction.Anode) - Against(voltage, junction.Cathode);
                var allowed = junction.Limit(from, to);
                if (allowed != to)
                    share = Math.Min(share, (allowed - from) / (to - from));
            }
        }

        Limited = share < 1;
        for (var i = 0; i < at.Length; i++)
            at[i] = Limited ? at[i] + (share * (voltage[i] - at[i])) : voltage[i];
        evaluated = true;
    }

    private void SetConstants()
    {
        for (var i = 0; i < at.Length; i++)
            voltages[i] = at[i];
        for (var i = 0; i < point.Length; i++)
            states[i] = point[i];
    }

    private static double Against(ReadOnlySpan<double> voltage, int terminal) => terminal < voltage.Length ? voltage[terminal] : 0;

    private double StateSlope(int row, int column) =>
        kinds[row] == StateKind.Algebraic ? Slopes.Rate(row, column) : (column == PortCount + row ? alpha : 0) - Slopes.Rate(row, column);

    private void EvaluateSlopes(int first)
    {
        var end = Math.Min(first + Dual.SlopeCount, PortCount + Count);
        for (var q = first; q < end; q++)
        {
            if (q < PortCount)
                voltages[q] = Dual.Variable(at[q], q - first);
            else
                states[q - PortCount] = Dual.Variable(point[q - PortCount], q - first);
        }

        model.Evaluate(voltages, states, currents, charges, rates);
        Slopes.Take(first, currents, charges, rates);
        if (PassCount == 1)
            return;
        for (var q = first; q < end; q++)
        {
            if (q < PortCount)
                voltages[q] = at[q];
            else
                states[q - PortCount] = point[q - PortCount];
        }
    }
}
