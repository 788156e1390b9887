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
        // One unknown is the commonest circuit of all: a device behind a resistor.
        if (size == 1)
            factors.Values[0] = Values[0];
        else
            Values.AsSpan(0, size * size).CopyTo(factors.Values);
        return factors.Factor();
    }

    public void Solve(Span<double> rightSide) => factors.Solve(rightSide);
}
