using DevicePhys.Cards;
using DevicePhys.Plotting;
using DevicePhys.Statistics;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>The pictures of a Monte Carlo run.</summary>
internal static class MonteCarloPictures
{
    private const int MostLoops = 60;

    /// <summary>All pictures that suit the run, by file name without extension.</summary>
    public static IEnumerable<(string Name, Picture Picture)> Of(Card card, IMonteCarloBench bench, MonteCarloStudy study, MonteCarloSamples samples)
    {
        if (study.Mixture is null)
        {
            for (var output = 0; output < samples.Outputs.Count; output++)
            {
                if (Distribution(card, samples, output) is { } picture)
                    yield return ($"distribution-{samples.Outputs[output].Name}", picture);
            }

            if (samples.Parameters.Count > 0)
                yield return ("correlation", Correlation(card, samples));
        }

        if (bench is CurrentVoltageBench loops)
        {
            // A sample is a function of its index, so its loop can be run again at will.
            var curves = Enumerable.Range(0, Math.Min(MostLoops, samples.Count)).Select(i => study.Sample(i * study.PerPoint))
                .Select((sample, i) => loops.Loop(sample.Card, sample.Seed) is var loop ? new CurveSeries($"{i}", loop.Voltages, loop.Currents) : null!).ToArray();
            yield return ("iv", CurrentVoltagePlot.Draw($"{card.Id}: the first {curves.Length} of {samples.Count} devices", curves, logarithmic: true));
        }
    }

    private static Picture? Distribution(Card card, MonteCarloSamples samples, int output)
    {
        double[] values = [.. samples.Output(output).Where(double.IsFinite)];
        var column = samples.Outputs[output];
        if (values.Length < 2)
            return null;

        // What spans decades, or is a resistance or a time, is log-normal more often than not.
        var logarithmic = values.All(value => value > 0) && column.Unit is "Ohm" or "s";
        var missing = samples.Output(output).Count(double.IsPositiveInfinity);
        return ProbabilityPlot.Draw(
            $"{card.Id}: {column.Name} of {samples.Count} samples", new AxisQuantity(column.Name, "", column.Unit == "Ohm" ? "Ω" : column.Unit), [new(column.Name, values, missing)], logarithmic: logarithmic && values.Min() > 0);
    }

    private static Picture Correlation(Card card, MonteCarloSamples samples)
    {
        var columns = samples.Parameters.Select((p, i) => (p.Name, Values: samples.Parameter(i)))
            .Concat(samples.Outputs.Select((o, i) => (o.Name, Values: samples.Output(i)))).ToArray();
        var n = columns.Length;
        var matrix = new double[n * n];
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column <= row; column++)
                matrix[(row * n) + column] = matrix[(column * n) + row] = Coefficient(columns[row].Values, columns[column].Values);
        }

        return CorrelationMatrix.Draw($"{card.Id}: rank correlation over {samples.Count} samples", [.. columns.Select(c => c.Name)], matrix);
    }

    // Over the samples that have both values.
    private static double Coefficient(double[] first, double[] second)
    {
        int[] both = [.. Enumerable.Range(0, first.Length).Where(i => !double.IsNaN(first[i]) && !double.IsNaN(second[i]))];
        return both.Length < 2 ? double.NaN : RankCorrelation.Of([.. both.Select(i => first[i])], [.. both.Select(i => second[i])]);
    }
}
