namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a resistor.</summary>
internal sealed class ResistorPart(Board board, int a, int b, double resistance) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(a, b);
    private readonly double conductance = 1 / resistance;

    public override bool Load(Board board, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        var quad = board.AtRest ? places.AtRest : places.Transient;
        quad.Stamp(board.Residual, board.Slopes, Current(board), conductance);
        return true;
    }

    public override void AddCurrent(Board board, ReadOnlySpan<double> state, Span<double> current)
    {
        var flow = Current(board);
        current[a] += flow;
        current[b] -= flow;
    }

    private double Current(Board board) => conductance * (board.Potential[a] - board.Potential[b]);
}
