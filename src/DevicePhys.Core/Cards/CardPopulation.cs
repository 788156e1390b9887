using DevicePhys.Variability;
using MathNet.Numerics.LinearAlgebra;

namespace DevicePhys.Cards;

/// <summary>How the devices of a card, and the cycles of each, differ together: what independent spreads cannot say.</summary>
/// <remarks>
/// <para>In the file: <c>"population": { "features": [{ "parameter": text, "sign": 1 or -1, "distribution": "normal" | "lognormal" | "weibull" |
/// "mixture" | "empirical", "numbers": [number, ...] }, ...], "device": matrix, "memory": matrix, "noise": matrix }</c>. The numbers, in SI of the
/// parameter, are mean and deviation (of the logarithm for a log-normal), shape and scale, or the values themselves; of a mixture the share of the
/// outliers, then mean and deviation of the logarithm of most devices and of the outliers, and the logarithms at which it is cut off. The matrices are those of <see cref="Population"/>.</para>
/// <para>A Monte Carlo run draws from it instead of from the spreads of these parameters. Whatever knows nothing of it, tables and arrays, uses
/// the spreads. Thread safe.</para>
/// </remarks>
/// <param name="Places">[Features]: the parameter each feature is a number for, and 1 or -1 where it is minus the parameter.</param>
/// <param name="Population">The population; its features are named after the parameters.</param>
public sealed record CardPopulation(IReadOnlyList<(string Parameter, int Sign)> Places, Population Population)
{
    private const int Most = 32;
    private const double Rounding = 1e-6;

    private readonly Lazy<Func<int, ulong, int, double[][]>> generator = new(Population.Generator);

    /// <summary>The card of one cycle of one device.</summary>
    /// <param name="card">The card whose other numbers are kept.</param>
    /// <param name="seed">The seed of the population.</param>
    /// <param name="device">Which device.</param>
    /// <param name="cycle">Which of its cycles, from 0.</param>
    /// <exception cref="Errors.CardException">A value lies beyond the bounds of the card.</exception>
    public Card Draw(Card card, ulong seed, int device, int cycle)
    {
        ArgumentNullException.ThrowIfNull(card);
        var values = generator.Value(cycle + 1, seed, device)[cycle];
        for (var f = 0; f < Places.Count; f++)
            card = card.With(Places[f].Parameter, Places[f].Sign * values[f]);
        return card;
    }

    /// <summary>What is wrong with it, else null.</summary>
    internal string? Flaw(IEnumerable<string> known)
    {
        var n = Places.Count;
        if (n is 0 or > Most || Population.Features.Count != n || Places.Select(p => p.Parameter).Distinct(StringComparer.Ordinal).Count() != n || Places.Any(p => !known.Contains(p.Parameter) || Math.Abs(p.Sign) != 1))
            return $"'features' should name 1 to {Most} parameters of the card, each once, with a sign of 1 or -1";
        if (Enumerable.Range(0, n).FirstOrDefault(f => Flaw(Population.Features[f].Marginal) is not null, -1) is >= 0 and var wrong)
            return $"feature '{Places[wrong].Parameter}': {Flaw(Population.Features[wrong].Marginal)}";
        foreach (var (name, matrix, isCovariance) in new[] { ("device", Population.DeviceCovariance, true), ("memory", Population.Memory, false), ("noise", Population.NoiseCovariance, true) })
        {
            if (matrix.GetLength(0) != n || matrix.GetLength(1) != n || matrix.Cast<double>().Any(x => !(Math.Abs(x) <= 1e3)))
                return $"'{name}' should have {n} rows of {n} numbers";
            var m = Matrix<double>.Build.DenseOfArray(matrix);
            if (isCovariance && ((m - m.Transpose()).InfinityNorm() > Rounding * (1 + m.InfinityNorm()) || m.Evd(Symmetricity.Symmetric).EigenValues.Any(e => e.Real < -Rounding * (1 + m.InfinityNorm()))))
                return $"'{name}' should be symmetric and positive";
            if (!isCovariance && m.Evd().EigenValues.Any(e => e.Magnitude >= 1))
                return $"'{name}' should let cycles settle: every eigenvalue within the unit circle";
        }

        var total = Population.CycleCovariance();
        return Enumerable.Range(0, n).All(f => Population.DeviceCovariance[f, f] + total[f, f] > 0) ? null : "'device' and 'noise' should not both be 0 for a feature";
    }

    private static string? Flaw(Marginal m) => m.Kind switch
    {
        MarginalKind.Empirical => m.Values.Count >= 3 && m.Values.All(double.IsFinite) && m.Values.Zip(m.Values.Skip(1)).All(p => p.First <= p.Second) && m.Values[0] < m.Values[^1] ? null : "'numbers' should be at least 3 ascending values that differ",
        MarginalKind.Mixture => m.Parts is { Share: >= 0 and <= 0.5, Deviation: > 0 and < 1e3, OtherDeviation: > 0 and < 1e3 } p && Math.Abs(p.Mean) < 700 && Math.Abs(p.OtherMean) < 700
            && Math.Abs(m.First) < 700 && Math.Abs(m.Second) < 700 && p.Cumulative(m.Second) - p.Cumulative(m.First) > Rounding ? null : "'numbers' should be a share up to 0.5, mean, deviation, mean, deviation of logarithms, and two ends that hold most of them",
        MarginalKind.Weibull => m.First is > 0 and < 1e6 && m.Second > 0 && double.IsFinite(m.Second) ? null : "'numbers' should be a shape and a scale above 0",
        _ => double.IsFinite(m.First) && m.Second > 0 && double.IsFinite(m.Second) ? null : "'numbers' should be a mean and a deviation above 0",
    };
}
