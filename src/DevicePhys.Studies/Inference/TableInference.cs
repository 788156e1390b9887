using DevicePhys.Arrays.Nonidealities;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Inference;

/// <summary>Monte Carlo inference with the devices of a pulse table: trained weights are programmed into fresh devices again and again.</summary>
/// <remarks>Weights come from <see cref="TrainedWeights.Ideal"/>; the range is that of the table's nominal device, and every layer's largest weight gets its far end.</remarks>
public static class TableInference
{
    /// <summary>Runs the study.</summary>
    /// <param name="layers">The trained network of sigmoid units.</param>
    /// <param name="table">The devices.</param>
    /// <param name="images">Test images; a network of 400 inputs gets their binary crop.</param>
    /// <param name="settings">Programming, defects, time, wires and instances.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The accuracy of every instance.</returns>
    /// <exception cref="ArgumentException">Layers do not fit the images, or a setting is wrong.</exception>
    public static InferenceResult Run(
        IReadOnlyList<WeightLayer> layers,
        PulseTable table,
        DigitImages images,
        TableInferenceSettings settings,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(images);
        return InferenceStudy.Run(layers, layers[0].Rows == images.Rows * images.Columns ? images : BinaryCrop.Of(images), Of(table, settings), progress, cancellation);
    }

    /// <summary>What is drawn for every instance.</summary>
    /// <param name="table">The devices.</param>
    /// <param name="settings">Programming, defects, time, wires and instances.</param>
    /// <returns>The settings of <see cref="InferenceStudy"/>.</returns>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public static InferenceSettings Of(PulseTable table, TableInferenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        var (low, high) = (table.Nominal.GMin, table.Nominal.GMax);
        var effects = new List<INonideality>();
        if (settings.Programming == Programming.Verify)
        {
            effects.Add(new ProgramAndVerify(table, Tolerance(table, settings), settings.MostPulses, settings.DeviceToDevice));
        }
        else if (settings.Programming == Programming.OpenLoop)
        {
            effects.Add(new OpenLoop(table, settings.DeviceToDevice));
        }

        if (settings.Stuck > 0)
        {
            effects.Add(new StuckCells(settings.Stuck / 2, settings.Stuck / 2, low, high));
        }

        if (settings.Age > 0)
        {
            effects.Add(new Retention(settings.Age, table.RetentionTime, low));
        }

        return new InferenceSettings(low, high)
        {
            Nonidealities = effects,
            ReadNoise = settings.ReadNoise ? ReadNoise.Of(table) : null,
            Wires = settings.Wires,
            Instances = settings.Instances,
            Seed = settings.Seed,
            Threads = settings.Threads,
        };
    }

    /// <summary>How near a verified device comes.</summary>
    /// <param name="table">The devices.</param>
    /// <param name="settings">Their tolerance, if it was given.</param>
    /// <returns>A fraction of the range.</returns>
    public static double Tolerance(PulseTable table, TableInferenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Tolerance ?? Math.Clamp(table.MeanStep(Polarity.Potentiation) / (table.Nominal.GMax - table.Nominal.GMin) / 2, 1e-6, 1);
    }
}
