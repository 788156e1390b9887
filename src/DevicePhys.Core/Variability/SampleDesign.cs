using DevicePhys.Sampling;

namespace DevicePhys.Variability;

/// <summary>The points of a Monte Carlo run: each sample is a vector of standard normal numbers that depends on seed and index alone.</summary>
/// <remarks>
/// <para>Samples are dealt out to <see cref="Groups"/> groups, sample i to group i mod 16. A Latin hypercube (McKay, Beckman, Conover,
/// Technometrics 21, 239 (1979)) or a digitally shifted Sobol sequence (Cranley-Patterson in base 2; L'Ecuyer, Lemieux, "Recent advances in
/// randomized quasi-Monte Carlo methods", 2002) is made anew for each group, so the means of the groups are independent and unbiased, and
/// their spread gives an honest interval, which the points of one design could not.</para>
/// <para>Thread safe. The same bits whatever the number of threads or shards.</para>
/// </remarks>
public sealed class SampleDesign
{
    /// <summary>The number of independent groups of samples.</summary>
    public const int Groups = 16;

    private const double NearlyOne = 1 - 1.1102230246251565e-16; // 1 - 2^-53

    private readonly SamplingDesign kind;
    private readonly ulong seed;
    private readonly int dimensions;
    private readonly int[][] orders;
    private readonly uint[][] shifts;

    /// <summary>Lays a run out.</summary>
    /// <param name="kind">How.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="samples">The samples of the whole run, at least 1; at least 2 for each group of a design other than random.</param>
    /// <param name="dimensions">The length of a vector, at least 0; 40 at most for Sobol points.</param>
    /// <exception cref="ArgumentException">There are too few samples or too many dimensions.</exception>
    public SampleDesign(SamplingDesign kind, ulong seed, int samples, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        if (kind != SamplingDesign.Random && samples < 2 * Groups)
            throw new ArgumentException($"There are {samples} samples, expected at least {2 * Groups} for Latin hypercubes and Sobol points.", nameof(samples));
        if (kind == SamplingDesign.Sobol && dimensions > SobolSequence.MostDimensions)
            throw new ArgumentException($"There are {dimensions} dimensions, expected at most {SobolSequence.MostDimensions} for Sobol points.", nameof(dimensions));
        (this.kind, this.seed, this.dimensions) = (kind, seed, dimensions);
        orders = kind == SamplingDesign.LatinHypercube
            ? [.. Enumerable.Range(0, Groups * dimensions).Select(n => Order(n, (samples - (n / dimensions) + Groups - 1) / Groups))]
            : [];
        shifts = kind == SamplingDesign.Sobol ? [.. Enumerable.Range(0, Groups).Select(Shift)] : [];
    }

    /// <summary>The vector of one sample.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="normals">[dimensions], filled.</param>
    public void Normals(int index, Span<double> normals)
    {
        var random = new RandomStream(seed, "monte carlo", (ulong)index);
        if (kind == SamplingDesign.Random)
        {
            random.FillNormal(normals);
            return;
        }

        var (group, place) = (index % Groups, index / Groups);
        for (var d = 0; d < normals.Length; d++)
        {
            var share = kind == SamplingDesign.Sobol
                ? ((SobolSequence.At((uint)place, d) ^ shifts[group][d]) + random.NextDouble()) / 4294967296.0
                : (orders[(group * dimensions) + d][place] + random.NextDouble()) / orders[(group * dimensions) + d].Length;
            normals[d] = InverseNormal.Of(Math.Min(share, NearlyOne));
        }
    }

    private int[] Order(int number, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomStream(seed, "latin hypercube", (ulong)number).Shuffle(order.AsSpan());
        return order;
    }

    private uint[] Shift(int group)
    {
        var shift = new uint[dimensions];
        new RandomStream(seed, "sobol shift", (ulong)group).Fill(shift);
        return shift;
    }
}
