using DevicePhys.Cards;
using DevicePhys.Devices.Memristors;
using DevicePhys.Fitting;
using DevicePhys.Fitting.Laws;

namespace DevicePhys.Studies.Fitting;

/// <summary>Fits the exponential synapse to potentiation and depression curves.</summary>
/// <remarks>
/// Each curve has its curvature; the ends GMin and GMax are common or, as measured runs often begin and end elsewhere, each curve's own; the card,
/// which has one pair, then takes their means. The number of pulses of a run is that of the measurement. Residuals are over the range of their
/// curve, so both count alike.
/// </remarks>
public static class SynapseFit
{
    /// <summary>The model this serves.</summary>
    public const string Model = nameof(ExponentialSynapse<>);

    private static readonly string[] Ends = ["GMin", "GMax"];

    /// <summary>Fits.</summary>
    /// <param name="start">A card of the model: its pulses and spreads stay, and its curvatures are compared as the published fit.</param>
    /// <param name="potentiation">Rising conductance; null for none.</param>
    /// <param name="depression">Falling conductance, or the same counted from its low end; null for none.</param>
    /// <param name="sharedEnds">Whether both curves have the same GMin and GMax.</param>
    /// <param name="options">How residuals count; null for least squares.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The fit; parameters GMin, GMax and Curvature, of "LTP" and "LTD" where they are a curve's own.</returns>
    /// <exception cref="ArgumentException">Neither curve is given.</exception>
    public static DeviceFit Run(Card start, PulseCurve? potentiation, PulseCurve? depression, bool sharedEnds = false, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var curves = new List<(string Name, string Suffix, PulseCurve Curve)>();
        if (potentiation is not null)
            curves.Add(("LTP", "Ltp", potentiation.FromLowEnd()));
        if (depression is not null)
            curves.Add(("LTD", "Ltd", depression.FromLowEnd()));
        if (curves.Count == 0)
            throw new ArgumentException("There is no curve, expected potentiation, depression or both.", nameof(potentiation));
        var joint = SharedFit.Join([.. curves.Select(c => (c.Name, Problem(c.Curve)))], sharedEnds ? Ends : []);
        string Of(string curve, string name) => sharedEnds && name != "Curvature" ? name : $"{curve}.{name}";
        var result = LevenbergMarquardt.Run(joint, options, cancellation);
        var (half, first) = (FitBand.HalfWidths(joint, result), 0);
        FittedCurve[] fitted = [.. curves.Select(c => Fitted(c.Name, c.Curve, [.. ((string[])[.. Ends, "Curvature"]).Select(name => result[Of(c.Name, name)].Value)], c.Curve.Pulses[^1]) with { HalfWidth = Band(c.Curve) })];
        var published = new PublishedFit(start.Id, start.Parameter("CurvatureLtp").Source, curves.ToDictionary(c => c.Name, c => Published(c.Curve, start.Value($"Curvature{c.Suffix}"))));
        var fit = new DeviceFit(Model, [.. curves.Select(c => c.Curve.Name)], result, fitted, null, published);
        return fit with { Card = Card(start, curves, fit, Of) };

        // The residuals follow each other curve by curve, each over the range of its own.
        double[]? Band(PulseCurve curve)
        {
            var range = curve.Conductances.Max() - curve.Conductances.Min();
            var own = half?.AsSpan(first, curve.Pulses.Length).ToArray();
            first += curve.Pulses.Length;
            return own?.Select(width => width * range).ToArray();
        }
    }

    /// <summary>The fit of one curve alone: GMin, GMax, Curvature.</summary>
    /// <param name="curve">The curve, in either direction.</param>
    /// <param name="options">How residuals count; null for least squares.</param>
    public static FitResult One(PulseCurve curve, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return LevenbergMarquardt.Run(Problem(curve.FromLowEnd()), options);
    }

    private static FitProblem Problem(PulseCurve curve)
    {
        var (low, high) = (curve.Conductances.Min(), curve.Conductances.Max());
        var range = high - low;

        // The middle of the run fixes the sign and size of the curvature: y(1/2) = 1/(1 + exp(-c/2)).
        var middle = Math.Clamp((curve.Conductances.Where((_, i) => Math.Abs((curve.Pulses[i] / curve.Pulses[^1]) - 0.5) < 0.1).DefaultIfEmpty(0.5 * (low + high)).Average() - low) / range, 0.02, 0.98);
        var curvature = 2 * Math.Log(middle / (1 - middle));
        FitParameter[] parameters =
        [
            new("GMin", low, "S", low - range, high + range), new("GMax", high, "S", low - range, high + (5 * range)), new("Curvature", curvature, "", -50, 50),
        ];
        double[] weights = [.. Enumerable.Repeat(1 / range, curve.Pulses.Length)];
        return CurveFit.Problem(new ExponentialLaw(curve.Pulses[^1]), curve.Pulses, curve.Conductances, parameters, default, weights);
    }

    private static FittedCurve Fitted(string name, PulseCurve curve, double[] values, double pMax)
    {
        var law = new ExponentialLaw(pMax);
        Numbers.Real[] parameters = [.. values.Select(value => (Numbers.Real)value)];
        return new(name, curve.Pulses, curve.Conductances, [.. curve.Pulses.Select(x => law.At<Numbers.Real>(x, parameters).Value)], "Conductance [S]", "Pulses from the low end");
    }

    // The benchmark normalises by the extremes of the data and by the whole number of pulses.
    private static double Published(PulseCurve curve, double curvature) =>
        Fitted("", curve, [curve.Conductances.Min(), curve.Conductances.Max(), curvature], Math.Floor(curve.Pulses[^1])).NormalisedRmse;

    private static Card Card(Card start, List<(string Name, string Suffix, PulseCurve Curve)> curves, DeviceFit fit, Func<string, string, string> of)
    {
        var (min, max) = (Mean("GMin"), Mean("GMax"));
        var ratio = max.Value / min.Value;
        var ratioError = ratio * Math.Sqrt(Math.Pow(max.StandardError / max.Value, 2) + Math.Pow(min.StandardError / min.Value, 2));
        var fitted = new List<(string, FitEstimate)>
        {
            ("ROn", new FitEstimate(max.Parameter, 1 / max.Value, max.StandardError / (max.Value * max.Value), (1 / max.Interval.High, 1 / max.Interval.Low), max.AtBound)),
            ("OnOffRatio", new FitEstimate(min.Parameter, ratio, ratioError, (ratio - (1.96 * ratioError), ratio + (1.96 * ratioError)), min.AtBound)),
        };
        foreach (var (name, suffix, curve) in curves)
        {
            fitted.Add(($"Curvature{suffix}", fit.Result[$"{name}.Curvature"]));
            start = start.With($"PMax{suffix}", curve.Pulses[^1]);
        }

        return FittedCard.Of(start, fitted, string.Join(" and ", fit.Data), fit.NormalisedRmse);

        FitEstimate Mean(string name)
        {
            FitEstimate[] own = [.. curves.Select(c => of(c.Name, name)).Distinct().Select(full => fit.Result[full])];
            var error = Math.Sqrt(own.Sum(e => e.StandardError * e.StandardError)) / own.Length;
            var value = own.Average(e => e.Value);
            return own.Length == 1 ? own[0] : new(own[0].Parameter, value, error, (value - (1.96 * error), value + (1.96 * error)), own.Any(e => e.AtBound));
        }
    }
}
