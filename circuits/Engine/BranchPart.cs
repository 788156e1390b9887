namespace DevicePhys.Circuits.Engine;

/// <summary>An element whose current is an unknown: its row is V(plus) - V(minus) - source - gain · control + d(L j)/dt = 0.</summary>
/// <remarks>The current j leaves the plus node into the circuit. An inductor is one with its ends turned round.</remarks>
internal sealed class BranchPart : Part
{
    private readonly int plus, minus, branch;
    private readonly int row;
    private readonly int[] rows, restRows, flowPlaces, restFlowPlaces, rowPlaces;
    private readonly int ownPlace;

    public BranchPart(Board board, int plus, int minus, int branch)
    {
        (this.plus, this.minus, this.branch, row) = (plus, minus, branch, board.BranchRow(branch));
        (rows, restRows) = ([board.Column(plus), board.Column(minus)], [board.RestCurrentRow(plus), board.RestCurrentRow(minus)]);
        (flowPlaces, restFlowPlaces) = (board.Reserve(rows, [row]), board.Reserve(restRows, [row]));
        rowPlaces = board.Reserve([row], [board.Column(plus), board.Column(minus)]);
        ownPlace = board.Reserve([row], [row])[0];
        controlPlaces = [];
    }

    private int[] controlPlaces;
    private int[] controlNodes = [];
    private int sensor = -1, source = -1;
    private SourceValues? sources;
    private double gain;

    /// <summary>The inductance [H].</summary>
    public double Inductance { get; init; }

    /// <summary>The place of its current among the branches.</summary>
    public int Branch => branch;

    /// <summary>The row of its equation, and the unknown of its current.</summary>
    public int Row => row;

    /// <summary>Adds the value of an independent source.</summary>
    public BranchPart Drive(SourceValues values, int index)
    {
        (sources, source) = (values, index);
        return this;
    }

    /// <summary>Adds a control by a voltage.</summary>
    public BranchPart FollowVoltage(Board board, int controlPlus, int controlMinus, double factor)
    {
        (controlNodes, gain) = ([controlPlus, controlMinus], factor);
        controlPlaces = board.Reserve([row], [board.Column(controlPlus), board.Column(controlMinus)]);
        return this;
    }

    /// <summary>Adds a control by the current of another branch.</summary>
    public BranchPart FollowCurrent(Board board, int sensorBranch, double factor)
    {
        (sensor, gain) = (sensorBranch, factor);
        controlPlaces = board.Reserve([row], [board.BranchRow(sensorBranch)]);
        return this;
    }

    public override bool Load(Board board, ReadOnlySpan<double> x, ReadOnlySpan<double> history, Span<double> residual)
    {
        var (flowRows, places) = board.AtRest ? (restRows, restFlowPlaces) : (rows, flowPlaces);
        var (current, values) = (board.BranchCurrents[branch], board.Slopes);
        board.Residual[flowRows[0]] -= current;
        board.Residual[flowRows[1]] += current;
        values[places[0]] -= 1;
        values[places[1]] += 1;

        var sum = board.Potential[plus] - board.Potential[minus];
        values[rowPlaces[0]] += 1;
        values[rowPlaces[1]] -= 1;
        if (sources is not null)
            sum -= board.SourceScale * sources[source];
        if (Inductance > 0 && !board.AtRest)
        {
            sum += board.Alpha * Inductance * current;
            values[ownPlace] += board.Alpha * Inductance;
        }

        if (controlNodes.Length > 0)
        {
            sum -= gain * (board.Potential[controlNodes[0]] - board.Potential[controlNodes[1]]);
            values[controlPlaces[0]] -= gain;
            values[controlPlaces[1]] += gain;
        }
        else if (sensor >= 0)
        {
            sum -= gain * board.BranchCurrents[sensor];
            values[controlPlaces[0]] -= gain;
        }

        board.Residual[row] += sum;
        return true;
    }

    public override void AddFlows(Board board, ReadOnlySpan<double> x, double[] charge, double[] current)
    {
        current[plus] -= board.BranchCurrents[branch];
        current[minus] += board.BranchCurrents[branch];
    }
}
