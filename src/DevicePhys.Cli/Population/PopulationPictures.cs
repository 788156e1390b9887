using DevicePhys.Plotting;
using DevicePhys.Studies.Population;
using DevicePhys.Variability;

namespace DevicePhys.Cli.Population;

/// <summary>The pictures of a population.</summary>
internal static class PopulationPictures
{
    /// <summary>All of them, by file name without extension.</summary>
    public static IEnumerable<(string Name, Picture Picture)> Of(string name, SwitchingCycles data, PopulationFit fit, PopulationComparison comparison)
    {
        for (var f = 0; f < data.Features.Count; f++)
        {
            var (feature, unit) = data.Features[f];
            var (values, chosen) = (data.Values(f), fit.Choices[f].Best);
            var quantity = new AxisQuantity(feature, "", unit == "Ohm" ? "Ω" : unit);
            yield return ($"distribution-{feature}", ProbabilityPlot.Draw(
                $"{name}: {feature}, {values.Length} values, {Word(chosen.Kind)} line", quantity, [new(feature, values, Distribution: chosen.Cumulative)],
                chosen.Kind == MarginalKind.Weibull ? ProbabilityPaper.Weibull : ProbabilityPaper.Normal, chosen.Kind is MarginalKind.LogNormal or MarginalKind.Mixture));
            yield return ($"memory-{feature}", Memory(name, feature, comparison.Memory[f], comparison.GeneratedMemory[f]));
        }

        string[] names = [.. data.Features.Select(feature => feature.Name)];
        yield return ("correlation-measured", CorrelationMatrix.Draw($"{name}: rank correlation, measured", names, comparison.Correlations));
        yield return ("correlation-generated", CorrelationMatrix.Draw($"{name}: rank correlation, generated", names, [.. comparison.Generated.Select(band => band.Mean)]));
    }

    /// <summary>The word for a distribution.</summary>
    public static string Word(MarginalKind kind) => kind switch
    {
        MarginalKind.LogNormal => "log-normal",
        MarginalKind.Weibull => "Weibull",
        MarginalKind.Normal => "normal",
        MarginalKind.Mixture => "mixture",
        _ => "empirical",
    };

    private static Picture Memory(string name, string feature, double[] measured, Band[] generated)
    {
        double[] lags = [.. Enumerable.Range(1, measured.Length).Select(lag => (double)lag)];
        return CurvePlot.Draw(
            $"{name}: autocorrelation of {feature}", new("Lag, in cycles"), new("Autocorrelation of normal scores"),
            [
                new("measured", lags, measured), new("generated, mean", lags, [.. generated.Select(b => b.Mean)]), new("2.5 %", lags, [.. generated.Select(b => b.Low)]), new("97.5 %", lags, [.. generated.Select(b => b.High)]),
            ],
            references: [0]);
    }
}
