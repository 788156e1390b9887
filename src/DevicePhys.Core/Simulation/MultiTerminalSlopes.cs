using System.Runtime.Intrinsics;
using DevicePhys.Numbers;

namespace DevicePhys.Simulation;

/// <summary>The slopes of a multi-terminal device: currents, charges and rates against voltages and states.</summary>
/// <param name="ports">The number of terminals but the last.</param>
/// <param name="states">The number of states.</param>
/// <remarks>
/// A column below <paramref name="ports"/> is a voltage, one above a state. Rows are padded to whole passes of a <see cref="Dual"/>, so that a
/// pass is stored and read as it comes.
/// </remarks>
public sealed class MultiTerminalSlopes(int ports, int states)
{
    private readonly double[] currents = new double[ports * StrideOf(ports + states)];
    private readonly double[] charges = new double[ports * StrideOf(ports + states)];
    private readonly double[] rates = new double[states * StrideOf(ports + states)];

    /// <summary>The length of a row: the number of columns, rounded up to whole passes.</summary>
    public int Stride { get; } = StrideOf(ports + states);

    /// <summary>The slope of a current.</summary>
    /// <param name="row">The terminal.</param>
    /// <param name="column">The voltage or state.</param>
    public double Current(int row, int column) => currents[(row * Stride) + column];

    /// <summary>The slope of a charge.</summary>
    /// <param name="row">The terminal.</param>
    /// <param name="column">The voltage or state.</param>
    public double Charge(int row, int column) => charges[(row * Stride) + column];

    /// <summary>The slope of a rate or of an algebraic residual.</summary>
    /// <param name="row">The state.</param>
    /// <param name="column">The voltage or state.</param>
    public double Rate(int row, int column) => rates[(row * Stride) + column];

    internal void Take(int first, ReadOnlySpan<Dual> current, ReadOnlySpan<Dual> charge, ReadOnlySpan<Dual> rate)
    {
        for (var row = 0; row < current.Length; row++)
        {
            current[row].Slopes.StoreUnsafe(ref currents[(row * Stride) + first]);
            charge[row].Slopes.StoreUnsafe(ref charges[(row * Stride) + first]);
        }

        for (var row = 0; row < rate.Length; row++)
            rate[row].Slopes.StoreUnsafe(ref rates[(row * Stride) + first]);
    }

    /// <summary>Current plus weight times charge, row by row.</summary>
    internal void Flows(double weight, double[] flows)
    {
        for (var i = 0; i < flows.Length; i += Dual.SlopeCount)
            (Vector256.LoadUnsafe(ref currents[i]) + (Vector256.LoadUnsafe(ref charges[i]) * weight)).StoreUnsafe(ref flows[i]);
    }

    /// <summary>How much a current changes with all voltages and states.</summary>
    internal double CurrentChange(int row, double[] changes) => Change(currents, row * Stride, changes);

    /// <summary>How much a charge changes with all voltages and states.</summary>
    internal double ChargeChange(int row, double[] changes) => Change(charges, row * Stride, changes);

    private static double Change(double[] slopes, int start, double[] changes)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < changes.Length; i += Dual.SlopeCount)
            sum += Vector256.LoadUnsafe(ref slopes[start + i]) * Vector256.LoadUnsafe(ref changes[i]);
        return Vector256.Sum(sum);
    }

    private static int StrideOf(int columns) => Math.Max(1, (columns + Dual.SlopeCount - 1) / Dual.SlopeCount) * Dual.SlopeCount;
}
