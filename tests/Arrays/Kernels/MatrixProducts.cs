using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Kernels;

public sealed class MatrixProducts
{
    // Rows: both sides of a tile (6) and of a group of tiles (96); depth: of the loop's four steps, of a block (4096, 2048, 1024, 512 rows for
    // 1, 4, 8, 16 lanes) and of the distance from which left-hand rows are copied (1024); columns: of one vector, a panel and four panels of every width,
    // and of a matrix that stands transposed (up to 10 columns, from 256 rows on).
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 7, 3 }, { 1, 784, 10 }, { 1, 784, 100 }, { 1, 1100, 130 }, { 1, 33, 128 }, { 1, 2, 257 },
        { 2, 3, 5 }, { 5, 4, 8 }, { 6, 5, 16 }, { 7, 6, 17 }, { 11, 9, 31 }, { 12, 8, 32 }, { 13, 7, 33 }, { 6, 1, 4 },
        { 64, 784, 10 }, { 5, 261, 9 }, { 4, 256, 5 }, { 3, 300, 3 }, { 7, 785, 10 }, { 1, 260, 6 }, { 2, 255, 10 }, { 95, 30, 100 }, { 97, 31, 48 }, { 100, 1030, 300 }, { 8, 1024, 513 }, { 3, 2100, 40 }, { 4, 1537, 280 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fast_products_of_every_vector_width_agree_with_the_plain_one(int rows, int depth, int columns)
    {
        var random = new RandomStream(1, "products", (ulong)((rows * 7919) + (depth * 31) + columns));
        var (a, b) = (Numbers(rows * depth, random), Numbers(depth * columns, random));
        var (plain, magnitude) = (new float[rows * columns], new float[rows * columns]);
        MatrixProduct.MultiplyPlain(a, b, plain, rows, depth, columns);
        MatrixProduct.MultiplyPlain([.. a.Select(MathF.Abs)], [.. b.Select(MathF.Abs)], magnitude, rows, depth, columns);
        foreach (var lanes in (int[])[4, 8, 16])
        {
            var packed = new PackedMatrix(depth, columns, lanes);
            packed.Pack(b);

            // The space behind the result must stay as it is: lanes beyond the last column are not to be written.
            var c = Enumerable.Repeat(float.NaN, (rows * columns) + 64).ToArray();
            MatrixProduct.Multiply(a, rows, packed, c.AsSpan(0, rows * columns));
            Assert.All(c[(rows * columns)..], value => Assert.True(float.IsNaN(value)));
            for (var i = 0; i < plain.Length; i++)
            {
                // Origin: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., eq. (3.5), for both orders of summation.
                var bound = 2 * depth * 6e-8 * magnitude[i];
                Assert.True(Math.Abs(c[i] - plain[i]) <= bound, $"{lanes} lanes, element {i}: {c[i]} against {plain[i]}");
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void A_product_of_small_whole_numbers_is_exact(int lanes)
    {
        var (a, b) = (new float[7 * 50], new float[50 * 37]);
        var random = new RandomStream(2, "whole");
        foreach (ref var x in a.AsSpan())
        {
            x = random.NextInt(9) - 4;
        }

        foreach (ref var x in b.AsSpan())
        {
            x = random.NextInt(9) - 4;
        }

        var packed = new PackedMatrix(50, 37, lanes);
        packed.Pack(b);
        var (fast, plain) = (new float[7 * 37], new float[7 * 37]);
        MatrixProduct.Multiply(a, 7, packed, fast);
        MatrixProduct.MultiplyPlain(a, b, plain, 7, 50, 37);
        Assert.Equal(plain, fast);
    }

    [Fact]
    public void A_matrix_packed_from_its_transpose_is_the_same()
    {
        var random = new RandomStream(3, "transpose");
        var b = Numbers(70 * 45, random);
        var transposed = new float[45 * 70];
        for (var i = 0; i < 70; i++)
        {
            for (var j = 0; j < 45; j++)
            {
                transposed[(j * 70) + i] = b[(i * 45) + j];
            }
        }

        var (straight, turned) = (new PackedMatrix(b, 70, 45), new PackedMatrix(70, 45));
        turned.PackTransposed(transposed);
        Assert.Equal(straight.Values.ToArray(), turned.Values.ToArray());
    }

    [Fact]
    public void Packing_again_replaces_every_element()
    {
        var random = new RandomStream(4, "again");
        var packed = new PackedMatrix(Numbers(33 * 21, random), 33, 21);
        var b = Numbers(33 * 21, random);
        packed.Pack(b);
        Assert.Equal(new PackedMatrix(b, 33, 21).Values.ToArray(), packed.Values.ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var b = new PackedMatrix(3, 4);
        Assert.Throws<ArgumentException>(() => b.Pack(new float[11]));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[5], 2, b, new float[8]));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[6], 2, b, new float[9]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PackedMatrix(0, 4));
    }

    [Theory]
    [InlineData(1, 100, 30)]
    [InlineData(20, 100, 30)]
    [InlineData(20, 1030, 300)]
    public void A_product_allocates_nothing(int rows, int depth, int columns)
    {
        var random = new RandomStream(5, "allocation");
        var b = new PackedMatrix(Numbers(depth * columns, random), depth, columns);
        var (a, c) = (Numbers(rows * depth, random), new float[rows * columns]);
        MatrixProduct.Multiply(a, rows, b, c);
        var before = GC.GetAllocatedBytesForCurrentThread();
        MatrixProduct.Multiply(a, rows, b, c);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static float[] Numbers(int count, RandomStream random)
    {
        var numbers = new float[count];
        foreach (ref var x in numbers.AsSpan())
        {
            x = random.NextSingle() - 0.5f;
        }

        return numbers;
    }
}
