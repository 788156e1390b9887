namespace DevicePhys.Circuits.Engine;

/// <summary>A current in proportion to the voltage between two nodes: of a controlled source, or, where it controls itself, of a resistor.</summary>
internal sealed class ControlledCurrentPart(Board board, int plus, int minus, int controlPlus, int controlMinus, double transconductance) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCurrent(plus, minus, controlPlus, controlMinus);

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        var quad = board.AtRest ? places.AtRest : places.Transient;
        quad.Stamp(board.Residual, board.Slopes, Current(board), transconductance);
        return true;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        var flow = Current(board);
        current[plus] += flow;
        current[minus] -= flow;
    }

    private double Current(Board board) => transconductance * (board.Potential[controlPlus] - board.Potential[controlMinus]);
}
