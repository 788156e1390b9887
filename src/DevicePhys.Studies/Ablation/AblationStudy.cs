using DevicePhys.Statistics;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Ablation;

/// <summary>Which effect costs how many points of accuracy: each taken out of the full network, and each put alone into an ideal one.</summary>
/// <remarks>
/// Effects act on each other, so the two answers differ and neither adds up to the whole; both are given. All runs of a seed share its images, their order and its
/// streams; costs are differences between runs of equal seeds, with Student's interval over the seeds. Learning rate and weight scale stay those of the full
/// network: a network relieved of an effect might gain a little more with its own.
/// </remarks>
public static class AblationStudy
{
    /// <summary>Runs the study.</summary>
    /// <param name="settings">The full network, wires and converters included.</param>
    /// <param name="data">Training and test images.</param>
    /// <param name="table">The full device.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome.</returns>
    public static AblationResult Run(
        MnistSettings settings, DigitSet data, PulseTable table, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(table);
        Effect[] effects = [.. Enum.GetValues<Effect>().Where(effect => Has(settings, table, effect))];
        var (done, total) = (0, 2 + (2 * effects.Length));
        var brief = settings with { Checkpoints = 1 };
        var (full, none) = (Study([]), Study(effects));
        var points = new List<AblationPoint>();
        foreach (var effect in effects)
        {
            var (without, alone) = (Study([effect]), Study([.. effects.Where(other => other != effect)]));
            points.Add(new AblationPoint(effect, without, alone, Difference(without, full), Difference(none, alone)));
        }

        return new AblationResult(full, none, points);

        MnistResult Study(Effect[] removed)
        {
            var variant = brief with
            {
                Wires = removed.Contains(Effect.Wires) ? null : brief.Wires,
                Adc = removed.Contains(Effect.Adc) ? null : brief.Adc,
            };
            var result = MnistStudy.RunDevice(variant, data, IdealisedTable.Without(table, removed), null, cancellation);
            progress?.Report(new WorkProgress("ablation", (double)++done / total));
            return result;
        }
    }

    private static bool Has(MnistSettings settings, PulseTable table, Effect effect) => effect switch
    {
        Effect.D2D => settings.DeviceToDevice && table.Population.Count > 0,
        Effect.Wires => settings.Wires is not null,
        Effect.Adc => settings.Adc is not null,
        _ => true,
    };

    private static ConfidenceInterval Difference(MnistResult a, MnistResult b) =>
        ConfidenceInterval.OfMean([.. a.Runs.Zip(b.Runs, (x, y) => x.Accuracy - y.Accuracy)]);
}
