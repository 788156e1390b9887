using System.Numerics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A TrueNorth-like core: 256 axons that cross 256 neurons, a bit for each crossing, in ticks.</summary>
/// <remarks>
/// Neurons and equations: <see cref="TrueNorthNeuron"/>. Random numbers are drawn neuron after neuron, in a neuron axon after axon, then for the leak, then for the threshold. The
/// fast tick goes axon by axon over vectors of neurons, since few axons are active at a time; neurons that draw are done one by one. A core that has no active axon and
/// nothing to do by itself is left alone. Not thread safe.
/// </remarks>
public sealed class TrueNorthCore
{
    /// <summary>Axons, and neurons.</summary>
    public const int Size = 256;

    private readonly byte[] types;
    private readonly ulong[] crossings;
    private readonly int[] fanOut = new int[Size];
    private readonly TrueNorthNeuron[] neurons;
    private readonly int[] drawing;
    private readonly VectorNeurons vectors;
    private readonly bool acts;
    private Lfsr random;
    private bool settled;

    /// <summary>Creates a core.</summary>
    /// <param name="types">[256]: the type of each axon, 0 to 3.</param>
    /// <param name="crossings">[256 axons × 4]: the neurons each axon reaches, 64 bits a word, lowest first.</param>
    /// <param name="neurons">[256].</param>
    /// <param name="seed">The seed of its random numbers.</param>
    /// <exception cref="ArgumentException">A length is not 256, or a number is out of its range.</exception>
    public TrueNorthCore(ReadOnlySpan<byte> types, ReadOnlySpan<ulong> crossings, IReadOnlyList<TrueNorthNeuron> neurons, uint seed)
    {
        ArgumentNullException.ThrowIfNull(neurons);
        if (types.Length != Size || crossings.Length != 4 * Size || neurons.Count != Size)
            throw new ArgumentException($"A core has {Size} axons and neurons: {types.Length} types, {crossings.Length} words of crossings and {neurons.Count} neurons are given.");
        if (types.IndexOfAnyExceptInRange((byte)0, (byte)3) is var bad and >= 0)
            throw new ArgumentException($"The type of axon {bad} is {types[bad]}: 0 to 3 are expected.");
        for (var n = 0; n < Size; n++)
            neurons[n].Validate($"Neuron {n}");
        (this.types, this.crossings, this.neurons) = (types.ToArray(), crossings.ToArray(), [.. neurons]);
        for (var axon = 0; axon < Size; axon++)
        {
            foreach (var word in Row(axon))
                fanOut[axon] += BitOperations.PopCount(word);
        }

        drawing = [.. Enumerable.Range(0, Size).Where(n => neurons[n].DrawsAlways || neurons[n].StochasticWeights.Any(stochastic => stochastic))];
        vectors = new VectorNeurons(this.neurons, drawing);
        acts = neurons.Any(neuron => neuron.Leak != 0 || neuron.DrawsAlways);
        random = new Lfsr(seed);
        foreach (var (neuron, n) in neurons.Select((neuron, n) => (neuron, n)))
            Membranes[n] = neuron.First;
    }

    /// <summary>[256]: the membranes.</summary>
    public int[] Membranes { get; } = new int[Size];

    /// <summary>Crossings that a spike has passed so far: synaptic events.</summary>
    public long Events { get; private set; }

    /// <summary>Ticks in which the core had something to do.</summary>
    public long ActiveTicks { get; private set; }

    /// <summary>One tick.</summary>
    /// <param name="axons">[4]: the active axons, 64 bits a word, lowest first.</param>
    /// <param name="spikes">[4], filled: the neurons that fire.</param>
    public void Tick(ReadOnlySpan<ulong> axons, Span<ulong> spikes)
    {
        spikes[..4].Clear();
        var active = (axons[0] | axons[1] | axons[2] | axons[3]) != 0;
        if (settled && !active)
            return;
        ActiveTicks++;
        for (var word = 0; word < 4; word++)
        {
            for (var bits = axons[word]; bits != 0; bits &= bits - 1)
            {
                var axon = (64 * word) + BitOperations.TrailingZeroCount(bits);
                Events += fanOut[axon];
                vectors.Add(types[axon], Row(axon), Membranes);
            }
        }

        var changed = vectors.Finish(Membranes, spikes);
        foreach (var n in drawing)
            changed |= TickOne(n, axons, spikes);

        // Without input, leak or chance a tick that moved nobody and fired nobody will be repeated for ever.
        settled = !acts && !active && !changed;
    }

    /// <summary>The same as <see cref="Tick"/>, written plainly: to the bit.</summary>
    /// <param name="axons">[4]: the active axons.</param>
    /// <param name="spikes">[4], filled: the neurons that fire.</param>
    public void TickPlain(ReadOnlySpan<ulong> axons, Span<ulong> spikes)
    {
        spikes[..4].Clear();
        for (var n = 0; n < Size; n++)
            TickOne(n, axons, spikes);
    }

    /// <summary>A tick of one neuron, as the equations say it.</summary>
    /// <returns>Whether it fired or moved.</returns>
    private bool TickOne(int n, ReadOnlySpan<ulong> axons, Span<ulong> spikes)
    {
        var (neuron, v) = (neurons[n], Membranes[n]);
        for (var axon = 0; axon < Size; axon++)
        {
            if ((axons[axon / 64] >> (axon % 64) & Row(axon)[n / 64] >> (n % 64) & 1) != 0)
                v += Amount(neuron.Weights[types[axon]], neuron.StochasticWeights[types[axon]]);
        }

        v = Held(v);
        var leak = Amount(neuron.Leak, neuron.StochasticLeak);
        v = Held(v + (neuron.LeakReversal ? Math.Sign(v) * leak : leak));
        var noise = neuron.ThresholdMask == 0 ? 0 : random.Bits(16) & neuron.ThresholdMask;
        var fires = v >= neuron.Threshold + noise;
        if (fires)
        {
            spikes[n / 64] |= 1UL << (n % 64);
            v = neuron.Reset switch { TrueNorthReset.Value => neuron.ResetValue, TrueNorthReset.Linear => v - neuron.Threshold - noise, _ => v };
        }
        else if (neuron.Saturates)
        {
            v = Math.Max(v, -neuron.NegativeThreshold);
        }
        else if (v < -(neuron.NegativeThreshold + noise))
        {
            v = neuron.Reset switch { TrueNorthReset.Value => -neuron.ResetValue, TrueNorthReset.Linear => v + neuron.NegativeThreshold + noise, _ => v };
        }

        var changed = fires || v != Membranes[n];
        Membranes[n] = v;
        return changed;
    }

    private int Amount(int value, bool stochastic) => !stochastic ? value : Math.Abs(value) >= random.Bits(8) ? Math.Sign(value) : 0;

    private static int Held(int v) => Math.Clamp(v, -TrueNorthNeuron.Most - 1, TrueNorthNeuron.Most);

    private ReadOnlySpan<ulong> Row(int axon) => crossings.AsSpan(4 * axon, 4);
}
