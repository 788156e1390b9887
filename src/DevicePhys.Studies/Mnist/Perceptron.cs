using System.Numerics;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays;

namespace DevicePhys.Studies.Mnist;

/// <summary>A fully connected network of sigmoid units, trained one image at a time.</summary>
/// <remarks>
/// Squared error and plain gradient descent: the rule a crossbar can carry out in place, row by row, without storing a gradient. No bias
/// inputs. Weights are whatever an <see cref="IWeightMatrix"/> makes of them. Not thread safe; nothing is allocated per image.
/// </remarks>
public sealed class Perceptron
{
    private readonly IReadOnlyList<IWeightMatrix> layers;
    private readonly float[][] activity;
    private readonly float[][] answers;
    private readonly float[][] deltas;
    private readonly int[][] rows;
    private readonly int[] active;
    private readonly float[] pixels;
    private readonly BinaryUnits binary;

    /// <summary>Creates a network from its layers.</summary>
    /// <param name="layers">From the input to the output; widths must fit.</param>
    /// <param name="binary">When hidden units answer 0 or 1.</param>
    public Perceptron(IReadOnlyList<IWeightMatrix> layers, BinaryUnits binary = BinaryUnits.Never)
    {
        ArgumentNullException.ThrowIfNull(layers);
        this.layers = layers;
        this.binary = binary;
        activity = [.. layers.Select(layer => new float[layer.Columns])];
        answers = binary == BinaryUnits.Never ? activity : [.. layers.Select(layer => new float[layer.Columns])];
        deltas = [.. layers.Select(layer => new float[layer.Columns])];
        rows = [.. layers.Select(layer => Enumerable.Range(0, layer.Rows).ToArray())];
        active = new int[layers[0].Rows];
        pixels = new float[layers[0].Rows];
        for (var i = 1; i < layers.Count; i++)
        {
            if (layers[i].Rows != layers[i - 1].Columns)
            {
                throw new ArgumentException($"layer {i} has {layers[i].Rows} inputs, expected {layers[i - 1].Columns}.", nameof(layers));
            }
        }
    }

    /// <summary>The class whose output is highest.</summary>
    /// <param name="image">[Pixels], 0 to 255.</param>
    /// <returns>The class.</returns>
    public int Classify(ReadOnlySpan<byte> image)
    {
        Forward(Drive(image), answers);
        var outputs = activity[^1];
        var best = 0;
        for (var j = 1; j < outputs.Length; j++)
        {
            best = outputs[j] > outputs[best] ? j : best;
        }

        return best;
    }

    /// <summary>Shows one image and changes the weights.</summary>
    /// <param name="image">[Pixels], 0 to 255.</param>
    /// <param name="label">Its class.</param>
    /// <param name="rates">The learning rate of every layer, or one for all.</param>
    public void Train(ReadOnlySpan<byte> image, int label, params ReadOnlySpan<float> rates)
    {
        var input = Drive(image);
        Forward(input, binary == BinaryUnits.Always ? answers : activity);
        var (outputs, errors) = (activity[^1], deltas[^1]);
        for (var j = 0; j < outputs.Length; j++)
        {
            errors[j] = ((j == label ? 1 : 0) - outputs[j]) * outputs[j] * (1 - outputs[j]);
        }

        // All errors first: a layer's error must pass through the weights it was made with.
        for (var l = layers.Count - 1; l > 0; l--)
        {
            layers[l].MultiplyTransposed(deltas[l], deltas[l - 1]);
            var below = activity[l - 1];
            for (var i = 0; i < below.Length; i++)
            {
                deltas[l - 1][i] *= below[i] * (1 - below[i]);
            }
        }

        for (var l = 0; l < layers.Count; l++)
        {
            layers[l].Update(l == 0 ? input : new ActiveInput(rows[l], activity[l - 1]), deltas[l], rates[rates.Length == 1 ? 0 : l]);
        }
    }

    private ActiveInput Drive(ReadOnlySpan<byte> image)
    {
        var count = 0;
        for (var first = 0; first < image.Length;)
        {
            // Most of an image is empty: 32 pixels are looked at together, and only those with ink are walked.
            var many = image.Length - first >= Vector256<byte>.Count;
            var ink = many
                ? ~Vector256.Equals(Vector256.LoadUnsafe(in image[first]), Vector256<byte>.Zero).ExtractMostSignificantBits()
                : image[first] != 0 ? 1u : 0u;
            for (; ink != 0; ink &= ink - 1)
            {
                var i = first + BitOperations.TrailingZeroCount(ink);
                active[count] = i;
                pixels[count++] = image[i] * (1f / 255);
            }

            first += many ? Vector256<byte>.Count : 1;
        }

        return new ActiveInput(active.AsSpan(0, count), pixels.AsSpan(0, count));
    }

    // Where answers are not the activities themselves they are 0 or 1; a unit at 1/2 answers 1.
    private void Forward(ActiveInput input, float[][] given)
    {
        for (var l = 0; l < layers.Count; l++)
        {
            layers[l].Multiply(l == 0 ? input : new ActiveInput(rows[l], given[l - 1]), activity[l]);
            if (given != activity && l < layers.Count - 1)
            {
                for (var j = 0; j < activity[l].Length; j++)
                {
                    given[l][j] = activity[l][j] >= 0 ? 1 : 0;
                }
            }

            foreach (ref var value in activity[l].AsSpan())
            {
                value = 1 / (1 + MathF.Exp(-value));
            }
        }
    }
}
