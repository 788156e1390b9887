namespace DevicePhys.Circuits.Engine;

/// <summary>The equations of a capacitor.</summary>
internal sealed class CapacitorPart(Board board, int a, int b, double capacitance) : Part
{
    private readonly (Quad Transient, Quad AtRest) places = board.ReserveCharge(a, b);

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        if (board.AtRest)
            places.AtRest.Stamp(board.Residual, board.Slopes, Charge(board), capacitance);
        else
            places.Transient.Stamp(board.Residual, board.Slopes, board.Alpha * Charge(board), board.Alpha * capacitance);
        return true;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        var q = Charge(board);
        charge[a] += q;
        charge[b] -= q;
    }

    private double Charge(Board board) => capacitance * (board.Potential[a] - board.Potential[b]);
}
