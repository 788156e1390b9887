using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;

namespace DevicePhys.Spiking.Neurons;

/// <summary>A population of leaky integrate-and-fire neurons with the same constants, integrated exactly.</summary>
/// <remarks>
/// Equations: <see cref="LifSettings"/> and <see cref="LifCoefficients"/>. Spikes lie on the grid of time steps. In a step the state is moved on, then
/// compared with the threshold; then come the synapses, then the reset, as in Brian2's default schedule. Not thread safe.
/// </remarks>
public sealed class LifNeurons : NeuronPopulation
{
    private readonly LifSettings settings;
    private readonly LifCoefficients exact;
    private readonly int refractorySteps;
    private readonly double[] v, ge, gi;
    private readonly int[] free;
    private readonly int[] spikes;
    private int fired, now;
    private long origin;

    internal LifNeurons(int count, LifSettings settings, double timeStep)
    {
        Check.Count(count, "The number of neurons");
        settings.Validate();
        this.settings = settings;
        exact = new(settings, timeStep);
        refractorySteps = (int)Math.Min(TimeGrid.Steps(settings.Refractory, timeStep), int.MaxValue / 4);
        (v, ge, gi, free, spikes) = (new double[count], new double[count], new double[count], new int[count], new int[count]);
        System.Array.Fill(v, settings.Reset);
    }

    /// <inheritdoc/>
    public override int Count => v.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Spikes => spikes.AsSpan(0, fired);

    /// <summary>The membrane potentials [Count], [V]; at first all at the reset value.</summary>
    public Span<double> Potentials => v;

    /// <summary>The excitatory currents times the membrane resistance [Count], [V]; at first 0.</summary>
    public Span<double> Excitatory => ge;

    /// <summary>The inhibitory currents times the membrane resistance [Count], [V]; at first 0.</summary>
    public Span<double> Inhibitory => gi;

    /// <inheritdoc/>
    public override void Advance(long step)
    {
        if (step - origin > int.MaxValue / 2)
            ShiftOrigin(step);
        (now, fired) = ((int)(step - origin), 0);
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(v.AsSpan());
        var excitatory = MemoryMarshal.Cast<double, Vector512<double>>(ge.AsSpan())[..vectors.Length];
        var inhibitory = MemoryMarshal.Cast<double, Vector512<double>>(gi.AsSpan())[..vectors.Length];
        var until = MemoryMarshal.Cast<int, Vector256<int>>(free.AsSpan())[..vectors.Length];
        var (rest, threshold, at) = (Vector512.Create(settings.Rest), Vector512.Create(settings.Threshold), Vector256.Create(now));
        var (m, ke, ki) = (Vector512.Create(exact.Membrane), Vector512.Create(exact.FromExcitatory), Vector512.Create(exact.FromInhibitory));
        var (decayE, decayI) = (Vector512.Create(exact.Excitatory), Vector512.Create(exact.Inhibitory));
        for (var j = 0; j < vectors.Length; j++)
        {
            var old = vectors[j];
            var moved = rest + ((old - rest) * m) + (excitatory[j] * ke) + (inhibitory[j] * ki);
            excitatory[j] *= decayE;
            inhibitory[j] *= decayI;
            var (low, high) = Vector256.Widen(Vector256.LessThanOrEqual(until[j], at));
            var active = Vector512.Create(low, high).AsDouble();
            vectors[j] = Vector512.ConditionalSelect(active, moved, old);
            for (var above = (Vector512.GreaterThan(moved, threshold) & active).ExtractMostSignificantBits(); above != 0; above &= above - 1)
                spikes[fired++] = (8 * j) + BitOperations.TrailingZeroCount(above);
        }

        for (var j = 8 * vectors.Length; j < v.Length; j++)
            AdvanceOne(j);
    }

    /// <summary>The same for one neuron, in plain form; <see cref="Advance"/> gives its bits.</summary>
    private void AdvanceOne(int j)
    {
        var moved = settings.Rest + ((v[j] - settings.Rest) * exact.Membrane) + (ge[j] * exact.FromExcitatory) + (gi[j] * exact.FromInhibitory);
        ge[j] *= exact.Excitatory;
        gi[j] *= exact.Inhibitory;
        if (free[j] > now)
            return;
        v[j] = moved;
        if (moved > settings.Threshold)
            spikes[fired++] = j;
    }

    /// <summary>Steps are counted from an origin that moves, so that half a vector holds those until which neurons are refractory.</summary>
    private void ShiftOrigin(long step)
    {
        var shift = (int)(step - origin);
        foreach (ref var until in free.AsSpan())
            until = Math.Max(0, until - shift);
        origin = step;
    }

    /// <inheritdoc/>
    public override double Read(NeuronState state, int neuron) => Array(state)[neuron];

    /// <inheritdoc/>
    public override void Write(NeuronState state, ReadOnlySpan<double> values)
    {
        CheckLength(values);
        values.CopyTo(Array(state));
    }

    internal override void Fire()
    {
        foreach (var neuron in Spikes)
            free[neuron] = now + refractorySteps;
    }

    internal override void ResetFired()
    {
        foreach (var neuron in Spikes)
            v[neuron] = settings.Reset;
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, double weight)
    {
        if (receptor == Receptor.Membrane)
        {
            foreach (var target in targets)
                Kick(target, weight);
            return;
        }

        // Targets were checked when the connections were made.
        ref var current = ref MemoryMarshal.GetArrayDataReference(receptor == Receptor.Excitatory ? ge : gi);
        foreach (var target in targets)
            Unsafe.Add(ref current, (nint)(uint)target) += weight;
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        var current = receptor == Receptor.Excitatory ? ge : gi;
        for (var s = 0; s < targets.Length; s++)
        {
            if (receptor == Receptor.Membrane)
                Kick(targets[s], weights[s]);
            else
                current[targets[s]] += weights[s];
        }
    }

    internal override Brian2Model? Brian2() => new(
        "dv/dt = (El - v + ge + gi)/(taum*second) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1",
        "v > Vt", "v = Vr", settings.Refractory, "exact",
        new Dictionary<string, double>
        {
            ["El"] = settings.Rest, ["Vt"] = settings.Threshold, ["Vr"] = settings.Reset,
            ["taum"] = settings.TauMembrane, ["taue"] = settings.TauExcitatory, ["taui"] = settings.TauInhibitory,
        });

    private double[] Array(NeuronState state) => state switch
    {
        NeuronState.Potential => v,
        NeuronState.Excitatory => ge,
        NeuronState.Inhibitory => gi,
        _ => throw new ArgumentException($"The plain integrate-and-fire neuron has no {state}: Potential, Excitatory or Inhibitory is expected."),
    };

    private void Kick(int neuron, double voltage)
    {
        if (free[neuron] <= now)
            v[neuron] += voltage;
    }
}
