using DevicePhys.Sampling;

namespace DevicePhys.Spiking.DiehlCook;

/// <summary>What a network has learnt: its weights and the adaptation of its thresholds.</summary>
/// <remarks>Networks that only respond may share one; not thread safe while one of them learns.</remarks>
public sealed class DiehlCookWeights
{
    private readonly float[] sums;

    /// <summary>Makes weights as a network starts with: between 0.003 and 0.303, evenly.</summary>
    /// <param name="settings">The network.</param>
    /// <param name="seed">The seed.</param>
    public DiehlCookWeights(DiehlCookSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        (Inputs, Neurons) = (settings.Inputs, settings.Neurons);
        Stride = (Neurons + 7) / 8 * 8;
        (Values, Adaptation, sums) = (new float[Inputs * Stride], new float[Stride], new float[Stride]);
        Adaptation.AsSpan(0, Neurons).Fill((float)(1e3 * settings.FirstAdaptation));
        var stream = new RandomStream(seed, "first weights");
        for (var i = 0; i < Inputs; i++)
        {
            foreach (ref var weight in Row(i)[..Neurons])
                weight = 0.3f * (stream.NextSingle() + 0.01f);
        }
    }

    private DiehlCookWeights(DiehlCookWeights from)
    {
        (Inputs, Neurons, Stride) = (from.Inputs, from.Neurons, from.Stride);
        (Values, Adaptation, sums) = ([.. from.Values], [.. from.Adaptation], new float[from.Stride]);
    }

    /// <summary>Inputs: rows.</summary>
    public int Inputs { get; }

    /// <summary>Neurons: columns.</summary>
    public int Neurons { get; }

    /// <summary>From a row to the next: neurons, padded to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The weights, 0 to 1, [Inputs × Stride], row-major; the padding is 0.</summary>
    public float[] Values { get; }

    /// <summary>What the thresholds have moved up by, [Stride], [mV].</summary>
    public float[] Adaptation { get; }

    /// <summary>The weights of one input, padding included.</summary>
    /// <param name="input">Which input.</param>
    /// <returns>A view.</returns>
    public Span<float> Row(int input) => Values.AsSpan(input * Stride, Stride);

    /// <summary>A copy that learns on its own.</summary>
    public DiehlCookWeights Clone() => new(this);

    /// <summary>Scales the weights of every neuron to a sum.</summary>
    /// <param name="sum">The sum; a neuron without any weight is left alone.</param>
    public void Normalise(float sum)
    {
        Array.Clear(sums);
        for (var i = 0; i < Inputs; i++)
            TraceRows.Add(Row(i), sums);
        for (var j = 0; j < Stride; j++)
            sums[j] = sums[j] > 0 ? sum / sums[j] : 1;
        for (var i = 0; i < Inputs; i++)
            TraceRows.Multiply(Row(i), sums);
    }
}
