using DevicePhys.Arrays;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays;

public sealed class Products
{
    // Shapes of the networks used here, and widths on either side of every vector and block boundary.
    [Theory]
    [InlineData(784, 100)]
    [InlineData(784, 10)]
    [InlineData(100, 10)]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(5, 8)]
    [InlineData(9, 31)]
    [InlineData(9, 32)]
    [InlineData(9, 33)]
    [InlineData(17, 65)]
    public void The_fast_crossbar_gives_the_bits_of_the_plain_one(int rows, int columns)
    {
        var random = new RandomStream(1, "products", (ulong)((rows * 1000) + columns));
        var crossbar = new Crossbar(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            foreach (ref var conductance in crossbar.Row(i))
            {
                conductance = 1e-5f * random.NextSingle();
            }
        }

        var (active, values) = RandomInput(rows, random);
        var (fast, plain) = (new float[columns], new float[columns]);
        crossbar.Multiply(new ActiveInput(active, values), 0.1f, fast);
        crossbar.MultiplyPlain(new ActiveInput(active, values), 0.1f, plain);
        Assert.Equal(plain, fast);
    }

    [Fact]
    public void A_crossbar_obeys_Ohm_and_Kirchhoff()
    {
        var crossbar = new Crossbar(2, 2) { [0, 0] = 1e-6f, [0, 1] = 2e-6f, [1, 0] = 3e-6f, [1, 1] = 4e-6f };
        var currents = new float[2];
        crossbar.Multiply(new ActiveInput([0, 1], [1f, 0.5f]), 0.2f, currents);
        Assert.Equal(0.2 * (1e-6 + (0.5 * 3e-6)), currents[0], 1e-12);
        Assert.Equal(0.2 * (2e-6 + (0.5 * 4e-6)), currents[1], 1e-12);
    }

    [Theory]
    [InlineData(784, 100)]
    [InlineData(33, 10)]
    public void Array_products_agree_with_the_weights_read_out(int rows, int columns)
    {
        var array = new SynapseArray(rows, columns, SyntheticTable.Linear(), new SynapseSettings(1), new RandomStream(2, "array"));
        var random = new RandomStream(2, "input");
        var weights = new float[rows * columns];
        array.CopyWeights(weights);
        var (active, values) = RandomInput(rows, random);
        var (fast, plain) = (new float[columns], new float[columns]);
        array.Multiply(new ActiveInput(active, values), fast);
        array.MultiplyPlain(new ActiveInput(active, values), plain);
        Assert.Equal(plain, fast);
        for (var j = 0; j < columns; j++)
        {
            var expected = Enumerable.Range(0, active.Length).Sum(k => (double)values[k] * weights[(active[k] * columns) + j]);
            Assert.Equal(expected, fast[j], 1e-4);
        }

        var delta = Enumerable.Range(0, columns).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var back = new float[rows];
        array.MultiplyTransposed(delta, back);
        for (var i = 0; i < rows; i++)
        {
            var expected = Enumerable.Range(0, columns).Sum(j => (double)delta[j] * weights[(i * columns) + j]);
            Assert.Equal(expected, back[i], 1e-4);
        }
    }

    [Fact]
    public void Ideal_weights_change_by_exactly_the_outer_product()
    {
        var weights = new FloatWeights(4, 3, 0.5f, new RandomStream(3, "ideal"));
        var (before, after) = (new float[12], new float[12]);
        weights.CopyWeights(before);
        weights.Update(new ActiveInput([1, 3], [0.5f, 1f]), [0.1f, -0.2f, 0.3f], 2f);
        weights.CopyWeights(after);
        float[] input = [0, 0.5f, 0, 1], delta = [0.1f, -0.2f, 0.3f];
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(before[i] + (2f * input[i / 3] * delta[i % 3]), after[i], 1e-6f);
        }
    }

    private static (int[] Active, float[] Values) RandomInput(int rows, RandomStream random)
    {
        var active = Enumerable.Range(0, rows).Where(_ => random.NextSingle() < 0.4f).ToArray();
        return (active, [.. active.Select(_ => random.NextSingle())]);
    }
}
