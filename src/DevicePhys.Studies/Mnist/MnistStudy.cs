using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Mnist;

/// <summary>Trains digit networks in place, one image at a time, over many seeds.</summary>
/// <remarks>
/// Every run owns its random streams, keyed by its seed alone: results do not depend on threads, on which other seeds are run, or on
/// their order.
/// </remarks>
public static class MnistStudy
{
    /// <summary>Runs the ideal software network.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">Training and test images.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome.</returns>
    public static MnistResult RunIdeal(MnistSettings settings, DigitSet data, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Run(settings, data, settings.IdealRate, "ideal network", Layer, progress, cancellation);

        // Glorot-like: the weighted sum of a typical image starts in the straight part of the sigmoid.
        static IWeightMatrix Layer(int rows, int columns, ulong seed, int layer) =>
            new FloatWeights(rows, columns, 1 / MathF.Sqrt(rows), new RandomStream(seed, "ideal weights", (ulong)layer));
    }

    /// <summary>Runs the same network with its weights in pairs of devices.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">Training and test images.</param>
    /// <param name="table">What a pulse does to a device.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome.</returns>
    public static MnistResult RunDevice(
        MnistSettings settings, DigitSet data, PulseTable table, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(table);
        var synapse = new SynapseSettings(settings.WeightScale, settings.DeviceToDevice, settings.InitialFill, settings.InitialSpread);
        return Run(settings, data, settings.DeviceRate, "device network", Layer, progress, cancellation);

        IWeightMatrix Layer(int rows, int columns, ulong seed, int layer) =>
            new SynapseArray(rows, columns, table, synapse, new RandomStream(seed, "synapse array", (ulong)layer));
    }

    private static MnistResult Run(
        MnistSettings settings,
        DigitSet data,
        double rate,
        string activity,
        Func<int, int, ulong, int, IWeightMatrix> layer,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        var checkpoints = Enumerable.Range(1, settings.Checkpoints)
            .Select(point => (int)((long)settings.Presentations * point / settings.Checkpoints))
            .ToArray();
        var runs = new TrainingRun[settings.Seeds.Count];
        var steps = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, r =>
        {
            var seed = settings.Seeds[r];
            var widths = settings.Network.Widths;
            IWeightMatrix[] layers = [.. Enumerable.Range(0, settings.Network.Layers).Select(l => layer(widths[l], widths[l + 1], seed, l))];
            runs[r] = TrainingSession.Run(layers, data, seed, (float)rate, checkpoints, Advance, cancellation);
        });
        return new MnistResult(checkpoints, runs);

        void Advance() =>
            progress?.Report(new WorkProgress(activity, (double)Interlocked.Increment(ref steps) / (runs.Length * checkpoints.Length)));
    }
}
