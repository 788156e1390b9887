namespace DevicePhys.Variability;

/// <summary>Importance sampling by a shift of standard normal numbers: nine samples of ten are drawn around the place where devices fail, one where they are.</summary>
/// <remarks>
/// A sample drawn from the mixture q = a φ(z) + (1 - a) φ(z - shift), a about 0.1, counts with the weight φ(z)/q(z), so that every expectation stays unbiased.
/// The tenth at the nominal place bounds the weights by 1/a (defensive mixture: Hesterberg, Technometrics 37, 185 (1995)); both parts get a fixed
/// number of samples (deterministic mixture: Owen, Zhou, JASA 95, 135 (2000)). Thread safe.
/// </remarks>
public sealed class DefensiveMixture
{
    private const int Tenth = 10;
    private readonly double[] shift;
    private readonly double nominal;

    /// <summary>Makes the mixture of a run.</summary>
    /// <param name="samples">The samples of the whole run, at least 1.</param>
    /// <param name="shift">[Dimensions]: where failing devices lie, in standard normal numbers; all zeros for no shift.</param>
    public DefensiveMixture(int samples, params IReadOnlyList<double> shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentNullException.ThrowIfNull(shift);
        this.shift = [.. shift];
        nominal = (double)Enumerable.Range(0, samples).Count(IsNominal) / samples;
    }

    /// <summary>The shift.</summary>
    public IReadOnlyList<double> Shift => shift;

    /// <summary>Moves a sample to where the mixture wants it.</summary>
    /// <param name="index">Which sample of the run.</param>
    /// <param name="normals">[Dimensions]: standard normal numbers, moved in place.</param>
    /// <returns>The weight of the sample, at most about 10.</returns>
    public double Move(int index, Span<double> normals)
    {
        if (!IsNominal(index))
        {
            for (var d = 0; d < normals.Length; d++)
                normals[d] += shift[d];
        }

        // φ(z - s)/φ(z) = exp(z·s - s²/2)
        var exponent = 0.0;
        for (var d = 0; d < normals.Length; d++)
            exponent += shift[d] * (normals[d] - (0.5 * shift[d]));
        return 1 / (nominal + ((1 - nominal) * Math.Exp(exponent)));
    }

    // By blocks of the independent groups, so that each group has its tenth.
    private static bool IsNominal(int index) => index / SampleDesign.Groups % Tenth == 0;
}
