using DevicePhys.Sampling;

namespace DevicePhys.Variability;

/// <summary>Which distribution suits values: the least AIC of the parametric ones, if its Anderson-Darling test lets it pass, else the values themselves.</summary>
/// <param name="Chosen">The distribution.</param>
/// <param name="Best">The parametric one with the least AIC.</param>
/// <param name="Aic">AIC of each parametric distribution that could be fitted.</param>
/// <param name="Statistic">A² of the best.</param>
/// <param name="PValue">How often its own samples, fitted in the same way, lie as far off (parametric bootstrap, Stute et al., Metrika 40, 243 (1993)).</param>
public sealed record MarginalChoice(Marginal Chosen, Marginal Best, IReadOnlyDictionary<MarginalKind, double> Aic, double Statistic, double PValue)
{
    private const int Resamples = 199;
    private const double Level = 0.05;

    // Akaike's criterion alone sees two populations in too many samples of one: the Bayesian one has to agree (Kass, Raftery, JASA 90, 773 (1995)).
    private const double StrongEvidence = 10;
    private const int FewestOfTwo = 30;

    /// <summary>Chooses.</summary>
    /// <param name="values">At least 3 values that differ.</param>
    /// <param name="seed">The seed of the resamples.</param>
    /// <param name="feature">A name that keys the resamples.</param>
    /// <exception cref="ArgumentException">There are too few values.</exception>
    public static MarginalChoice Of(IReadOnlyCollection<double> values, ulong seed, string feature)
    {
        ArgumentNullException.ThrowIfNull(values);
        MarginalKind[] kinds = values.All(x => x > 0) ? [MarginalKind.Normal, MarginalKind.LogNormal, MarginalKind.Weibull] : [MarginalKind.Normal];
        if (kinds.Length > 1 && values.Count >= FewestOfTwo && TwoComponents.Fit([.. values.Select(x => Math.Log(x))]).Gain > StrongEvidence)
            kinds = [.. kinds, MarginalKind.Mixture];
        var fits = kinds.Select(kind => Marginal.Fit(kind, values)).ToDictionary(fit => fit.Kind);
        var aic = fits.ToDictionary(pair => pair.Key, pair => pair.Value.Aic(values));
        var best = fits[aic.MinBy(pair => pair.Value).Key];
        var (statistic, farther) = (best.AndersonDarling(values), 0);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var random = new RandomStream(seed, $"anderson darling {feature}", (ulong)resample);
            double[] drawn = [.. values.Select(_ => best.Quantile(random.NextDouble()))];
            farther += Marginal.Fit(best.Kind, drawn).AndersonDarling(drawn) >= statistic ? 1 : 0;
        }

        var p = (1.0 + farther) / (1 + Resamples);
        return new(p > Level ? best : Marginal.Fit(MarginalKind.Empirical, values), best, aic, statistic, p);
    }
}
