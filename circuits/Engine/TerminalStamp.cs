using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>Where the flows of a multi-terminal device and their slopes go.</summary>
/// <remarks>
/// Only what reaches an equation that is solved is written: of a transistor with its bulk at ground and its gate at a source that is one entry in
/// four. The reference takes what the other terminals leave, and all voltages are against it, so its row and its column are sums; they are
/// formed only where somebody wants them.
/// </remarks>
internal sealed class TerminalStamp
{
    private readonly MultiTerminalEquations equations;
    private readonly int[] places, origins, rows, rowTerminals;
    private readonly double[] whole;
    private readonly bool sums;
    private readonly int width;

    public TerminalStamp(Board board, int[] rows, int[] columns, MultiTerminalEquations equations)
    {
        this.equations = equations;
        width = columns.Length;
        var (ports, count) = (width - 1, board.UnknownCount);
        var reserved = board.Reserve(rows, columns);

        // What flows from a row into the same one is no flow.
        var open = rows.Distinct().Count() > 1;
        var wanted = Enumerable.Range(0, width * width).Where(e => open && rows[e / width] < count && columns[e % width] < count).ToArray();
        sums = wanted.Any(e => e / width == ports || e % width == ports);
        whole = new double[sums ? width * width : 0];
        places = [.. wanted.Select(e => reserved[e])];
        origins = sums ? wanted : [.. wanted.Select(e => (e / width * equations.Slopes.Stride) + (e % width))];
        rowTerminals = [.. Enumerable.Range(0, width).Where(i => open && rows[i] < count)];
        this.rows = [.. rowTerminals.Select(i => rows[i])];
    }

    /// <summary>Adds flows and the slopes of the last evaluation.</summary>
    /// <param name="board">Where to.</param>
    /// <param name="flows">[terminals but the last] [A].</param>
    public void Add(Board board, double[] flows)
    {
        var residual = board.Residual;
        for (var r = 0; r < rows.Length; r++)
        {
            var terminal = rowTerminals[r];
            if (terminal < flows.Length)
            {
                residual[rows[r]] += flows[terminal];
                continue;
            }

            foreach (var flow in flows)
                residual[rows[r]] -= flow;
        }

        if (sums)
            FormSums();
        var (values, slopes) = (board.Slopes, sums ? whole : equations.Conductances);
        for (var e = 0; e < places.Length; e++)
            values[places[e]] += slopes[origins[e]];
    }

    private void FormSums()
    {
        var (ports, stride, slopes) = (width - 1, equations.Slopes.Stride, equations.Conductances);
        var last = whole.AsSpan(ports * width);
        last.Clear();
        for (var i = 0; i < ports; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < ports; j++)
            {
                var slope = slopes[(i * stride) + j];
                whole[(i * width) + j] = slope;
                last[j] -= slope;
                sum += slope;
            }

            whole[(i * width) + ports] = -sum;
            last[ports] += sum;
        }
    }
}
