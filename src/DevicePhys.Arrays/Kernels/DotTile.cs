using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The innermost products with a matrix of few columns: vectors lie along the depth, so that no lane is spent on columns that are not there.</summary>
/// <remarks>
/// Both matrices are read as they lie, with the right-hand one transposed; a sum over lanes ends every element. What is left of the depth beyond whole
/// vectors comes from a copy that is filled up with 0, as the right-hand matrix is. Ten sums hide the latency of two multiply-adds per cycle.
/// </remarks>
internal static class DotTile<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Columns of a tile.</summary>
    public const int Columns = PackedMatrix.NarrowTile;

    /// <summary>Two rows by five columns.</summary>
    /// <param name="a">The first row.</param>
    /// <param name="a1">The second row.</param>
    /// <param name="tail">[2 × lanes]: the ends of both rows, filled up with 0.</param>
    /// <param name="depth">Numbers of a row.</param>
    /// <param name="b">The first of five columns, <paramref name="bStep"/> apart.</param>
    /// <param name="bStep">Distance of columns, whole vectors.</param>
    /// <param name="sums">[2 × 5], filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Two(ref float a, ref float a1, ref float tail, int depth, ref float b, nint bStep, ref float sums)
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default, s4 = default;
        TVector t0 = default, t1 = default, t2 = default, t3 = default, t4 = default;
        ref var b1 = ref Unsafe.Add(ref b, bStep);
        ref var b2 = ref Unsafe.Add(ref b, 2 * bStep);
        ref var b3 = ref Unsafe.Add(ref b, 3 * bStep);
        ref var b4 = ref Unsafe.Add(ref b, 4 * bStep);
        for (nint k = 0; k < bStep; k += TLanes.Count)
        {
            if (k + TLanes.Count > depth)
            {
                a = ref Unsafe.Subtract(ref tail, k);
                a1 = ref Unsafe.Add(ref a, TLanes.Count);
            }

            var (x, y) = (TLanes.Load(ref a, k), TLanes.Load(ref a1, k));
            var column = TLanes.Load(ref b, k);
            s0 = TLanes.MultiplyAdd(x, column, s0);
            t0 = TLanes.MultiplyAdd(y, column, t0);
            column = TLanes.Load(ref b1, k);
            s1 = TLanes.MultiplyAdd(x, column, s1);
            t1 = TLanes.MultiplyAdd(y, column, t1);
            column = TLanes.Load(ref b2, k);
            s2 = TLanes.MultiplyAdd(x, column, s2);
            t2 = TLanes.MultiplyAdd(y, column, t2);
            column = TLanes.Load(ref b3, k);
            s3 = TLanes.MultiplyAdd(x, column, s3);
            t3 = TLanes.MultiplyAdd(y, column, t3);
            column = TLanes.Load(ref b4, k);
            s4 = TLanes.MultiplyAdd(x, column, s4);
            t4 = TLanes.MultiplyAdd(y, column, t4);
        }

        Sums(s0, s1, s2, s3).StoreUnsafe(ref sums);
        Sums(t0, t1, t2, t3).StoreUnsafe(ref sums, Columns);
        var last = Sums(s4, t4, default, default);
        Unsafe.Add(ref sums, 4) = last[0];
        Unsafe.Add(ref sums, Columns + 4) = last[1];
    }

    /// <summary>One row by five columns; see <see cref="Two"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void One(ref float a, ref float tail, int depth, ref float b, nint bStep, ref float sums)
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default, s4 = default;
        TVector t0 = default, t1 = default, t2 = default, t3 = default, t4 = default;
        nint k = 0;

        // Two steps at a time into separate sums: five sums alone would wait for each other.
        for (; k + (2 * TLanes.Count) <= depth; k += 2 * TLanes.Count)
        {
            Step(TLanes.Load(ref a, k), ref Unsafe.Add(ref b, k), bStep, ref s0, ref s1, ref s2, ref s3, ref s4);
            Step(TLanes.Load(ref a, k + TLanes.Count), ref Unsafe.Add(ref b, k + TLanes.Count), bStep, ref t0, ref t1, ref t2, ref t3, ref t4);
        }

        for (; k < bStep; k += TLanes.Count)
        {
            var x = TLanes.Load(ref k + TLanes.Count <= depth ? ref Unsafe.Add(ref a, k) : ref tail, 0);
            Step(x, ref Unsafe.Add(ref b, k), bStep, ref s0, ref s1, ref s2, ref s3, ref s4);
        }

        Sums(TLanes.Add(s0, t0), TLanes.Add(s1, t1), TLanes.Add(s2, t2), TLanes.Add(s3, t3)).StoreUnsafe(ref sums);
        Unsafe.Add(ref sums, 4) = Vector128.Sum(TLanes.Fold(TLanes.Add(s4, t4)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        TVector x, ref float b, nint bStep, ref TVector s0, ref TVector s1, ref TVector s2, ref TVector s3, ref TVector s4)
    {
        s0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, 0), s0);
        s1 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bStep), s1);
        s2 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, 2 * bStep), s2);
        s3 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, 3 * bStep), s3);
        s4 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, 4 * bStep), s4);
    }

    /// <summary>The sums over the lanes of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sums(TVector s0, TVector s1, TVector s2, TVector s3)
    {
        var (a, b, c, d) = (TLanes.Fold(s0), TLanes.Fold(s1), TLanes.Fold(s2), TLanes.Fold(s3));
        if (!Sse.IsSupported)
        {
            return Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));
        }

        var (ab, cd) = (Sse.UnpackLow(a, b) + Sse.UnpackHigh(a, b), Sse.UnpackLow(c, d) + Sse.UnpackHigh(c, d));
        return Sse.MoveLowToHigh(ab, cd) + Sse.MoveHighToLow(cd, ab);
    }
}
