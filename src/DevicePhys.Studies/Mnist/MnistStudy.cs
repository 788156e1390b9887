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
        return Run(settings, data, settings.IdealRate, "ideal network", seed => new IdealLayers(settings.Network, seed), progress, cancellation);
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
        return Run(settings, data, settings.DeviceRate, "device network", seed => new SynapseLayers(settings, table, seed), progress, cancellation);
    }

    private static MnistResult Run(
        MnistSettings settings,
        DigitSet data,
        double rate,
        string activity,
        Func<ulong, ITrainedLayers> layers,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        data = settings.Network.Widths[0] == data.Train.Rows * data.Train.Columns ? data : BinaryCrop.Of(data);
        var checkpoints = Enumerable.Range(1, settings.Checkpoints)
            .Select(point => (int)((long)settings.Presentations * point / settings.Checkpoints))
            .ToArray();
        var runs = new TrainingRun[settings.Seeds.Count];
        var steps = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, r =>
        {
            var seed = settings.Seeds[r];
            runs[r] = TrainingSession.Run(layers(seed), data, seed, (float)rate, checkpoints, Advance, cancellation);
        });
        return new MnistResult(checkpoints, runs);

        void Advance() =>
            progress?.Report(new WorkProgress(activity, (double)Interlocked.Increment(ref steps) / (runs.Length * checkpoints.Length)));
    }
}
