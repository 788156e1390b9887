namespace DevicePhys.Studies.Spiking;

/// <summary>Which digit each neuron answers to, learnt from training images only, and the two ways to read a digit off the spikes.</summary>
public sealed class NeuronLabels
{
    private const int Digits = 10;

    private readonly double[] shares;
    private readonly int[] sizes = new int[Digits];

    /// <summary>Labels neurons by their answers.</summary>
    /// <param name="responses">[images × neurons], row-major: spikes.</param>
    /// <param name="labels">[images]: the digits.</param>
    /// <param name="neurons">Neurons.</param>
    public NeuronLabels(ReadOnlySpan<int> responses, ReadOnlySpan<byte> labels, int neurons)
    {
        Neurons = neurons;
        shares = new double[neurons * Digits];
        Labels = new int[neurons];
        Span<int> images = stackalloc int[Digits];
        for (var image = 0; image < labels.Length; image++)
        {
            images[labels[image]]++;
            for (var neuron = 0; neuron < neurons; neuron++)
            {
                shares[(neuron * Digits) + labels[image]] += responses[(image * neurons) + neuron];
            }
        }

        for (var neuron = 0; neuron < neurons; neuron++)
        {
            var own = shares.AsSpan(neuron * Digits, Digits);
            var total = 0.0;
            for (var digit = 0; digit < Digits; digit++)
            {
                own[digit] /= Math.Max(1, images[digit]);
                total += own[digit];
            }

            Labels[neuron] = total > 0 ? Largest(own) : -1;
            if (total > 0)
            {
                sizes[Labels[neuron]]++;
                foreach (ref var share in own)
                {
                    share /= total;
                }
            }
        }
    }

    /// <summary>Neurons.</summary>
    public int Neurons { get; }

    /// <summary>[Neurons]: the digit with the largest mean answer, −1 for a neuron that never answered.</summary>
    public int[] Labels { get; }

    /// <summary>Reads a digit as the one whose neurons fired most on average.</summary>
    /// <param name="response">[Neurons]: spikes.</param>
    /// <returns>The digit; 0 where nothing fired.</returns>
    public int ByLabelAverage(ReadOnlySpan<int> response)
    {
        Span<double> sums = stackalloc double[Digits];
        for (var neuron = 0; neuron < Neurons; neuron++)
        {
            if (Labels[neuron] is var label and >= 0)
            {
                sums[label] += (double)response[neuron] / sizes[label];
            }
        }

        return Largest(sums);
    }

    /// <summary>Reads a digit by votes: each spike counts for every digit in proportion to its neuron's mean answers.</summary>
    /// <param name="response">[Neurons]: spikes.</param>
    /// <returns>The digit; 0 where nothing fired.</returns>
    public int ByProportion(ReadOnlySpan<int> response)
    {
        Span<double> sums = stackalloc double[Digits];
        for (var neuron = 0; neuron < Neurons; neuron++)
        {
            for (var digit = 0; response[neuron] > 0 && digit < Digits; digit++)
            {
                sums[digit] += response[neuron] * shares[(neuron * Digits) + digit];
            }
        }

        return Largest(sums);
    }

    private static int Largest(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var digit = 1; digit < Digits; digit++)
        {
            best = values[digit] > values[best] ? digit : best;
        }

        return best;
    }
}
