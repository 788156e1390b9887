using DevicePhys.Circuits;
using DevicePhys.Circuits.Engine;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>A multi-terminal device writes only what reaches a solved equation; the plain way writes every entry of the whole matrix.</summary>
public sealed class TerminalStampTests
{
    private const int Unknowns = 4;

    [Theory]
    [InlineData("EkvMosfet.N65Hp")]
    [InlineData("GummelPoon.FloatingBody")]
    [InlineData("FeFet.Hzo")]
    public void Every_way_to_connect_the_terminals_gives_the_whole_matrix(string id)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(DeviceCatalog.Default.Card(id));
        var (equations, random) = (new MultiTerminalEquations(model), new RandomStream(1, "stamps"));
        var (width, states) = (model.Terminals.Count, model.States.Count);
        var state = model.States.Select(s => s.Initial).ToArray();
        equations.Evaluate([.. Enumerable.Range(0, width - 1).Select(_ => random.NextDouble())], 1e9, 1e9, state, state, new double[states]);
        Assert.True(equations.Factor());
        var flows = Enumerable.Range(0, width - 1).Select(_ => random.NextNormal()).ToArray();
        for (var pattern = 0; pattern < Math.Pow(Unknowns + 1, width); pattern++)
        {
            // Terminals share nodes and lie at ground in every combination; the rows are those of the nodes, or others, as at rest.
            var columns = Enumerable.Range(0, width).Select(i => pattern / (int)Math.Pow(Unknowns + 1, i) % (Unknowns + 1)).ToArray();
            int[] rows = pattern % 2 == 0 ? columns : [.. columns.Select(column => random.NextInt(Unknowns + 1))];
            var (board, matrix) = Board();
            var stamp = new TerminalStamp(board, rows, columns, equations);
            board.TakeMatrix();
            stamp.Add(board, flows);
            var (residual, slopes) = Plain(equations, rows, columns, flows);
            for (var row = 0; row < Unknowns; row++)
            {
                Assert.Equal(residual[row], board.Residual[row], 1e-12);
                for (var column = 0; column < Unknowns; column++)
                {
                    var expected = slopes[row, column];
                    Assert.Equal(expected, matrix.Values[matrix.Reserve(row, column)], 1e-12 * equations.Conductances.Max(Math.Abs));
                }
            }
        }
    }

    // Four nodes, each an unknown of its own.
    private static (Board Board, DenseSolver Matrix) Board()
    {
        var netlist = Enumerable.Range(0, Unknowns).Aggregate(new Netlist(), (list, i) => list.Resistor($"R{i}", $"n{i}", "0", 1));
        var matrix = new DenseSolver(Unknowns);
        return (new Board(new Topology(netlist), matrix), matrix);
    }

    // The last terminal takes what the others leave, and every voltage is against it: its row and column make all sums 0.
    private static (double[] Residual, double[,] Slopes) Plain(MultiTerminalEquations equations, int[] rows, int[] columns, double[] flows)
    {
        var ports = flows.Length;
        var (residual, slopes) = (new double[Unknowns + 1], new double[Unknowns + 1, Unknowns + 1]);
        for (var i = 0; i < ports; i++)
        {
            residual[rows[i]] += flows[i];
            residual[rows[ports]] -= flows[i];
            for (var j = 0; j < ports; j++)
            {
                var slope = equations.Conductances[i * equations.Slopes.Stride + j];
                slopes[rows[i], columns[j]] += slope;
                slopes[rows[i], columns[ports]] -= slope;
                slopes[rows[ports], columns[j]] -= slope;
                slopes[rows[ports], columns[ports]] += slope;
            }
        }

        return (residual, slopes);
    }
}
