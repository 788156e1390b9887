using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The matrix of a small circuit, stored whole.</summary>
internal sealed class DenseSolver(int size) : ILinearSolver
{
    private readonly DenseLu factors = new(size);

    public double[] Values { get; } = new double[(size * size) + 1];

    public int SingularColumn => factors.SingularColumn;

    public int Reserve(int row, int column) => row < size && column < size ? (row * size) + column : size * size;

    public void Forget()
    {
    }

    public bool Factor()
    {
        // One by one: a block copy of what was just written one by one waits until all of it has reached memory.
        ReadOnlySpan<double> from = Values;
        var to = factors.Values;
        for (var i = 0; i < to.Length && i < from.Length; i++)
            to[i] = from[i];
        return factors.Factor();
    }

    public void Solve(Span<double> rightSide) => factors.Solve(rightSide);
}
