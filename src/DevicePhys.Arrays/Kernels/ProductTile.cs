using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The innermost products: six rows by two vectors (or one) of columns, all sums in registers.</summary>
/// <remarks>
/// Twelve sums hide the latency of two multiply-adds per cycle and leave room, among 16 registers, for two vectors of the right-hand
/// matrix and a broadcast element of the left-hand one. Element (i, k) of the left-hand matrix stands at i × rowStep + k × depthStep, so the
/// same code reads it packed and as it is. Rows beyond <c>rows</c> repeat the last one and are not to be kept. Four steps stand in
/// the loop: on a core that is shared with another thread the instructions around the sums decide.
/// </remarks>
internal static class ProductTile<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Writes, or adds, six rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(ref float a, int rows, nint rowStep, nint depthStep, ref float b, int depth, ref float c, nint cStep, bool add)
    {
        ref var a1 = ref Unsafe.Add(ref a, Math.Min(1, rows - 1) * rowStep);
        ref var a2 = ref Unsafe.Add(ref a, Math.Min(2, rows - 1) * rowStep);
        ref var a3 = ref Unsafe.Add(ref a, Math.Min(3, rows - 1) * rowStep);
        ref var a4 = ref Unsafe.Add(ref a, Math.Min(4, rows - 1) * rowStep);
        ref var a5 = ref Unsafe.Add(ref a, Math.Min(5, rows - 1) * rowStep);
        TVector l0 = default, l1 = default, l2 = default, l3 = default, l4 = default, l5 = default;
        TVector r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default;
        nint at = 0, bAt = 0;
        var k = depth;
        for (; k >= 4; k -= 4)
        {
            Step(ref a, ref a1, ref a2, ref a3, ref a4, ref a5, at, ref Unsafe.Add(ref b, bAt),
                ref l0, ref l1, ref l2, ref l3, ref l4, ref l5, ref r0, ref r1, ref r2, ref r3, ref r4, ref r5);
            at += depthStep;
            Step(ref a, ref a1, ref a2, ref a3, ref a4, ref a5, at, ref Unsafe.Add(ref b, bAt + (2 * TLanes.Count)),
                ref l0, ref l1, ref l2, ref l3, ref l4, ref l5, ref r0, ref r1, ref r2, ref r3, ref r4, ref r5);
            at += depthStep;
            Step(ref a, ref a1, ref a2, ref a3, ref a4, ref a5, at, ref Unsafe.Add(ref b, bAt + (4 * TLanes.Count)),
                ref l0, ref l1, ref l2, ref l3, ref l4, ref l5, ref r0, ref r1, ref r2, ref r3, ref r4, ref r5);
            at += depthStep;
            Step(ref a, ref a1, ref a2, ref a3, ref a4, ref a5, at, ref Unsafe.Add(ref b, bAt + (6 * TLanes.Count)),
                ref l0, ref l1, ref l2, ref l3, ref l4, ref l5, ref r0, ref r1, ref r2, ref r3, ref r4, ref r5);
            at += depthStep;
            bAt += 8 * TLanes.Count;
        }

        for (; k > 0; k--)
        {
            Step(ref a, ref a1, ref a2, ref a3, ref a4, ref a5, at, ref Unsafe.Add(ref b, bAt),
                ref l0, ref l1, ref l2, ref l3, ref l4, ref l5, ref r0, ref r1, ref r2, ref r3, ref r4, ref r5);
            at += depthStep;
            bAt += 2 * TLanes.Count;
        }

        Put(l0, r0, ref c, add);
        Put(l1, r1, ref Unsafe.Add(ref c, cStep), add);
        Put(l2, r2, ref Unsafe.Add(ref c, 2 * cStep), add);
        Put(l3, r3, ref Unsafe.Add(ref c, 3 * cStep), add);
        Put(l4, r4, ref Unsafe.Add(ref c, 4 * cStep), add);
        Put(l5, r5, ref Unsafe.Add(ref c, 5 * cStep), add);
    }

    /// <summary>Writes, or adds, six rows by one vector: the last panel when it is at most one vector wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ref float a, int rows, nint rowStep, nint depthStep, ref float b, int depth, ref float c, nint cStep, bool add)
    {
        ref var a1 = ref Unsafe.Add(ref a, Math.Min(1, rows - 1) * rowStep);
        ref var a2 = ref Unsafe.Add(ref a, Math.Min(2, rows - 1) * rowStep);
        ref var a3 = ref Unsafe.Add(ref a, Math.Min(3, rows - 1) * rowStep);
        ref var a4 = ref Unsafe.Add(ref a, Math.Min(4, rows - 1) * rowStep);
        ref var a5 = ref Unsafe.Add(ref a, Math.Min(5, rows - 1) * rowStep);
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        TVector d0 = default, d1 = default, d2 = default, d3 = default, d4 = default, d5 = default;
        nint at = 0, bAt = 0;

        // Two steps at a time into separate sums: six sums alone would wait for each other.
        for (var k = depth; k >= 2; k -= 2)
        {
            var (first, second) = (TLanes.Load(ref b, bAt), TLanes.Load(ref b, bAt + TLanes.Count));
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, at)), first, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a1, at)), first, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a2, at)), first, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a3, at)), first, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a4, at)), first, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a5, at)), first, c5);
            at += depthStep;
            d0 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, at)), second, d0);
            d1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a1, at)), second, d1);
            d2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a2, at)), second, d2);
            d3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a3, at)), second, d3);
            d4 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a4, at)), second, d4);
            d5 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a5, at)), second, d5);
            at += depthStep;
            bAt += 2 * TLanes.Count;
        }

        if ((depth & 1) != 0)
        {
            var last = TLanes.Load(ref b, bAt);
            c0 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, at)), last, c0);
            c1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a1, at)), last, c1);
            c2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a2, at)), last, c2);
            c3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a3, at)), last, c3);
            c4 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a4, at)), last, c4);
            c5 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a5, at)), last, c5);
        }

        Put(TLanes.Add(c0, d0), ref c, add);
        Put(TLanes.Add(c1, d1), ref Unsafe.Add(ref c, cStep), add);
        Put(TLanes.Add(c2, d2), ref Unsafe.Add(ref c, 2 * cStep), add);
        Put(TLanes.Add(c3, d3), ref Unsafe.Add(ref c, 3 * cStep), add);
        Put(TLanes.Add(c4, d4), ref Unsafe.Add(ref c, 4 * cStep), add);
        Put(TLanes.Add(c5, d5), ref Unsafe.Add(ref c, 5 * cStep), add);
    }

    /// <summary>One step of depth; the sums are the caller's registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        ref float a0, ref float a1, ref float a2, ref float a3, ref float a4, ref float a5, nint at, ref float b,
        ref TVector l0, ref TVector l1, ref TVector l2, ref TVector l3, ref TVector l4, ref TVector l5,
        ref TVector r0, ref TVector r1, ref TVector r2, ref TVector r3, ref TVector r4, ref TVector r5)
    {
        var left = TLanes.Load(ref b, 0);
        var right = TLanes.Load(ref b, TLanes.Count);
        var x = TLanes.Broadcast(Unsafe.Add(ref a0, at));
        l0 = TLanes.MultiplyAdd(x, left, l0);
        r0 = TLanes.MultiplyAdd(x, right, r0);
        x = TLanes.Broadcast(Unsafe.Add(ref a1, at));
        l1 = TLanes.MultiplyAdd(x, left, l1);
        r1 = TLanes.MultiplyAdd(x, right, r1);
        x = TLanes.Broadcast(Unsafe.Add(ref a2, at));
        l2 = TLanes.MultiplyAdd(x, left, l2);
        r2 = TLanes.MultiplyAdd(x, right, r2);
        x = TLanes.Broadcast(Unsafe.Add(ref a3, at));
        l3 = TLanes.MultiplyAdd(x, left, l3);
        r3 = TLanes.MultiplyAdd(x, right, r3);
        x = TLanes.Broadcast(Unsafe.Add(ref a4, at));
        l4 = TLanes.MultiplyAdd(x, left, l4);
        r4 = TLanes.MultiplyAdd(x, right, r4);
        x = TLanes.Broadcast(Unsafe.Add(ref a5, at));
        l5 = TLanes.MultiplyAdd(x, left, l5);
        r5 = TLanes.MultiplyAdd(x, right, r5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector left, TVector right, ref float c, bool add)
    {
        Put(left, ref c, add);
        Put(right, ref Unsafe.Add(ref c, TLanes.Count), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector sum, ref float c, bool add) =>
        TLanes.Store(add ? TLanes.Add(TLanes.Load(ref c, 0), sum) : sum, ref c, 0);
}
