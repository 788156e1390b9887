using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Variability;

namespace DevicePhys.Studies.Population;

/// <summary>Writes the switching features of a population into a card of a threshold model.</summary>
/// <remarks>
/// Medians become the values; the widths of the logarithms become log-normal spreads, across devices and across cycles as the population divides
/// them: what tables and arrays draw. Exact shapes, outliers, correlations and memory are in the population of the card, from which a Monte Carlo
/// run draws. The model SETs at a negative voltage, so its first terminal is the second of the measurement.
/// </remarks>
public static class PopulationCard
{
    private static readonly (string Feature, string Parameter, int Sign)[] Places = [("VSet", "VOn", -1), ("VReset", "VOff", 1), ("ROn", "ROn", 1), ("ROff", "ROff", 1)];

    /// <summary>The card.</summary>
    /// <param name="start">A card of the model Vteam, whose other numbers are kept.</param>
    /// <param name="fit">The population.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="CardException">A number does not fit the bounds of the card.</exception>
    /// <exception cref="ArgumentException">The population lacks a feature.</exception>
    public static Card Of(Card start, PopulationFit fit, SwitchingCycles data, string source)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(data);
        var cycle = fit.Population.CycleCovariance();
        foreach (var (feature, name, sign) in Places)
        {
            var f = data.Features.Select(pair => pair.Name).ToList().IndexOf(feature);
            if (f < 0)
                throw new ArgumentException($"The population has no feature '{feature}', expected VSet, VReset, ROn and ROff.", nameof(data));
            double[] values = [.. data.Values(f).Where(value => value > 0)];
            var width = Marginal.Fit(MarginalKind.LogNormal, values).Second;
            var across = fit.Population.DeviceCovariance[f, f] / (fit.Population.DeviceCovariance[f, f] + cycle[f, f]);
            start = start.With(start.Parameter(name) with
            {
                Value = sign * Statistics.Quantiles.Of(values, 0.5)[0], Status = ParameterStatus.Fitted,
                Source = string.Create(CultureInfo.InvariantCulture, $"median of {values.Length} {feature} of {data.Devices.Count} devices in {source}"),
                D2D = new Spread(Distribution.LogNormal, Math.Round(width * Math.Sqrt(across), 4)), C2C = new Spread(Distribution.LogNormal, Math.Round(width * Math.Sqrt(1 - across), 4)),
                Lower = double.NegativeInfinity, Upper = double.PositiveInfinity,
                Note = string.Create(CultureInfo.InvariantCulture, $"Width of ln {feature}: {width:0.###}; {100 * across:0} % of its variance is across devices."),
            });
        }

        // Where the two resistances are decades apart the linear law would hang on the last digits of the state.
        var ratio = Math.Log(start.Value("ROff", "Ohm") / start.Value("ROn", "Ohm"));
        start = start.With(start.Parameter("Lambda") with { Value = Math.Clamp(ratio, 0, 20), Status = ParameterStatus.Derived, Source = "ln(ROff/ROn): the exponential resistance law" });
        return start.With(Kept(fit.Population, data));
    }

    // Only the features that are parameters. Where the population has more, what the others would have said of the next cycle is lost.
    private static CardPopulation Kept(Variability.Population population, SwitchingCycles data)
    {
        int[] order = [.. Places.Select(place => data.Features.Select(pair => pair.Name).ToList().IndexOf(place.Feature))];
        double[,] Of(double[,] matrix)
        {
            var part = new double[order.Length, order.Length];
            for (var i = 0; i < order.Length; i++)
            {
                for (var j = 0; j < order.Length; j++)
                    part[i, j] = matrix[order[i], order[j]];
            }

            return part;
        }

        return new(
            [.. Places.Select(place => (place.Parameter, place.Sign))],
            new Variability.Population([.. Places.Zip(order, (place, f) => population.Features[f] with { Name = place.Parameter })], Of(population.DeviceCovariance), Of(population.Memory), Of(population.NoiseCovariance)));
    }
}
