using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The neurons of a core that draw no random numbers, in vectors; the others have no weights, leak or thresholds here and stay as they are.</summary>
internal sealed class VectorNeurons
{
    private const int Lanes = 8;
    private static readonly Vector256<int> LaneBits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);

    private readonly int[] weights = new int[4 * TrueNorthCore.Size];
    private readonly int[] leak = New(0), reversal = New(0), threshold = New(int.MaxValue), lowest = New(int.MinValue);
    private readonly int[] toValue = New(0), linear = New(0), saturates = New(0), resetValue = New(0);

    public VectorNeurons(IReadOnlyList<TrueNorthNeuron> neurons, IReadOnlyList<int> without)
    {
        for (var n = 0; n < TrueNorthCore.Size; n++)
        {
            var neuron = neurons[n];
            if (without.Contains(n))
                continue;
            for (var type = 0; type < 4; type++)
                weights[(type * TrueNorthCore.Size) + n] = neuron.Weights[type];
            (leak[n], reversal[n]) = (neuron.Leak, Mask(neuron.LeakReversal));
            (threshold[n], lowest[n], resetValue[n]) = (neuron.Threshold, -neuron.NegativeThreshold, neuron.ResetValue);
            (toValue[n], linear[n], saturates[n]) = (Mask(neuron.Reset == TrueNorthReset.Value), Mask(neuron.Reset == TrueNorthReset.Linear), Mask(neuron.Saturates));
        }
    }

    /// <summary>Adds the weights of an active axon to the neurons it reaches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int type, ReadOnlySpan<ulong> reached, Span<int> membranes)
    {
        ref var weight = ref weights[type * TrueNorthCore.Size];
        ref var membrane = ref MemoryMarshal.GetReference(membranes);
        var bytes = MemoryMarshal.AsBytes(reached);
        for (var k = 0; k < TrueNorthCore.Size / Lanes; k++)
        {
            var crossed = Vector256.Equals(Vector256.Create((int)bytes[k]) & LaneBits, LaneBits);
            var at = (nuint)(k * Lanes);
            (Vector256.LoadUnsafe(ref membrane, at) + (Vector256.LoadUnsafe(ref weight, at) & crossed)).StoreUnsafe(ref membrane, at);
        }
    }

    /// <summary>Leak, thresholds and resets.</summary>
    /// <returns>Whether any neuron fired or moved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Finish(Span<int> membranes, Span<ulong> spikes)
    {
        var (most, least, zero) = (Vector256.Create(TrueNorthNeuron.Most), Vector256.Create(-TrueNorthNeuron.Most - 1), Vector256<int>.Zero);
        var moved = zero;
        ref var membrane = ref MemoryMarshal.GetReference(membranes);
        for (var k = 0; k < TrueNorthCore.Size / Lanes; k++)
        {
            var at = (nuint)(k * Lanes);
            var before = Vector256.LoadUnsafe(ref membrane, at);
            var v = Vector256.Max(Vector256.Min(before, most), least);
            var amount = Load(leak, at);

            // A comparison gives −1 where it holds: this is the sign of v.
            var sign = Vector256.GreaterThan(zero, v) - Vector256.GreaterThan(v, zero);
            v += Vector256.ConditionalSelect(Load(reversal, at), amount * sign, amount);
            v = Vector256.Max(Vector256.Min(v, most), least);
            var (high, low) = (Load(threshold, at), Load(lowest, at));
            var fires = Vector256.GreaterThanOrEqual(v, high);
            var below = Vector256.LessThan(v, low) & ~fires;
            var (value, step, holds) = (Load(toValue, at), Load(linear, at), Load(saturates, at));
            var up = Vector256.ConditionalSelect(value, Load(resetValue, at), v - (high & step));
            var down = Vector256.ConditionalSelect(holds, low, Vector256.ConditionalSelect(value, zero - Load(resetValue, at), v - (low & step)));
            var after = Vector256.ConditionalSelect(fires, up, Vector256.ConditionalSelect(below, down, v));
            after.StoreUnsafe(ref membrane, at);
            moved |= (after ^ before) | fires;
            spikes[k / 8] |= (ulong)fires.ExtractMostSignificantBits() << (k % 8 * Lanes);
        }

        return moved != zero;
    }

    private static Vector256<int> Load(int[] values, nuint at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), at);

    private static int Mask(bool set) => set ? -1 : 0;

    private static int[] New(int value)
    {
        var values = new int[TrueNorthCore.Size];
        Array.Fill(values, value);
        return values;
    }
}
