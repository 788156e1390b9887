using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a two-terminal device: to the matrix a current and a conductance, its states solved inside.</summary>
internal sealed class DevicePart(Board board, string name, int a, int b, int first, DeviceEquations equations) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(a, b);
    private readonly int[] columns = board.Columns(a, b);

    /// <summary>The name of the device.</summary>
    public string Name => name;

    /// <summary>Its equations.</summary>
    public DeviceEquations Equations => equations;

    /// <summary>The place of its first state among the unknowns.</summary>
    public int First => first;

    public override int StateCount => equations.Count;

    public override bool Load(Board board, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        var current = equations.Evaluate(Voltage(board), board.StateAlpha, state, history, residual);
        var solved = equations.Factor();
        var quad = board.AtRest ? places.AtRest : places.Transient;
        quad.Stamp(board.Residual, board.Slopes, current, equations.Conductance);
        return solved && double.IsFinite(current);
    }

    public override void AddCurrent(Board board, ReadOnlySpan<double> state, Span<double> current)
    {
        var flow = equations.CurrentNear(Voltage(board), state);
        current[a] += flow;
        current[b] -= flow;
    }

    /// <summary>Takes the states out of a right side of the whole system.</summary>
    /// <param name="board">The point.</param>
    /// <param name="states">[StateCount]: right sides of the states, then their changes at constant voltage.</param>
    /// <param name="rows">[node rows and ground's]: right sides of the nodes, changed.</param>
    public void Reduce(Board board, Span<double> states, Span<double> rows)
    {
        if (states.Length == 0)
            return;
        var flow = -equations.Reduce(states);
        if (board.AtRest)
            places.AtRest.Stamp(rows, flow);
        else
            places.Transient.Stamp(rows, flow);
    }

    /// <summary>Lets the states follow the changes of the nodes.</summary>
    /// <param name="changes">[node rows and ground's]: the changes of the nodes [V]; ground's is 0.</param>
    /// <param name="states">[StateCount].</param>
    public void Expand(ReadOnlySpan<double> changes, Span<double> states) =>
        equations.Expand(changes[columns[0]] - changes[columns[1]], states);

    /// <summary>First terminal against second [V].</summary>
    public double Voltage(Board board) => board.Potential[a] - board.Potential[b];
}
