using DevicePhys.Models;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a device with charges or with more than two terminals; its states are solved inside.</summary>
internal sealed class MultiTerminalPart : Part
{
    private readonly string name;
    private readonly int first;
    private readonly MultiTerminalEquations equations;
    private readonly int[] nodes, columns, rows, restRows, restChargeRows;
    private readonly int[] restChargePlaces;
    private readonly TerminalStamp stamp, restStamp;
    private readonly double[] voltage, flows;

    public MultiTerminalPart(Board board, string name, int[] nodes, int first, MultiTerminalEquations equations)
    {
        (this.name, this.nodes, this.first, this.equations) = (name, nodes, first, equations);
        columns = [.. nodes.Select(board.Column)];
        rows = [.. nodes.Select(board.Column)];
        restRows = [.. nodes.Select(board.RestCurrentRow)];
        restChargeRows = [.. nodes.Select(board.RestChargeRow)];
        (stamp, restStamp) = (new TerminalStamp(board, rows, columns, equations), new TerminalStamp(board, restRows, columns, equations));
        restChargePlaces = board.Reserve(restChargeRows, columns);
        (voltage, flows) = (new double[nodes.Length - 1], new double[nodes.Length - 1]);
    }

    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>Its equations.</summary>
    public MultiTerminalEquations Equations => equations;

    /// <inheritdoc/>
    public override int First => first;

    public override IReadOnlyList<StateVariable> States => equations.Model.States;

    public override int StateCount => equations.Count;

    public override bool Limited => equations.Limited;

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        Locate(board);
        var chargeAlpha = board.AtRest ? 0 : board.Alpha;
        var count = equations.Count;
        var state = x.Slice(first, count);
        equations.Evaluate(voltage, board.StateAlpha, chargeAlpha, state, history.Slice(first, count), residual.Slice(first, count));
        var solved = equations.Factor();
        if (equations.Limited)
            TakeFlowsAlongTangent(chargeAlpha, state);
        else
            TakeFlows(chargeAlpha);
        foreach (var flow in flows)
            solved &= double.IsFinite(flow);
        (board.AtRest ? restStamp : stamp).Add(board, flows);
        if (board.AtRest && board.HasCutParts)
            LoadRestCharges(board, state);
        return solved;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        GoNear(board, x.Slice(first, equations.Count));
        var (chargeSum, currentSum) = (0.0, 0.0);
        for (var i = 0; i < voltage.Length; i++)
        {
            var (q, flow) = (equations.ChargeThere(i), equations.CurrentThere(i));
            charge[nodes[i]] += q;
            current[nodes[i]] += flow;
            chargeSum += q;
            currentSum += flow;
        }

        charge[nodes[^1]] -= chargeSum;
        current[nodes[^1]] -= currentSum;
    }

    /// <summary>The steady current into a terminal at the board's point, next to the last evaluation [A].</summary>
    public double Current(Board board, int terminal, ReadOnlySpan<double> state)
    {
        GoNear(board, state);
        if (terminal < voltage.Length)
            return equations.CurrentThere(terminal);
        var sum = 0.0;
        for (var i = 0; i < voltage.Length; i++)
            sum -= equations.CurrentThere(i);
        return sum;
    }

    public override void Reduce(Board board, Span<double> states, Span<double> rightSide)
    {
        if (states.Length == 0)
            return;
        equations.Reduce(states, flows);
        var row = board.AtRest ? restRows : rows;
        for (var i = 0; i < flows.Length; i++)
        {
            rightSide[row[i]] -= flows[i];
            rightSide[row[^1]] += flows[i];
        }
    }

    public override void Expand(ReadOnlySpan<double> changes, Span<double> states)
    {
        if (states.Length == 0)
            return;
        for (var i = 0; i < voltage.Length; i++)
            voltage[i] = changes[columns[i]] - changes[columns[^1]];
        equations.Expand(voltage, states);
    }

    public override bool HasRate(int state) => equations.HasRate(state);

    public override void Forget() => equations.Forget();

    private void Locate(Board board)
    {
        var reference = board.Potential[nodes[^1]];
        for (var i = 0; i < voltage.Length; i++)
            voltage[i] = board.Potential[nodes[i]] - reference;
    }

    private void GoNear(Board board, ReadOnlySpan<double> state)
    {
        Locate(board);
        equations.GoNear(voltage, state);
    }

    private void TakeFlows(double chargeAlpha)
    {
        for (var i = 0; i < flows.Length; i++)
            flows[i] = equations.Currents[i] + (chargeAlpha * equations.Charges[i]);
    }

    private void TakeFlowsAlongTangent(double chargeAlpha, ReadOnlySpan<double> state)
    {
        equations.GoNear(voltage, state);
        for (var i = 0; i < flows.Length; i++)
            flows[i] = equations.CurrentThere(i) + (chargeAlpha * equations.ChargeThere(i));
    }

    /// <summary>A part that no steady current can reach is uncharged at rest: one of its rows is the sum of its charges.</summary>
    private void LoadRestCharges(Board board, ReadOnlySpan<double> state)
    {
        equations.GoNear(voltage, state);
        var (ports, width) = (equations.PortCount, nodes.Length);
        var (values, place) = (board.Slopes, restChargePlaces);
        for (var i = 0; i < ports; i++)
        {
            var charge = equations.ChargeThere(i);
            board.Residual[restChargeRows[i]] += charge;
            board.Residual[restChargeRows[ports]] -= charge;
            for (var j = 0; j < ports; j++)
            {
                var slope = equations.Slopes.Charge(i, j);
                values[place[(i * width) + j]] += slope;
                values[place[(i * width) + ports]] -= slope;
                values[place[(ports * width) + j]] -= slope;
                values[place[(ports * width) + ports]] += slope;
            }
        }
    }
}
