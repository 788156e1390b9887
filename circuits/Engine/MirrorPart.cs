namespace DevicePhys.Circuits.Engine;

/// <summary>A current source controlled by the current of a branch.</summary>
internal sealed class MirrorPart(Board board, int plus, int minus, int sensor, double gain) : Part
{
    private readonly int[] rows = [board.Column(plus), board.Column(minus)];
    private readonly int[] restRows = [board.RestCurrentRow(plus), board.RestCurrentRow(minus)];
    private readonly int[] places = board.Reserve([board.Column(plus), board.Column(minus)], [board.BranchRow(sensor)]);
    private readonly int[] restPlaces = board.Reserve([board.RestCurrentRow(plus), board.RestCurrentRow(minus)], [board.BranchRow(sensor)]);

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        var (row, place) = board.AtRest ? (restRows, restPlaces) : (rows, places);
        var flow = Current(board);
        board.Residual[row[0]] += flow;
        board.Residual[row[1]] -= flow;
        board.Slopes[place[0]] += gain;
        board.Slopes[place[1]] -= gain;
        return true;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        var flow = Current(board);
        current[plus] += flow;
        current[minus] -= flow;
    }

    /// <summary>The current from plus through the source to minus [A].</summary>
    public double Current(Board board) => gain * board.BranchCurrents[sensor];
}
