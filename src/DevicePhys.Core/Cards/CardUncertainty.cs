using DevicePhys.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace DevicePhys.Cards;

/// <summary>How well a fit knows some numbers of a card: their covariance.</summary>
/// <remarks>
/// Unlike a spread it is common to all devices: the true value is one, and more devices do not reduce what is not known of it. Draws are normal,
/// and drawn again where one leaves the bounds of the card.
/// </remarks>
/// <param name="Parameters">Their names.</param>
/// <param name="Covariance">[Parameters][Parameters], in SI units, symmetric.</param>
public sealed record CardUncertainty(IReadOnlyList<string> Parameters, IReadOnlyList<IReadOnlyList<double>> Covariance)
{
    // Rounding of a covariance that is positive; a correlation of 1.001 is none.
    private const double Rounding = 1e-6;

    /// <summary>Draws the numbers that a fit leaves open, once for a whole population.</summary>
    /// <param name="card">The card.</param>
    /// <param name="random">The source of the draws.</param>
    /// <returns>The card with the drawn numbers.</returns>
    /// <exception cref="Errors.CardException">No draw fell within the bounds in 1,000 tries.</exception>
    public Card Sample(Card card, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(random);
        for (var tries = 0; tries < CardSampler.Tries; tries++)
        {
            var drawn = Draw(random);
            var values = Parameters.Select((name, i) => (Name: name, Value: card.Parameter(name).Value + drawn[i])).ToArray();
            if (values.All(pair => card.Parameter(pair.Name).Allows(pair.Value)))
                return values.Aggregate(card, (changed, pair) => changed.With(pair.Name, pair.Value));
        }

        throw card.Error($"uncertainty: no draw fell within the bounds in {CardSampler.Tries} tries, expected a smaller covariance or wider bounds");
    }

    /// <summary>What is wrong with it, else null.</summary>
    internal string? Flaw(IEnumerable<string> known)
    {
        var n = Parameters.Count;
        if (n == 0 || Parameters.Distinct(StringComparer.Ordinal).Count() != n || Parameters.FirstOrDefault(name => !known.Contains(name)) is not null)
            return "'parameters' should be names of parameters of the card, each once";
        if (Covariance.Count != n || Covariance.Any(row => row.Count != n))
            return $"'covariance' should have {n} rows of {n} numbers";
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (a, scale) = (Covariance[i][j], Math.Sqrt(Covariance[i][i] * Covariance[j][j]));
                if (!double.IsFinite(a) || !(Math.Abs(a) <= scale * (1 + Rounding)) || Math.Abs(a - Covariance[j][i]) > Rounding * scale)
                    return "'covariance' should be symmetric and positive, with finite numbers";
            }
        }

        return Correlations().Evd(Symmetricity.Symmetric).EigenValues.All(value => value.Real >= -Rounding) ? null : "'covariance' should be symmetric and positive, with finite numbers";
    }

    private double[] Draw(RandomStream random)
    {
        var parts = Correlations().Evd(Symmetricity.Symmetric);
        var normals = new double[Parameters.Count];
        random.FillNormal(normals);
        var drawn = parts.EigenVectors * Vector<double>.Build.Dense([.. normals.Select((z, i) => z * Math.Sqrt(Math.Max(0, parts.EigenValues[i].Real)))]);
        return [.. drawn.Select((value, i) => value * Math.Sqrt(Covariance[i][i]))];
    }

    // Parameters differ by decades in SI; their correlations do not.
    private Matrix<double> Correlations() => Matrix<double>.Build.Dense(Parameters.Count, Parameters.Count, (i, j) =>
        i == j ? 1 : Covariance[i][i] * Covariance[j][j] is > 0 and var product ? 0.5 * (Covariance[i][j] + Covariance[j][i]) / Math.Sqrt(product) : 0);
}
