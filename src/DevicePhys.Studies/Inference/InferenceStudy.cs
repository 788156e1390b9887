using DevicePhys.Arrays.Kernels;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Inference;

/// <summary>Monte Carlo inference: trained weights, fresh devices again and again, all test images through each.</summary>
/// <remarks>Every draw is keyed by seed and instance: results do not depend on threads or on how many instances are run.</remarks>
public static class InferenceStudy
{
    /// <summary>Runs the study.</summary>
    /// <param name="layers">The trained network of sigmoid units, from the input to the output.</param>
    /// <param name="images">Test images.</param>
    /// <param name="settings">Devices, noise, wires and instances.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The accuracy of every instance.</returns>
    /// <exception cref="ArgumentException">Layers do not fit each other or the images, or a setting is wrong.</exception>
    public static InferenceResult Run(
        IReadOnlyList<WeightLayer> layers, DigitImages images, InferenceSettings settings, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        CheckLayers(layers, images);
        return Run(layers, Grouped(images, settings), images.Labels, settings, progress, cancellation);
    }

    /// <summary>The test images as inputs, sorted once for many studies.</summary>
    /// <param name="images">Test images.</param>
    /// <param name="settings">Their curve bends the inputs.</param>
    /// <returns>The inputs.</returns>
    public static GroupedInputs Grouped(DigitImages images, InferenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(settings);
        var inputs = new float[images.Pixels.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = images.Pixels[i] * (1f / 255);
            inputs[i] = settings.Curve?.Of(inputs[i]) ?? inputs[i];
        }

        return new GroupedInputs(inputs, images.Count, images.Rows * images.Columns);
    }

    /// <summary>Runs the study on inputs that are sorted already.</summary>
    /// <param name="layers">The trained network.</param>
    /// <param name="inputs">What <see cref="Grouped"/> made.</param>
    /// <param name="labels">The digit of each image, in the order of the images.</param>
    /// <param name="settings">Devices, noise, wires and instances.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The accuracy of every instance.</returns>
    public static InferenceResult Run(
        IReadOnlyList<WeightLayer> layers, GroupedInputs inputs, byte[] labels, InferenceSettings settings, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var together = Together(layers);
        var (runs, done) = (new double[settings.Instances], 0);
        var parts = (settings.Instances + together - 1) / together;
        Parallel.For(
            0, parts, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation },
            () => new InferenceWorker(layers, inputs, labels, settings, together),
            (part, _, worker) =>
            {
                var start = part * together;
                worker.Run(start, runs.AsSpan(start, Math.Min(together, runs.Length - start)), cancellation);
                progress?.Report(new WorkProgress("Monte Carlo inference", (double)Interlocked.Increment(ref done) / parts));
                return worker;
            },
            _ => { });
        return new InferenceResult(runs);
    }

    /// <summary>Eight networks of one narrow layer fill whole panels.</summary>
    private static int Together(IReadOnlyList<WeightLayer> layers) => layers.Count == 1 && layers[0].Columns <= 16 ? 8 : 1;

    private static void CheckLayers(IReadOnlyList<WeightLayer> layers, DigitImages images)
    {
        var width = images.Rows * images.Columns;
        for (var l = 0; l < layers.Count; l++)
        {
            if (layers[l].Rows != width || layers[l].Weights.Length != layers[l].Rows * layers[l].Columns)
            {
                throw new ArgumentException($"layer {l}: it has {layers[l].Rows} inputs and {layers[l].Weights.Length} weights, expected {width} inputs and {width} × {layers[l].Columns} weights.", nameof(layers));
            }

            width = layers[l].Columns;
        }

        if (layers.Count == 0 || width != 10)
        {
            throw new ArgumentException($"the network ends with {width} outputs, expected 10 classes.", nameof(layers));
        }
    }
}
