using MathNet.Numerics.LinearAlgebra;

namespace DevicePhys.Fitting;

/// <summary>The covariance of scaled parameters from the triangular factor of the slopes, and the directions the data say nothing about.</summary>
/// <param name="Covariance">[Free × Free]; infinite on the diagonal for a parameter that has a part in an undetermined direction.</param>
/// <param name="Inseparable">Each: the parameters that take part in one undetermined direction.</param>
internal sealed record Uncertainty(double[,] Covariance, IReadOnlyList<int[]> Inseparable)
{
    // Of columns scaled to unit norm: below this a direction is noise of the arithmetic.
    private const double Negligible = 1e-9, TakesPart = 0.1;

    public static Uncertainty Of(Matrix<double> triangle, double variance)
    {
        var n = triangle.ColumnCount;
        var norms = Enumerable.Range(0, n).Select(k => triangle.Column(k).L2Norm()).Select(norm => norm > 0 ? norm : 1).ToArray();
        var scaled = triangle.MapIndexed((_, column, value) => value / norms[column]);
        var svd = scaled.Svd();
        var largest = svd.S.Maximum();
        var covariance = new double[n, n];
        var inseparable = new List<int[]>();
        var lost = new bool[n];
        for (var s = 0; s < n; s++)
        {
            var direction = svd.VT.Row(s);
            if (!(svd.S[s] > Negligible * largest))
            {
                int[] parts = [.. Enumerable.Range(0, n).Where(k => Math.Abs(direction[k]) > TakesPart)];
                inseparable.Add(parts);
                foreach (var k in parts)
                    lost[k] = true;
                continue;
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    covariance[i, j] += variance * direction[i] * direction[j] / (svd.S[s] * svd.S[s] * norms[i] * norms[j]);
            }
        }

        for (var k = 0; k < n; k++)
            covariance[k, k] = lost[k] ? double.PositiveInfinity : covariance[k, k];
        return new(covariance, inseparable);
    }
}
