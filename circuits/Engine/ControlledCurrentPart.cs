namespace DevicePhys.Circuits.Engine;

/// <summary>A current source controlled by a voltage.</summary>
internal sealed class ControlledCurrentPart(Board board, int plus, int minus, int controlPlus, int controlMinus, double transconductance) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(plus, minus, controlPlus, controlMinus);

    public override bool Load(Board board, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        var quad = board.AtRest ? places.AtRest : places.Transient;
        quad.Stamp(board.Residual, board.Slopes, Current(board), transconductance);
        return true;
    }

    public override void AddCurrent(Board board, ReadOnlySpan<double> state, Span<double> current)
    {
        var flow = Current(board);
        current[plus] += flow;
        current[minus] -= flow;
    }

    /// <summary>The current from plus through the source to minus [A].</summary>
    public double Current(Board board) => transconductance * (board.Potential[controlPlus] - board.Potential[controlMinus]);
}
