using DevicePhys.Statistics;
using DevicePhys.Variability;
using MathNet.Numerics.Distributions;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>What the samples of a run say.</summary>
/// <param name="Outputs">One for each output.</param>
/// <param name="Yields">One for each limit, and one for all of them together where there are several.</param>
/// <param name="Warnings">One sentence each.</param>
public sealed record MonteCarloSummary(IReadOnlyList<OutputStatistics> Outputs, IReadOnlyList<YieldEstimate> Yields, IReadOnlyList<string> Warnings)
{
    private const double FewFailures = 30;

    /// <summary>Sums up.</summary>
    /// <param name="samples">All samples of a run.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="fitted">Whether the card carries the uncertainty of a fit.</param>
    public static MonteCarloSummary Of(MonteCarloSamples samples, MonteCarloSettings settings, bool fitted)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(settings);
        OutputStatistics[] outputs = [.. Enumerable.Range(0, samples.Outputs.Count).Select(output => Output(samples, settings, output, fitted))];
        var yields = settings.Limits.Select(limit => Yield(samples, settings, [limit], limit, fitted)).ToList();
        if (yields.Count > 1)
            yields.Add(Yield(samples, settings, settings.Limits, null, fitted));
        List<string> warnings =
        [
            .. outputs.Where(o => o.Missing > 0).Select(o => $"{o.Missing} of {samples.Count} samples have no {o.Name}: they do not switch, or could not be followed"),
            .. settings.Cycles > 1 ? ["the intervals of quantiles count the cycles of a device as independent, which they are not"] : Array.Empty<string>(),
            .. yields.Where(y => settings.Tail && y.EffectiveFailures < FewFailures).Select(y => FormattableString.Invariant(
                $"the failing share rests on {y.EffectiveFailures:0.#} effective failures, expected at least {FewFailures}: take more samples")),
        ];
        return new(outputs, yields, warnings);
    }

    private static OutputStatistics Output(MonteCarloSamples samples, MonteCarloSettings settings, int output, bool fitted)
    {
        var column = samples.Output(output);
        int[] finite = [.. Enumerable.Range(0, samples.Count).Where(i => double.IsFinite(column[i]))];
        var independent = Independent(settings);
        double[] values = [.. finite.Select(i => column[i])];
        var mean = GroupMeans.Of(values, [.. finite.Select(i => samples.Weights[i])], [.. finite.Select(i => i / settings.Cycles)], independent, fitted);

        // An infinite time has a rank, though no mean.
        int[] ranked = [.. Enumerable.Range(0, samples.Count).Where(i => !double.IsNaN(column[i]))];
        double[] sorted = [.. ranked.Select(i => column[i]).Order()];
        return new OutputStatistics(
            samples.Outputs[output].Name, samples.Outputs[output].Unit, values.Length, column.Count(double.IsNaN), mean.Mean, mean.Deviation, mean.Interval, mean.FitDeviation,
            settings.Tail || sorted.Length == 0 ? [] : [.. QuantileEstimate.Usual.Select(p => QuantileEstimate.Of(sorted, p))],
            settings.Tail || ranked.Length < 2 ? [] : [.. Enumerable.Range(0, samples.Parameters.Count).Select(Sensitivity)]);

        double Sensitivity(int parameter)
        {
            var drawn = samples.Parameter(parameter);
            return RankCorrelation.Of([.. ranked.Select(i => drawn[i])], [.. ranked.Select(i => column[i])]);
        }
    }

    private static YieldEstimate Yield(MonteCarloSamples samples, MonteCarloSettings settings, IReadOnlyList<OutputLimit> limits, OutputLimit? shown, bool fitted)
    {
        int[] columns = [.. limits.Select(limit => samples.Outputs.Select(o => o.Name).ToList().IndexOf(limit.Output))];
        var values = new double[samples.Count];
        var (failures, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (Enumerable.Range(0, columns.Length).All(k => limits[k].IsMet(samples.Measured[(i * samples.Outputs.Count) + columns[k]])))
                continue;
            values[i] = samples.Weights[i];
            (failures, sum, squares) = (failures + 1, sum + values[i], squares + (values[i] * values[i]));
        }

        var share = sum / samples.Count;
        var effective = squares > 0 ? sum * sum / squares : 0;
        if (Independent(settings) && !fitted)
            return new(shown, share, ClopperPearson(failures, samples.Count), failures, effective);
        var even = Enumerable.Repeat(1.0, samples.Count).ToArray();
        var interval = GroupMeans.Of(values, even, [.. Enumerable.Range(0, samples.Count).Select(i => i / settings.Cycles)], Independent(settings), fitted).Interval;
        return new(shown, share, new(Math.Max(0, interval.Low), Math.Min(1, interval.High)), failures, effective);
    }

    // The cycles of a device are not; devices are, and groups are made of whole ones.
    private static bool Independent(MonteCarloSettings settings) => settings.Design == SamplingDesign.Random && !settings.Tail && settings.Cycles == 1;

    // Clopper and Pearson, Biometrika 26, 404 (1934): exact, never too narrow.
    private static Bounds ClopperPearson(int failures, int samples) => new(
        failures == 0 ? 0 : Beta.InvCDF(failures, samples - failures + 1, 0.025),
        failures == samples ? 1 : Beta.InvCDF(failures + 1, samples - failures, 0.975));
}
