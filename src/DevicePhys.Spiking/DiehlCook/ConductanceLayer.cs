using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Spiking.DiehlCook;

/// <summary>Conductance-based integrate-and-fire neurons in single precision, all moved at once.</summary>
/// <remarks>
/// τ dv/dt = (Rest − v) + g_e (E_e − v) + g_i (E_i − v), with g in units of the leak. Semi-implicit in v, so that no conductance, however large, makes it
/// overshoot (an explicit step blows up where many cells inhibit at once); g decays exactly. Voltages are in millivolts here, for the sake of short
/// numbers. A refractory neuron stays at its reset value.
/// </remarks>
internal sealed class ConductanceLayer
{
    private readonly float step, rest, reset, excitatory, inhibitory, decayExcitatory, decayInhibitory;
    private readonly int refractorySteps;
    private readonly float[] v, threshold, refractory;
    private readonly int[] fired;

    public ConductanceLayer(int count, ConductanceSettings settings, DiehlCookSettings network)
    {
        Count = count;
        var padded = (count + 7) / 8 * 8;
        (v, threshold, refractory, fired) = (new float[padded], new float[padded], new float[padded], new int[padded]);
        (Excitation, Inhibition) = (new float[padded], new float[padded]);
        step = (float)(network.TimeStep / settings.MembraneTime);
        (rest, reset) = ((float)(1e3 * settings.Rest), (float)(1e3 * settings.Reset));
        (excitatory, inhibitory) = ((float)(1e3 * settings.ExcitatoryReversal), (float)(1e3 * settings.InhibitoryReversal));
        decayExcitatory = (float)Math.Exp(-network.TimeStep / network.Decay.Excitatory);
        decayInhibitory = (float)Math.Exp(-network.TimeStep / network.Decay.Inhibitory);
        refractorySteps = (int)TimeGrid.Steps(settings.Refractory, network.TimeStep);
        Array.Fill(threshold, float.PositiveInfinity);
        threshold.AsSpan(0, count).Fill((float)(1e3 * settings.Threshold));
        Rest();
    }

    public int Count { get; }

    /// <summary>[padded], in units of the leak.</summary>
    public float[] Excitation { get; }

    /// <summary>[padded], in units of the leak.</summary>
    public float[] Inhibition { get; }

    /// <summary>[padded], [mV].</summary>
    public ReadOnlySpan<float> Potentials => v;

    /// <summary>[padded], [mV]: where each neuron fires, infinite where there is none.</summary>
    public Span<float> Thresholds => threshold;

    /// <summary>Puts every neuron to rest, without conductance.</summary>
    public void Rest()
    {
        Array.Fill(v, rest);
        Array.Clear(refractory);
        Array.Clear(Excitation);
        Array.Clear(Inhibition);
    }

    /// <summary>Moves all neurons on by a step and resets those that fired.</summary>
    /// <returns>Those that fired, in rising order.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Advance()
    {
        var count = 0;
        var (one, dt, restStep) = (Vector256<float>.One, Vector256.Create(step), Vector256.Create(step * rest));
        var (toExcitatory, toInhibitory) = (Vector256.Create(step * excitatory), Vector256.Create(step * inhibitory));
        var (loseExcitation, loseInhibition) = (Vector256.Create(decayExcitatory), Vector256.Create(decayInhibitory));
        ref var potential = ref MemoryMarshal.GetArrayDataReference(v);
        ref var wait = ref MemoryMarshal.GetArrayDataReference(refractory);
        ref var limit = ref MemoryMarshal.GetArrayDataReference(threshold);
        ref var excitation = ref MemoryMarshal.GetArrayDataReference(Excitation);
        ref var inhibition = ref MemoryMarshal.GetArrayDataReference(Inhibition);
        for (nuint i = 0; i < (nuint)v.Length; i += 8)
        {
            var (ge, gi) = (Vector256.LoadUnsafe(ref excitation, i), Vector256.LoadUnsafe(ref inhibition, i));
            var (old, left) = (Vector256.LoadUnsafe(ref potential, i), Vector256.LoadUnsafe(ref wait, i));
            var moved = (old + restStep + (ge * toExcitatory) + (gi * toInhibitory)) / (one + (dt * (one + ge + gi)));
            var held = Vector256.GreaterThan(left, Vector256<float>.Zero);
            moved = Vector256.ConditionalSelect(held, old, moved);
            (ge * loseExcitation).StoreUnsafe(ref excitation, i);
            (gi * loseInhibition).StoreUnsafe(ref inhibition, i);
            Vector256.MaxNative(left - one, Vector256<float>.Zero).StoreUnsafe(ref wait, i);
            moved.StoreUnsafe(ref potential, i);
            for (var mask = Vector256.ExtractMostSignificantBits(Vector256.GreaterThan(moved, Vector256.LoadUnsafe(ref limit, i)) & ~held); mask != 0; mask &= mask - 1)
            {
                fired[count++] = (int)i + BitOperations.TrailingZeroCount(mask);
            }
        }

        return Reset(count);
    }

    /// <summary>The same as <see cref="Advance"/>, written plainly: to the bit.</summary>
    public ReadOnlySpan<int> AdvancePlain()
    {
        var count = 0;
        for (var i = 0; i < v.Length; i++)
        {
            var (ge, gi) = (Excitation[i], Inhibition[i]);
            var held = refractory[i] > 0;
            if (!held)
            {
                v[i] = (v[i] + (step * rest) + (ge * (step * excitatory)) + (gi * (step * inhibitory))) / (1 + (step * (1 + ge + gi)));
            }

            (Excitation[i], Inhibition[i]) = (ge * decayExcitatory, gi * decayInhibitory);
            refractory[i] = Math.Max(refractory[i] - 1, 0);
            if (!held && v[i] > threshold[i])
            {
                fired[count++] = i;
            }
        }

        return Reset(count);
    }

    private ReadOnlySpan<int> Reset(int count)
    {
        for (var k = 0; k < count; k++)
        {
            v[fired[k]] = reset;
            refractory[fired[k]] = refractorySteps;
        }

        return fired.AsSpan(0, count);
    }
}
