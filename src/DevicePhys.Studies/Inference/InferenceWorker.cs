using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;

namespace DevicePhys.Studies.Inference;

/// <summary>Runs all test images through a few instances at a time: one thread's share of the work and all its memory.</summary>
/// <remarks>Nothing is allocated per image. Several instances of a network of one layer stand side by side in one matrix, so that narrow layers fill whole vectors.</remarks>
internal sealed class InferenceWorker
{
    private const int GroupsPerBlock = 16;
    private const int BlockInputs = GroupsPerBlock * GroupedInputs.Group;

    private readonly InferenceSettings settings;
    private readonly IReadOnlyList<WeightLayer> layers;
    private readonly GroupedInputs images;
    private readonly byte[] labels;
    private readonly DeviceDraw[] draws;
    private readonly PanelMatrix first;
    private readonly PanelMatrix? firstVariance;
    private readonly float[][] weights;
    private readonly float[][] variances;
    private readonly PackedMatrix[] packed;
    private readonly PackedMatrix[] packedVariance;
    private readonly float[][] activity;
    private readonly float[] squares;
    private readonly float[] spread;
    private readonly float[] normals;
    private readonly int[] right;

    public InferenceWorker(IReadOnlyList<WeightLayer> layers, GroupedInputs images, byte[] labels, InferenceSettings settings, int together)
    {
        (this.layers, this.images, this.labels, this.settings, Together) = (layers, images, labels, settings, together);
        var noisy = settings.ReadNoise is not null;
        draws = [.. layers.Select((layer, number) => new DeviceDraw(layer, number, settings))];
        first = new PanelMatrix(layers[0].Rows, layers[0].Columns * together);
        firstVariance = noisy ? new PanelMatrix(layers[0].Rows, layers[0].Columns * together) : null;
        weights = [.. layers.Select((layer, l) => new float[Padded(l) * layer.Columns])];
        variances = [.. layers.Select((layer, l) => new float[noisy ? Padded(l) * layer.Columns : 0])];
        packed = [.. layers.Skip(1).Select((layer, l) => new PackedMatrix(Padded(l + 1), layer.Columns))];
        packedVariance = noisy ? [.. layers.Skip(1).Select((layer, l) => new PackedMatrix(Padded(l + 1), layer.Columns))] : [];
        activity = [.. layers.Select((layer, l) => new float[BlockInputs * (l == 0 ? first.Stride : l == layers.Count - 1 ? layer.Columns : Width(layer.Columns))])];
        var largest = activity.Max(values => values.Length);
        (squares, spread, normals) = (new float[largest], new float[noisy ? largest : 0], new float[noisy ? largest : 0]);
        right = new int[together];
    }

    /// <summary>Instances that are run at a time.</summary>
    public int Together { get; }

    /// <summary>Runs some instances.</summary>
    /// <param name="instance">The first one.</param>
    /// <param name="accuracies">[at most Together], filled [%].</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Run(int instance, Span<double> accuracies, CancellationToken cancellation)
    {
        Prepare(instance, accuracies.Length);
        Array.Clear(right);
        for (var group = 0; group < images.Groups; group += GroupsPerBlock)
        {
            cancellation.ThrowIfCancellationRequested();
            Block(instance, group, Math.Min(GroupsPerBlock, images.Groups - group));
        }

        for (var k = 0; k < accuracies.Length; k++)
        {
            accuracies[k] = 100.0 * right[k] / images.Count;
        }
    }

    private void Prepare(int instance, int count)
    {
        for (var k = 0; k < count; k++)
        {
            var columns = layers[0].Columns;
            draws[0].Fill(instance + k, weights[0], variances[0]);
            first.Set(k * columns, weights[0], columns);
            firstVariance?.Set(k * columns, variances[0], columns);
        }

        for (var l = 1; l < layers.Count; l++)
        {
            var used = layers[l].Rows * layers[l].Columns;
            draws[l].Fill(instance, weights[l].AsSpan(0, used), variances[l].AsSpan(0, Math.Min(used, variances[l].Length)));
            packed[l - 1].Pack(weights[l]);
            if (packedVariance.Length > 0)
            {
                packedVariance[l - 1].Pack(variances[l]);
            }
        }
    }

    private void Block(int instance, int group, int groups)
    {
        var inputs = groups * GroupedInputs.Group;
        var sums = activity[0].AsSpan(0, inputs * first.Stride);
        images.Multiply(group, groups, first, sums);
        if (firstVariance is not null)
        {
            images.Multiply(group, groups, firstVariance, spread, squared: true);
            Scatter(sums, instance, group, 0);
        }

        for (var l = 1; l < layers.Count; l++)
        {
            Logistic.Of(sums);
            Bend(sums);
            var before = sums;
            sums = activity[l].AsSpan(0, inputs * layers[l].Columns);
            MatrixProduct.Multiply(before, inputs, packed[l - 1], sums);
            if (packedVariance.Length > 0)
            {
                var squared = squares.AsSpan(0, before.Length);
                for (var i = 0; i < before.Length; i++)
                {
                    squared[i] = before[i] * before[i];
                }

                MatrixProduct.Multiply(squared, inputs, packedVariance[l - 1], spread.AsSpan(0, sums.Length));
                Scatter(sums, instance, group, l);
            }
        }

        Count(sums, group, inputs);
    }

    /// <summary>Adds normal numbers with the variances in the spread buffer.</summary>
    private void Scatter(Span<float> sums, int instance, int group, int layer)
    {
        var random = new RandomStream(settings.Seed, "read noise", ((ulong)instance << 32) | ((ulong)group << 8) | (uint)layer);
        var normal = normals.AsSpan(0, sums.Length);
        random.FillNormal(normal);
        var a = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var b = MemoryMarshal.Cast<float, Vector256<float>>(spread.AsSpan(0, sums.Length));
        var c = MemoryMarshal.Cast<float, Vector256<float>>(normal);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = Vector256.FusedMultiplyAdd(Vector256.Sqrt(b[i]), c[i], a[i]);
        }

        for (var i = a.Length * Vector256<float>.Count; i < sums.Length; i++)
        {
            sums[i] = MathF.FusedMultiplyAdd(MathF.Sqrt(spread[i]), normal[i], sums[i]);
        }
    }

    private void Bend(Span<float> values)
    {
        if (settings.Curve is { } curve)
        {
            foreach (ref var value in values)
            {
                value = curve.Of(value);
            }
        }
    }

    private void Count(ReadOnlySpan<float> sums, int group, int inputs)
    {
        var (stride, columns) = (sums.Length / inputs, layers[^1].Columns);
        var start = group * GroupedInputs.Group;
        for (var i = 0; i < inputs && start + i < images.Count; i++)
        {
            var label = labels[images.Order[start + i]];
            for (var k = 0; k < Together; k++)
            {
                var outputs = sums.Slice((i * stride) + (k * columns), columns);
                var best = 0;
                for (var j = 1; j < outputs.Length; j++)
                {
                    best = outputs[j] > outputs[best] ? j : best;
                }

                right[k] += best == label ? 1 : 0;
            }
        }
    }

    private static int Width(int columns) => (columns + 7) / 8 * 8;

    /// <summary>Rows of a layer as the layer before delivers them: hidden widths come padded to whole vectors, whose weights are 0.</summary>
    private int Padded(int layer) => layer == 0 ? layers[0].Rows : layer == 1 ? first.Stride : layers[layer].Rows;
}
