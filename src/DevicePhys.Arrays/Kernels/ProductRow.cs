using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The product of one row with a packed matrix: bound by how fast the matrix streams in, so it is read in one straight run.</summary>
internal static class ProductRow<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Sums two vectors of columns, four rows at a time into separate sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(ref float a, ref float b, int depth, ref float c, bool add)
    {
        TVector l0 = default, l1 = default, l2 = default, l3 = default;
        TVector r0 = default, r1 = default, r2 = default, r3 = default;
        nint k = 0, bAt = 0;
        for (; k + 4 <= depth; k += 4)
        {
            var x = TLanes.Broadcast(Unsafe.Add(ref a, k));
            l0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt), l0);
            r0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + TLanes.Count), r0);
            x = TLanes.Broadcast(Unsafe.Add(ref a, k + 1));
            l1 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (2 * TLanes.Count)), l1);
            r1 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (3 * TLanes.Count)), r1);
            x = TLanes.Broadcast(Unsafe.Add(ref a, k + 2));
            l2 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (4 * TLanes.Count)), l2);
            r2 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (5 * TLanes.Count)), r2);
            x = TLanes.Broadcast(Unsafe.Add(ref a, k + 3));
            l3 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (6 * TLanes.Count)), l3);
            r3 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + (7 * TLanes.Count)), r3);
            bAt += 8 * TLanes.Count;
        }

        for (; k < depth; k++)
        {
            var x = TLanes.Broadcast(Unsafe.Add(ref a, k));
            l0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt), l0);
            r0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + TLanes.Count), r0);
            bAt += 2 * TLanes.Count;
        }

        Put(Sum(l0, l1, l2, l3), ref c, add);
        Put(Sum(r0, r1, r2, r3), ref Unsafe.Add(ref c, TLanes.Count), add);
    }

    /// <summary>Sums four neighbouring panels at once: four streams from memory keep more of it under way than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Four(ref float a, ref float b, int depth, ref float c, bool add)
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        var panel = (nint)depth * 2 * TLanes.Count;
        ref var b1 = ref Unsafe.Add(ref b, panel);
        ref var b2 = ref Unsafe.Add(ref b1, panel);
        ref var b3 = ref Unsafe.Add(ref b2, panel);
        nint k = 0, bAt = 0;
        for (; k < depth; k++)
        {
            var x = TLanes.Broadcast(Unsafe.Add(ref a, k));
            s0 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt), s0);
            s1 = TLanes.MultiplyAdd(x, TLanes.Load(ref b, bAt + TLanes.Count), s1);
            s2 = TLanes.MultiplyAdd(x, TLanes.Load(ref b1, bAt), s2);
            s3 = TLanes.MultiplyAdd(x, TLanes.Load(ref b1, bAt + TLanes.Count), s3);
            s4 = TLanes.MultiplyAdd(x, TLanes.Load(ref b2, bAt), s4);
            s5 = TLanes.MultiplyAdd(x, TLanes.Load(ref b2, bAt + TLanes.Count), s5);
            s6 = TLanes.MultiplyAdd(x, TLanes.Load(ref b3, bAt), s6);
            s7 = TLanes.MultiplyAdd(x, TLanes.Load(ref b3, bAt + TLanes.Count), s7);
            bAt += 2 * TLanes.Count;
        }

        Put(s0, ref c, add);
        Put(s1, ref Unsafe.Add(ref c, TLanes.Count), add);
        Put(s2, ref Unsafe.Add(ref c, 2 * TLanes.Count), add);
        Put(s3, ref Unsafe.Add(ref c, 3 * TLanes.Count), add);
        Put(s4, ref Unsafe.Add(ref c, 4 * TLanes.Count), add);
        Put(s5, ref Unsafe.Add(ref c, 5 * TLanes.Count), add);
        Put(s6, ref Unsafe.Add(ref c, 6 * TLanes.Count), add);
        Put(s7, ref Unsafe.Add(ref c, 7 * TLanes.Count), add);
    }

    /// <summary>Sums one vector of columns, eight rows at a time into separate sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ref float a, ref float b, int depth, ref float c, bool add)
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default;
        nint k = 0, bAt = 0;
        for (; k + 4 <= depth; k += 4)
        {
            s0 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, k)), TLanes.Load(ref b, bAt), s0);
            s1 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, k + 1)), TLanes.Load(ref b, bAt + TLanes.Count), s1);
            s2 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, k + 2)), TLanes.Load(ref b, bAt + (2 * TLanes.Count)), s2);
            s3 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, k + 3)), TLanes.Load(ref b, bAt + (3 * TLanes.Count)), s3);
            bAt += 4 * TLanes.Count;
        }

        for (; k < depth; k++)
        {
            s0 = TLanes.MultiplyAdd(TLanes.Broadcast(Unsafe.Add(ref a, k)), TLanes.Load(ref b, bAt), s0);
            bAt += TLanes.Count;
        }

        Put(Sum(s0, s1, s2, s3), ref c, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(TVector a, TVector b, TVector c, TVector d) => TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector sum, ref float c, bool add) =>
        TLanes.Store(add ? TLanes.Add(TLanes.Load(ref c, 0), sum) : sum, ref c, 0);
}
