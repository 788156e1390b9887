using DevicePhys.Models;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a two-terminal device: to the matrix a current and a conductance, its states solved inside.</summary>
internal sealed class DevicePart(Board board, string name, int a, int b, int first, DeviceEquations equations) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(a, b);
    private readonly int[] columns = board.Columns(a, b);

    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>Its equations.</summary>
    public DeviceEquations Equations => equations;

    /// <inheritdoc/>
    public override int First => first;

    public override IReadOnlyList<StateVariable> States => equations.Model.States;

    public override int StateCount => equations.Count;

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        var count = equations.Count;
        var current = equations.Evaluate(
            Voltage(board), board.StateAlpha, x.Slice(first, count), history.Slice(first, count), residual.Slice(first, count));
        var solved = equations.Factor();
        var quad = board.AtRest ? places.AtRest : places.Transient;
        var conductance = equations.Conductance;
        quad.Stamp(board.Residual, board.Slopes, current, conductance);
        return solved && double.IsFinite(current) && double.IsFinite(conductance);
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        var flow = equations.CurrentNear(Voltage(board), x.Slice(first, equations.Count));
        current[a] += flow;
        current[b] -= flow;
    }

    public override void Reduce(Board board, Span<double> states, Span<double> rightSide)
    {
        if (states.Length == 0)
            return;
        var flow = -equations.Reduce(states);
        if (board.AtRest)
            places.AtRest.Stamp(rightSide, flow);
        else
            places.Transient.Stamp(rightSide, flow);
    }

    public override void Expand(ReadOnlySpan<double> changes, Span<double> states) =>
        equations.Expand(changes[columns[0]] - changes[columns[1]], states);

    public override bool HasRate(int state) => equations.HasRate(state);

    /// <summary>First terminal against second [V].</summary>
    public double Voltage(Board board) => board.Potential[a] - board.Potential[b];
}
