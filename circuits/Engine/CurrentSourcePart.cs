namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a current source.</summary>
internal sealed class CurrentSourcePart(Board board, int plus, int minus, SourceValues sources, int source) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(plus, minus);

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        var quad = board.AtRest ? places.AtRest : places.Transient;
        quad.Stamp(board.Residual, board.SourceScale * sources[source]);
        return true;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        current[plus] += sources[source];
        current[minus] -= sources[source];
    }
}
