using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Simulation;

public sealed class DenseLuTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void A_solution_gives_back_its_right_side(int size)
    {
        var lu = new DenseLu(size);
        var matrix = new double[size * size];
        var right = new double[size];
        for (var i = 0; i < matrix.Length; i++)
            matrix[i] = Math.Sin((i * 7919) + 1);
        for (var i = 0; i < size; i++)
        {
            right[i] = Math.Cos(i);

            // A zero diagonal: nothing works without pivoting.
            matrix[(i * size) + i] = size == 1 ? 3 : 0;
        }

        matrix.CopyTo(lu.Values);
        Assert.True(lu.Factor());
        var x = right.ToArray();
        lu.Solve(x);
        for (var row = 0; row < size; row++)
            Assert.Equal(right[row], Enumerable.Range(0, size).Sum(column => matrix[(row * size) + column] * x[column]), 1e-10);
    }

    [Fact]
    public void A_singular_matrix_is_refused_by_its_column()
    {
        var lu = new DenseLu(3);
        double[] matrix = [1, 2, 3, 2, 4, 5, 3, 6, 6];
        matrix.CopyTo(lu.Values);
        Assert.False(lu.Factor());
        Assert.Equal(1, lu.SingularColumn);
    }
}
