using System.Numerics;

namespace DevicePhys.Spiking.Grai;

/// <summary>A network of layers that compute only what has changed: events of sigma-delta neurons, as on GrAI One with its 196 cores of 1,024 neurons.</summary>
/// <remarks>
/// <para>With a threshold of 0 every frame gives the integers of the layers evaluated in full; a frame equal to the one before costs no event.
/// With a threshold theta the sum of a neuron of the first layer is wrong by less than theta times the sum of its absolute weights; further layers add what theirs brings.</para>
/// <para>The chip's inner order is not published. Here a layer waits for all events of the one before; since integer sums do not depend on the order of
/// events, only the number of activations evaluated could differ. Not thread safe.</para>
/// </remarks>
public sealed class DataflowNetwork
{
    private readonly DataflowLayer[] layers;
    private readonly CorePlaces[] places;
    private readonly SigmaDelta[] senders;
    private readonly int[][] sums, events;
    private bool first = true;

    /// <summary>Makes the network; before the first frame all inputs are 0.</summary>
    /// <param name="layers">From the inputs on.</param>
    /// <param name="threshold">The threshold theta of every sender, at least 0.</param>
    /// <exception cref="ArgumentException">The layers do not fit each other or the chip, or a setting is out of range.</exception>
    public DataflowNetwork(IReadOnlyList<DataflowLayer> layers, int threshold)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Check.Count(layers.Count, "The number of layers");
        if (threshold < 0)
            throw new ArgumentException($"The threshold of the events is {threshold}: at least 0 is expected.");
        for (var layer = 0; layer < layers.Count; layer++)
        {
            layers[layer].Validate();
            if (layer > 0 && layers[layer].Inputs != layers[layer - 1].Outputs)
                throw new ArgumentException($"Layer {layer} has {layers[layer].Inputs} inputs: {layers[layer - 1].Outputs}, the neurons of the layer before, are expected.");
        }

        (this.layers, places, Threshold) = ([.. layers], CorePlaces.Of(layers), threshold);
        senders = [.. layers.Select(layer => new SigmaDelta(layer.Inputs, threshold))];
        sums = [.. layers.Select(layer => layer.Bias.ToArray())];
        events = [.. layers.Select(layer => new int[layer.Inputs])];
    }

    /// <summary>The threshold of events.</summary>
    public int Threshold { get; }

    /// <summary>Everything done so far.</summary>
    public DataflowWork Work { get; private set; }

    /// <summary>The sums of a layer's neurons.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <returns>[Outputs].</returns>
    public ReadOnlySpan<int> Sums(int layer)
    {
        Check.Index(layer, layers.Length, "The layer");
        return sums[layer];
    }

    /// <summary>What a layer has been told by the senders before it.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <returns>[Inputs].</returns>
    public ReadOnlySpan<int> Told(int layer)
    {
        Check.Index(layer, layers.Length, "The layer");
        return senders[layer].Told;
    }

    /// <summary>Shows a frame.</summary>
    /// <param name="frame">[Inputs of the first layer], absolute values up to <see cref="DataflowLayer.Largest"/>.</param>
    /// <returns>What this frame took.</returns>
    /// <exception cref="ArgumentException">The frame has another size, or a value is out of range.</exception>
    public DataflowWork Show(ReadOnlySpan<int> frame)
    {
        if (frame.Length != layers[0].Inputs)
            throw new ArgumentException($"The frame has {frame.Length} values: {layers[0].Inputs}, one for each input, are expected.");
        if (frame.ContainsAnyExceptInRange(-DataflowLayer.Largest, DataflowLayer.Largest))
            throw new ArgumentException($"A value of the frame is beyond {DataflowLayer.Largest}: at most that is expected.");
        var (work, changed) = (default(DataflowWork), true);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            // Without an event and after the first frame no sum has changed, and so no activation.
            if (layer > 0 && (changed || first))
                work += new DataflowWork(0, 0, layers[layer - 1].Outputs, 0, 0, 0);
            changed = false;
            for (var input = 0; input < layers[layer].Inputs; input++)
            {
                var value = layer == 0 ? frame[input] : layers[layer - 1].Activation(sums[layer - 1][input]);
                events[layer][input] = senders[layer].Send(input, value);
                changed |= events[layer][input] != 0;
            }

            work += Deliver(layer);
        }

        first = false;
        Work += work;
        return work;
    }

    private DataflowWork Deliver(int layer)
    {
        var (sent, hops, current) = (0L, 0L, layers[layer]);
        for (var input = 0; input < current.Inputs; input++)
        {
            if (events[layer][input] is var difference && difference == 0)
                continue;
            Add(current.Weights.Span.Slice(input * current.Outputs, current.Outputs), difference, sums[layer]);
            sent++;
            hops += layer == 0 ? 0 : places[layer - 1].Hops(input, places[layer]);
        }

        return new DataflowWork(sent, sent * current.Outputs, 0, (long)current.Inputs * current.Outputs, sent * places[layer].Cores, hops);
    }

    // sums += weights × difference.
    private static void Add(ReadOnlySpan<sbyte> weights, int difference, Span<int> sums)
    {
        var j = 0;
        for (; j <= sums.Length - Vector<sbyte>.Count; j += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(weights[j..]), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            var at = j;
            Part(a, sums);
            Part(b, sums);
            Part(c, sums);
            Part(d, sums);

            void Part(Vector<int> part, Span<int> to)
            {
                var place = to[at..];
                (new Vector<int>(place) + (part * difference)).CopyTo(place);
                at += Vector<int>.Count;
            }
        }

        for (; j < sums.Length; j++)
            sums[j] += weights[j] * difference;
    }
}
