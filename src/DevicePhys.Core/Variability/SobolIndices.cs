using MathNet.Numerics.Distributions;

namespace DevicePhys.Variability;

/// <summary>How much of the variance of a result each of its inputs makes, alone and with all others.</summary>
/// <remarks>
/// <para>First order S = V(E(f|x_i))/V, total order T = E(V(f|all but x_i))/V (Sobol, Math. Comput. Simul. 55, 271 (2001)), from two sets of points A, B
/// and for each input A with that input from B: S by Saltelli's estimator, mean of f(B)(f(AB_i) - f(A))/V, T by Jansen's, mean of
/// (f(A) - f(AB_i))²/2V (both in Saltelli et al., Comput. Phys. Commun. 181, 259 (2010)). f is taken around its mean, which leaves S unbiased
/// and makes it far less noisy.</para>
/// <para>A and B are the two halves of points of twice the dimension, in <see cref="SampleDesign.Groups"/> independent groups, each a design of its
/// own; intervals are Student's over the groups. Inputs are independent.</para>
/// </remarks>
/// <param name="First">[inputs]: first order.</param>
/// <param name="Total">[inputs]: total order.</param>
/// <param name="Variance">The variance of the result.</param>
public sealed record SobolIndices(IReadOnlyList<SobolIndex> First, IReadOnlyList<SobolIndex> Total, double Variance)
{
    /// <summary>The point at which a row of the scheme is evaluated.</summary>
    /// <param name="design">Points of twice as many numbers as there are.</param>
    /// <param name="point">Which point of the design.</param>
    /// <param name="set">0 for A, 1 for B, 2 + i for A with input i from B.</param>
    /// <param name="inputs">[numbers]: the input each number belongs to.</param>
    /// <param name="normals">[numbers], filled: standard normal numbers.</param>
    public static void Point(SampleDesign design, int point, int set, IReadOnlyList<int> inputs, Span<double> normals)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(inputs);
        var both = new double[2 * normals.Length];
        design.Normals(point, both);
        for (var d = 0; d < normals.Length; d++)
            normals[d] = both[set == 1 || inputs[d] == set - 2 ? normals.Length + d : d];
    }

    /// <summary>The indices from the results at all points.</summary>
    /// <param name="inputs">How many inputs.</param>
    /// <param name="results">[points × (2 + inputs)], row-major: at A, at B, and at A with each input from B. A point with a result that is no finite number is left out.</param>
    /// <exception cref="ArgumentException">Too few points are left, or the result does not vary.</exception>
    public static SobolIndices Of(int inputs, IReadOnlyList<double> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var width = 2 + inputs;
        int[] points = [.. Enumerable.Range(0, results.Count / width).Where(p => Enumerable.Range(p * width, width).All(at => double.IsFinite(results[at])))];
        if (points.Length < 4 * SampleDesign.Groups)
            throw new ArgumentException($"{points.Length} points have all their results, expected at least {4 * SampleDesign.Groups}.", nameof(results));
        double At(int point, int set) => results[(point * width) + set];
        var mean = points.Average(p => 0.5 * (At(p, 0) + At(p, 1)));
        var variance = points.Average(p => 0.5 * (Square(At(p, 0) - mean) + Square(At(p, 1) - mean)));
        if (!(variance > 0))
            throw new ArgumentException("The result is the same at all points, expected one that varies.", nameof(results));

        // Groups estimate parts of one variance: a variance for each would bias the ratio.
        SobolIndex Index(Func<int, double> term)
        {
            double[] groups = [.. points.GroupBy(p => p % SampleDesign.Groups).Select(group => group.Average(term) / variance)];
            var value = points.Average(term) / variance;
            var spread = Math.Sqrt(groups.Sum(g => Square(g - groups.Average())) / (groups.Length - 1) / groups.Length);
            var half = spread * StudentT.InvCDF(0, 1, groups.Length - 1, 0.975);
            return new(value, value - half, value + half);
        }

        return new(
            [.. Enumerable.Range(0, inputs).Select(i => Index(p => (At(p, 1) - mean) * (At(p, 2 + i) - At(p, 0))))],
            [.. Enumerable.Range(0, inputs).Select(i => Index(p => 0.5 * Square(At(p, 0) - At(p, 2 + i))))],
            variance);
    }

    private static double Square(double x) => x * x;
}
