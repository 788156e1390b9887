namespace DevicePhys.Spiking.Dataflow;

/// <summary>A dense layer of sigma-delta neurons, as in the event-driven dataflow of GrAI One and Lava: an input is told of changes only.</summary>
/// <remarks>
/// <para>All numbers are whole: activations after a shift and a rectifier, weights of at most 16 bits, sums of 64. A sender keeps the value it last told; where the new one
/// differs from it by more than θ (or at all where θ is 0) it sends the difference and remembers the new value. A receiver adds weight × difference to its sum, once for every
/// neuron the sender reaches. So at θ = 0 every sum is the dense product exactly, whatever came before, and at θ &gt; 0 it is off by at most θ × the
/// sum of its weights' magnitudes.</para>
/// <para>The chip's neurons and number formats are not published beyond that principle: status reconstructed. Not thread safe.</para>
/// </remarks>
public sealed class SigmaDeltaLayer
{
    private readonly int[] weights, told;
    private readonly long[] sums;
    private readonly int[] biases;

    /// <summary>Creates a layer.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="weights">[inputs × outputs], row-major, −32768 to 32767.</param>
    /// <param name="biases">[outputs].</param>
    /// <param name="threshold">θ, in units of an input, at least 0.</param>
    /// <exception cref="ArgumentException">A count below 1, lengths that do not fit, a weight beyond 16 bits, or a negative threshold.</exception>
    public SigmaDeltaLayer(int inputs, int outputs, ReadOnlySpan<int> weights, ReadOnlySpan<int> biases, int threshold)
    {
        Check.Count(inputs, "The number of inputs");
        Check.Count(outputs, "The number of outputs");
        if (weights.Length != inputs * outputs || biases.Length != outputs)
            throw new ArgumentException($"There are {weights.Length} weights and {biases.Length} biases: {inputs} × {outputs} and {outputs} are expected.");
        if (weights.IndexOfAnyExceptInRange(short.MinValue, short.MaxValue) is var bad and >= 0)
            throw new ArgumentException($"Weight {bad} is {weights[bad]}: at most 16 bits are expected.");
        if (threshold < 0)
            throw new ArgumentException($"The threshold is {threshold}: at least 0 is expected.");
        (Inputs, Outputs, Threshold) = (inputs, outputs, threshold);
        (this.weights, this.biases, told, sums) = (weights.ToArray(), biases.ToArray(), new int[inputs], new long[outputs]);
        Reset();
    }

    /// <summary>Inputs.</summary>
    public int Inputs { get; }

    /// <summary>Outputs.</summary>
    public int Outputs { get; }

    /// <summary>θ.</summary>
    public int Threshold { get; }

    /// <summary>[Outputs]: the sums.</summary>
    public ReadOnlySpan<long> Sums => sums;

    /// <summary>Events sent so far: inputs that told of a change.</summary>
    public long Events { get; private set; }

    /// <summary>Synaptic operations so far: weights read and added.</summary>
    public long Operations => Events * Outputs;

    /// <summary>Forgets everything it was told.</summary>
    public void Reset()
    {
        Array.Clear(told);
        for (var j = 0; j < Outputs; j++)
            sums[j] = biases[j];
    }

    /// <summary>Takes the values of a frame, sends what changed, and adds it up.</summary>
    /// <param name="values">[Inputs].</param>
    /// <returns>Events sent for this frame.</returns>
    public int Step(ReadOnlySpan<int> values)
    {
        if (values.Length != Inputs)
            throw new ArgumentException($"The frame has {values.Length} values: {Inputs} are expected.", nameof(values));
        var sent = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var change = values[i] - told[i];
            if (Math.Abs((long)change) <= Threshold)
                continue;
            told[i] = values[i];
            sent++;
            var row = weights.AsSpan(i * Outputs, Outputs);
            for (var j = 0; j < row.Length; j++)
                sums[j] += (long)row[j] * change;
        }

        Events += sent;
        return sent;
    }

    /// <summary>The sums of a frame by the dense product: the plain reference.</summary>
    /// <param name="values">[Inputs].</param>
    /// <param name="dense">[Outputs], filled.</param>
    public void Dense(ReadOnlySpan<int> values, Span<long> dense)
    {
        for (var j = 0; j < Outputs; j++)
        {
            dense[j] = biases[j];
            for (var i = 0; i < Inputs; i++)
                dense[j] += (long)weights[(i * Outputs) + j] * values[i];
        }
    }

    /// <summary>By how much each sum may be off the dense product: θ times the magnitudes of its weights.</summary>
    /// <param name="bounds">[Outputs], filled.</param>
    public void ErrorBounds(Span<long> bounds)
    {
        for (var j = 0; j < Outputs; j++)
        {
            bounds[j] = 0;
            for (var i = 0; i < Inputs; i++)
                bounds[j] += (long)Threshold * Math.Abs(weights[(i * Outputs) + j]);
        }
    }
}
