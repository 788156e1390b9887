using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;

namespace DevicePhys.Spiking.Neurons;

/// <summary>A population of leaky integrate-and-fire neurons with the same constants, integrated exactly.</summary>
/// <remarks>
/// Equations: <see cref="LifSettings"/> and <see cref="LifCoefficients"/>. Spikes lie on the grid of time steps. In a step the state is moved on, then
/// compared with the threshold; then come the synapses, then the reset, as in Brian2's default schedule. In single precision the same network is almost twice as
/// fast and has the same statistics, but not the same spikes: a recurrent network amplifies every rounding. Not thread safe.
/// </remarks>
/// <typeparam name="T">double or float: what the states are held and moved on in.</typeparam>
public sealed class LifNeurons<T> : NeuronPopulation where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LifSettings settings;
    private readonly T rest, threshold, reset, membrane, fromExcitatory, fromInhibitory;
    private readonly long refractorySteps;
    private readonly AlignedArray<T> v;
    private readonly DecayingInput<T> ge, gi;
    private readonly T[] heldAt;
    private readonly long[] free;
    private readonly int[] spikes, held;
    private int fired, firstHeld, heldCount;
    private bool touched;
    private long now;

    internal LifNeurons(int count, LifSettings settings, double timeStep)
    {
        Check.Count(count, "The number of neurons");
        settings.Validate();
        this.settings = settings;
        var exact = new LifCoefficients(settings, timeStep);
        (rest, threshold, reset) = (T.CreateChecked(settings.Rest), T.CreateChecked(settings.Threshold), T.CreateChecked(settings.Reset));
        (membrane, fromExcitatory, fromInhibitory) = (T.CreateChecked(exact.Membrane), T.CreateChecked(exact.FromExcitatory), T.CreateChecked(exact.FromInhibitory));
        refractorySteps = Math.Min(TimeGrid.Steps(settings.Refractory, timeStep), long.MaxValue / 4);
        (v, ge, gi) = (new(count), new(count, timeStep / settings.TauExcitatory), new(count, timeStep / settings.TauInhibitory));
        (heldAt, free, spikes, held) = (new T[count], new long[count], new int[count], new int[count]);
        v.Values.Fill(reset);
    }

    /// <inheritdoc/>
    public override int Count => spikes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Spikes => spikes.AsSpan(0, fired);

    /// <summary>The membrane potentials [Count], [V]; at first all at the reset value. To be asked for anew after a step.</summary>
    public Span<T> Potentials
    {
        get
        {
            Settle();
            touched = true;
            return v.Values;
        }
    }

    /// <summary>The excitatory currents times the membrane resistance [Count], [V]; at first 0. To be asked for anew after a step.</summary>
    public Span<T> Excitatory => ge.Values();

    /// <summary>The inhibitory currents times the membrane resistance [Count], [V]; at first 0. To be asked for anew after a step.</summary>
    public Span<T> Inhibitory => gi.Values();

    /// <inheritdoc/>
    public override void Advance(long step)
    {
        Release(step);
        (now, fired) = (step, 0);
        var whole = Count / Vector512<T>.Count * Vector512<T>.Count;
        AdvanceVectors((nuint)whole);
        for (var j = whole; j < Count; j++)
            AdvanceOne(j);
        ge.Decay();
        gi.Decay();
        Strike();
    }

    // Refractory neurons are moved on with the others, which means nothing, and put back when their time is over.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceVectors(nuint count)
    {
        var (el, limit, m) = (Vector512.Create(rest), Vector512.Create(threshold), Vector512.Create(membrane));
        var (ke, ki) = (Vector512.Create(fromExcitatory * ge.Factor), Vector512.Create(fromInhibitory * gi.Factor));
        ref var potential = ref v.First;
        ref var excitatory = ref ge.First;
        ref var inhibitory = ref gi.First;
        for (nuint j = 0; j < count; j += (nuint)Vector512<T>.Count)
        {
            var moved = el + ((Vector512.LoadUnsafe(ref potential, j) - el) * m) + (Vector512.LoadUnsafe(ref excitatory, j) * ke) + (Vector512.LoadUnsafe(ref inhibitory, j) * ki);
            moved.StoreUnsafe(ref potential, j);
            for (var above = Vector512.GreaterThan(moved, limit).ExtractMostSignificantBits(); above != 0; above &= above - 1)
                spikes[fired++] = (int)j + BitOperations.TrailingZeroCount(above);
        }
    }

    /// <summary>The same for one neuron, in plain form; <see cref="AdvanceVectors"/> gives its bits.</summary>
    private void AdvanceOne(int j)
    {
        ref var potential = ref v.Values[j];
        var moved = rest + ((potential - rest) * membrane) + (Unsafe.Add(ref ge.First, j) * (fromExcitatory * ge.Factor)) + (Unsafe.Add(ref gi.First, j) * (fromInhibitory * gi.Factor));
        potential = moved;
        if (moved > threshold)
            spikes[fired++] = j;
    }

    /// <summary>Lets the neurons go whose refractory time is over, the oldest first, from where they were held.</summary>
    private void Release(long step)
    {
        if (touched)
        {
            for (var k = 0; k < heldCount; k++)
                heldAt[Held(k)] = v.Values[Held(k)];
            touched = false;
        }

        while (heldCount > 0 && free[held[firstHeld]] <= step)
        {
            Unsafe.Add(ref v.First, held[firstHeld]) = heldAt[held[firstHeld]];
            firstHeld = firstHeld + 1 == held.Length ? 0 : firstHeld + 1;
            heldCount--;
        }
    }

    /// <summary>Strikes the held neurons from those that fired.</summary>
    private void Strike()
    {
        var all = fired;
        fired = 0;
        for (var k = 0; k < all; k++)
        {
            if (free[spikes[k]] <= now)
                spikes[fired++] = spikes[k];
        }
    }

    /// <summary>Puts the held neurons back for somebody to see.</summary>
    private void Settle()
    {
        for (var k = 0; k < heldCount; k++)
            v.Values[Held(k)] = heldAt[Held(k)];
    }

    private int Held(int k) => held[(firstHeld + k) % held.Length];

    /// <inheritdoc/>
    public override double Read(NeuronState state, int neuron) => double.CreateChecked(state switch
    {
        NeuronState.Potential => free[neuron] > now ? heldAt[neuron] : v.Values[neuron],
        NeuronState.Excitatory => ge[neuron],
        NeuronState.Inhibitory => gi[neuron],
        _ => throw Absent(state),
    });

    /// <inheritdoc/>
    public override void Write(NeuronState state, ReadOnlySpan<double> values)
    {
        CheckLength(values);
        var states = state switch
        {
            NeuronState.Potential => Potentials,
            NeuronState.Excitatory => Excitatory,
            NeuronState.Inhibitory => Inhibitory,
            _ => throw Absent(state),
        };
        for (var j = 0; j < values.Length; j++)
            states[j] = T.CreateChecked(values[j]);
    }

    internal override void Fire()
    {
        foreach (var neuron in Spikes)
        {
            free[neuron] = now + refractorySteps;
            heldAt[neuron] = v.Values[neuron];
            if (refractorySteps > 0)
                held[(firstHeld + heldCount++) % held.Length] = neuron;
        }
    }

    internal override void ResetFired()
    {
        foreach (var neuron in Spikes)
            v.Values[neuron] = heldAt[neuron] = reset;
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, double weight)
    {
        if (receptor == Receptor.Membrane)
        {
            foreach (var target in targets)
                Kick(target, T.CreateChecked(weight));
            return;
        }

        // Targets were checked when the connections were made.
        var input = receptor == Receptor.Excitatory ? ge : gi;
        var added = T.CreateChecked(weight) * input.Inverse;
        ref var current = ref input.First;
        foreach (var target in targets)
            Unsafe.Add(ref current, (nint)(uint)target) += added;
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        if (receptor == Receptor.Membrane)
        {
            for (var s = 0; s < targets.Length; s++)
                Kick(targets[s], T.CreateChecked(weights[s]));
            return;
        }

        var input = receptor == Receptor.Excitatory ? ge : gi;
        var unit = input.Inverse;
        ref var current = ref input.First;
        for (var s = 0; s < targets.Length; s++)
            Unsafe.Add(ref current, (nint)(uint)targets[s]) += T.CreateChecked(weights[s]) * unit;
    }

    internal override Brian2Model? Brian2() => new(
        "dv/dt = (El - v + ge + gi)/(taum*second) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1",
        "v > Vt", "v = Vr", settings.Refractory, "exact",
        new Dictionary<string, double>
        {
            ["El"] = settings.Rest, ["Vt"] = settings.Threshold, ["Vr"] = settings.Reset,
            ["taum"] = settings.TauMembrane, ["taue"] = settings.TauExcitatory, ["taui"] = settings.TauInhibitory,
        });

    private static ArgumentException Absent(NeuronState state) =>
        new($"The plain integrate-and-fire neuron has no {state}: Potential, Excitatory or Inhibitory is expected.");

    private void Kick(int neuron, T voltage)
    {
        if (free[neuron] <= now)
            Unsafe.Add(ref v.First, neuron) += voltage;
    }
}
