using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Weighted sums of matrix rows, the inner loop of every product, with its plain twin.</summary>
/// <remarks>
/// Every lane adds its rows in ascending order with fused multiply-add, in the plain twin as well, so both give the same bits on every
/// vector width.
/// </remarks>
internal static class RowSums
{
    /// <summary>output[j] = sum over driven rows of value × element(row, j), for all padded columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TRows>(TRows source, ActiveInput input, Span<float> output)
        where TRows : struct, IRowSource
    {
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(output[..source.Stride]);
        var rows = input.Rows;
        var values = input.Values[..rows.Length];
        var first = 0;

        // Four independent sums hide the latency of the multiply-add; more would spill on machines with 16 vector registers.
        for (; first + 4 <= sums.Length; first += 4)
        {
            Vector256<float> a = default, b = default, c = default, d = default;
            for (var k = 0; k < rows.Length; k++)
            {
                var x = Vector256.Create(values[k]);
                var offset = (rows[k] * source.Stride) + (first * PaddedMatrix.Lanes);
                a = Vector256.FusedMultiplyAdd(x, source.Load(offset), a);
                b = Vector256.FusedMultiplyAdd(x, source.Load(offset + 8), b);
                c = Vector256.FusedMultiplyAdd(x, source.Load(offset + 16), c);
                d = Vector256.FusedMultiplyAdd(x, source.Load(offset + 24), d);
            }

            (sums[first], sums[first + 1], sums[first + 2], sums[first + 3]) = (a, b, c, d);
        }

        for (; first + 2 <= sums.Length; first += 2)
        {
            Vector256<float> a = default, b = default;
            for (var k = 0; k < rows.Length; k++)
            {
                var x = Vector256.Create(values[k]);
                var offset = (rows[k] * source.Stride) + (first * PaddedMatrix.Lanes);
                a = Vector256.FusedMultiplyAdd(x, source.Load(offset), a);
                b = Vector256.FusedMultiplyAdd(x, source.Load(offset + 8), b);
            }

            (sums[first], sums[first + 1]) = (a, b);
        }

        for (; first < sums.Length; first++)
        {
            Vector256<float> a = default;
            for (var k = 0; k < rows.Length; k++)
            {
                a = Vector256.FusedMultiplyAdd(Vector256.Create(values[k]), source.Load((rows[k] * source.Stride) + (first * PaddedMatrix.Lanes)), a);
            }

            sums[first] = a;
        }
    }

    /// <summary>The plain twin of <see cref="Add"/>.</summary>
    public static void AddPlain<TRows>(TRows source, ActiveInput input, Span<float> output)
        where TRows : struct, IRowSource
    {
        output[..source.Stride].Clear();
        for (var k = 0; k < input.Count; k++)
        {
            for (var j = 0; j < source.Stride; j++)
            {
                output[j] = MathF.FusedMultiplyAdd(input.Values[k], source.At((input.Rows[k] * source.Stride) + j), output[j]);
            }
        }
    }

    /// <summary>result[i] = sum over padded columns of element(i, j) × delta[j], added in eight interleaved partial sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Across<TRows>(TRows source, ReadOnlySpan<float> delta, Span<float> result)
        where TRows : struct, IRowSource
    {
        var deltas = MemoryMarshal.Cast<float, Vector256<float>>(delta[..source.Stride]);
        for (var i = 0; i < result.Length; i++)
        {
            var sum = Vector256<float>.Zero;
            for (var v = 0; v < deltas.Length; v++)
            {
                sum = Vector256.FusedMultiplyAdd(source.Load((i * source.Stride) + (v * PaddedMatrix.Lanes)), deltas[v], sum);
            }

            result[i] = Fold(sum);
        }
    }

    /// <summary>The plain twin of <see cref="Across"/>.</summary>
    public static void AcrossPlain<TRows>(TRows source, ReadOnlySpan<float> delta, Span<float> result)
        where TRows : struct, IRowSource
    {
        for (var i = 0; i < result.Length; i++)
        {
            var sum = Vector256<float>.Zero;
            for (var j = 0; j < source.Stride; j++)
            {
                var lane = j % PaddedMatrix.Lanes;
                sum = sum.WithElement(lane, MathF.FusedMultiplyAdd(source.At((i * source.Stride) + j), delta[j], sum[lane]));
            }

            result[i] = Fold(sum);
        }
    }

    /// <summary>Adds the lanes in a fixed order: the library's own sum may differ between instruction sets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Fold(Vector256<float> sum)
    {
        var half = sum.GetLower() + sum.GetUpper();
        return (half[0] + half[2]) + (half[1] + half[3]);
    }
}
