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
    private readonly int[] places, restPlaces, restChargePlaces;
    private readonly double[] voltage, flows;

    public MultiTerminalPart(Board board, string name, int[] nodes, int first, MultiTerminalEquations equations)
    {
        (this.name, this.nodes, this.first, this.equations) = (name, nodes, first, equations);
        columns = [.. nodes.Select(board.Column)];
        rows = [.. nodes.Select(board.Column)];
        restRows = [.. nodes.Select(board.RestCurrentRow)];
        restChargeRows = [.. nodes.Select(board.RestChargeRow)];
        (places, restPlaces, restChargePlaces) = (board.Reserve(rows, columns), board.Reserve(restRows, columns), board.Reserve(restChargeRows, columns));
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

    public override bool Load(Board board, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        Locate(board);
        equations.Evaluate(voltage, board.StateAlpha, board.AtRest ? 0 : board.Alpha, state, history, residual);
        var solved = equations.Factor();
        var ports = equations.PortCount;
        var (row, place) = board.AtRest ? (restRows, restPlaces) : (rows, places);
        for (var i = 0; i < ports; i++)
        {
            var flow = board.AtRest
                ? equations.CurrentAt(i, voltage)
                : equations.CurrentAt(i, voltage) + (board.Alpha * equations.ChargeAt(i, voltage));
            solved &= double.IsFinite(flow);
            board.Residual[row[i]] += flow;
            board.Residual[row[ports]] -= flow;
        }

        Stamp(board.Slopes, place, equations.Conductances);
        if (board.AtRest && board.HasCutParts)
            LoadRestCharges(board);
        return solved;
    }

    public override void AddCharge(Board board, ReadOnlySpan<double> state, Span<double> charge)
    {
        Locate(board);
        for (var i = 0; i < voltage.Length; i++)
        {
            var q = equations.ChargeNear(i, voltage, state);
            charge[nodes[i]] += q;
            charge[nodes[^1]] -= q;
        }
    }

    public override void AddCurrent(Board board, ReadOnlySpan<double> state, Span<double> current)
    {
        Locate(board);
        for (var i = 0; i < voltage.Length; i++)
        {
            var flow = equations.CurrentNear(i, voltage, state);
            current[nodes[i]] += flow;
            current[nodes[^1]] -= flow;
        }
    }

    /// <summary>The steady current into a terminal at the board's point, next to the last evaluation [A].</summary>
    public double Current(Board board, int terminal, ReadOnlySpan<double> state)
    {
        Locate(board);
        if (terminal < voltage.Length)
            return equations.CurrentNear(terminal, voltage, state);
        var sum = 0.0;
        for (var i = 0; i < voltage.Length; i++)
            sum -= equations.CurrentNear(i, voltage, state);
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

    /// <summary>A part that no steady current can reach is uncharged at rest: one of its rows is the sum of its charges.</summary>
    private void LoadRestCharges(Board board)
    {
        var ports = equations.PortCount;
        for (var i = 0; i < ports; i++)
        {
            var charge = equations.ChargeAt(i, voltage);
            board.Residual[restChargeRows[i]] += charge;
            board.Residual[restChargeRows[ports]] -= charge;
            for (var j = 0; j < ports; j++)
                StampSlope(board.Slopes, restChargePlaces, i, j, equations.Slopes.Charge(i, j));
        }
    }

    private void Stamp(double[] values, int[] place, double[] slopes)
    {
        var ports = voltage.Length;
        for (var i = 0; i < ports; i++)
        {
            for (var j = 0; j < ports; j++)
                StampSlope(values, place, i, j, slopes[(i * ports) + j]);
        }
    }

    // The reference gives what the others take, and all voltages are against it.
    private void StampSlope(double[] values, int[] place, int i, int j, double slope)
    {
        var (last, width) = (nodes.Length - 1, nodes.Length);
        values[place[(i * width) + j]] += slope;
        values[place[(i * width) + last]] -= slope;
        values[place[(last * width) + j]] -= slope;
        values[place[(last * width) + last]] += slope;
    }
}
