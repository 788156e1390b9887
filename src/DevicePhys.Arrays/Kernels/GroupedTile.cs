using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Six inputs by sixteen columns over a list of rows, all sums in registers.</summary>
/// <remarks>Every sum adds its rows in ascending order with fused multiply-adds, so that it has the same bits on every machine.</remarks>
internal static class GroupedTile
{
    /// <summary>Inputs of a tile.</summary>
    public const int Rows = 6;

    /// <summary>One panel of a matrix.</summary>
    /// <param name="rows">The rows to visit.</param>
    /// <param name="values">[rows × 6].</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="column">The first column of the panel.</param>
    /// <param name="output">[6 × Stride], the columns of the panel filled.</param>
    public static void Run(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, PanelMatrix matrix, int column, Span<float> output)
    {
        if (rows.Length == 0)
        {
            output.Clear();
            return;
        }

        ref var row = ref Unsafe.AsRef(in rows[0]);
        ref var value = ref Unsafe.AsRef(in values[0]);
        ref var panel = ref matrix.First(column / PanelMatrix.Panel);
        if (matrix.Stride - column > 8)
        {
            Wide(ref row, ref value, rows.Length, ref panel, ref output[column], matrix.Stride);
        }
        else
        {
            Narrow(ref row, ref value, rows.Length, ref panel, ref output[column], matrix.Stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ref int row, ref float value, int count, ref float panel, ref float to, nint stride)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector256<float> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default;
        for (nint k = 0; k < count; k++)
        {
            ref var from = ref Unsafe.Add(ref panel, Unsafe.Add(ref row, k) * (nint)PanelMatrix.Panel);
            var (low, high) = (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, 8));
            ref var six = ref Unsafe.Add(ref value, k * Rows);
            var x = Vector256.Create(six);
            a0 = Vector256.FusedMultiplyAdd(x, low, a0);
            b0 = Vector256.FusedMultiplyAdd(x, high, b0);
            x = Vector256.Create(Unsafe.Add(ref six, 1));
            a1 = Vector256.FusedMultiplyAdd(x, low, a1);
            b1 = Vector256.FusedMultiplyAdd(x, high, b1);
            x = Vector256.Create(Unsafe.Add(ref six, 2));
            a2 = Vector256.FusedMultiplyAdd(x, low, a2);
            b2 = Vector256.FusedMultiplyAdd(x, high, b2);
            x = Vector256.Create(Unsafe.Add(ref six, 3));
            a3 = Vector256.FusedMultiplyAdd(x, low, a3);
            b3 = Vector256.FusedMultiplyAdd(x, high, b3);
            x = Vector256.Create(Unsafe.Add(ref six, 4));
            a4 = Vector256.FusedMultiplyAdd(x, low, a4);
            b4 = Vector256.FusedMultiplyAdd(x, high, b4);
            x = Vector256.Create(Unsafe.Add(ref six, 5));
            a5 = Vector256.FusedMultiplyAdd(x, low, a5);
            b5 = Vector256.FusedMultiplyAdd(x, high, b5);
        }

        Put(a0, b0, ref to);
        Put(a1, b1, ref Unsafe.Add(ref to, stride));
        Put(a2, b2, ref Unsafe.Add(ref to, 2 * stride));
        Put(a3, b3, ref Unsafe.Add(ref to, 3 * stride));
        Put(a4, b4, ref Unsafe.Add(ref to, 4 * stride));
        Put(a5, b5, ref Unsafe.Add(ref to, 5 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ref int row, ref float value, int count, ref float panel, ref float to, nint stride)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        for (nint k = 0; k < count; k++)
        {
            var low = Vector256.LoadUnsafe(ref Unsafe.Add(ref panel, Unsafe.Add(ref row, k) * (nint)PanelMatrix.Panel));
            ref var six = ref Unsafe.Add(ref value, k * Rows);
            a0 = Vector256.FusedMultiplyAdd(Vector256.Create(six), low, a0);
            a1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref six, 1)), low, a1);
            a2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref six, 2)), low, a2);
            a3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref six, 3)), low, a3);
            a4 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref six, 4)), low, a4);
            a5 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref six, 5)), low, a5);
        }

        a0.StoreUnsafe(ref to);
        a1.StoreUnsafe(ref Unsafe.Add(ref to, stride));
        a2.StoreUnsafe(ref Unsafe.Add(ref to, 2 * stride));
        a3.StoreUnsafe(ref Unsafe.Add(ref to, 3 * stride));
        a4.StoreUnsafe(ref Unsafe.Add(ref to, 4 * stride));
        a5.StoreUnsafe(ref Unsafe.Add(ref to, 5 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> low, Vector256<float> high, ref float to)
    {
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 8);
    }
}
