using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Spiking.DiehlCook;

/// <summary>What an input spike does to a row of weights.</summary>
internal static class TraceRows
{
    /// <summary>Adds a row of weights to the conductances.</summary>
    public static void Add(ReadOnlySpan<float> weights, Span<float> conductances)
    {
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var conductance = ref MemoryMarshal.GetReference(conductances);
        for (nuint j = 0; j < (nuint)weights.Length; j += 8)
            (Vector256.LoadUnsafe(ref conductance, j) + Vector256.LoadUnsafe(ref weight, j)).StoreUnsafe(ref conductance, j);
    }

    /// <summary>Adds a row of weights to the conductances, then takes from the weights what the output traces say, down to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddAndDepress(Span<float> weights, Span<float> conductances, ReadOnlySpan<float> traces, float rate)
    {
        conductances = conductances[..weights.Length];
        traces = traces[..weights.Length];
        var factor = Vector256.Create(rate);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var conductance = ref MemoryMarshal.GetReference(conductances);
        ref var trace = ref MemoryMarshal.GetReference(traces);
        for (nuint j = 0; j < (nuint)weights.Length; j += 8)
        {
            var old = Vector256.LoadUnsafe(ref weight, j);
            (Vector256.LoadUnsafe(ref conductance, j) + old).StoreUnsafe(ref conductance, j);
            Vector256.MaxNative(old - (factor * Vector256.LoadUnsafe(ref trace, j)), Vector256<float>.Zero).StoreUnsafe(ref weight, j);
        }
    }

    /// <summary>The same as <see cref="AddAndDepress"/>, written plainly: to the bit.</summary>
    public static void AddAndDepressPlain(Span<float> weights, Span<float> conductances, ReadOnlySpan<float> traces, float rate)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            conductances[j] += weights[j];
            weights[j] = Math.Max(weights[j] - (rate * traces[j]), 0);
        }
    }

    /// <summary>Multiplies every value by a factor of its own.</summary>
    public static void Multiply(Span<float> values, ReadOnlySpan<float> factors)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var factor = ref MemoryMarshal.GetReference(factors[..values.Length]);
        for (nuint j = 0; j < (nuint)values.Length; j += 8)
            (Vector256.LoadUnsafe(ref value, j) * Vector256.LoadUnsafe(ref factor, j)).StoreUnsafe(ref value, j);
    }

    /// <summary>Multiplies every value.</summary>
    public static void Scale(Span<float> values, float factor)
    {
        var by = Vector256.Create(factor);
        ref var value = ref MemoryMarshal.GetReference(values);
        for (nuint j = 0; j < (nuint)values.Length; j += 8)
            (Vector256.LoadUnsafe(ref value, j) * by).StoreUnsafe(ref value, j);
    }
}
