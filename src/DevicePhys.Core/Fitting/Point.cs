using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace DevicePhys.Fitting;

/// <summary>One point of a fit: residuals and slopes there, rescaled by the loss, and their triangular factor.</summary>
internal sealed class Point(FitProblem problem, FitOptions options)
{
    private const double Rounding = 1e-12;

    private readonly double[] slopes = new double[problem.ResidualCount * problem.Free.Length];
    private readonly double[] work = new double[problem.ResidualCount * problem.Parameters.Count];
    private readonly double[] residuals = new double[problem.ResidualCount];

    /// <summary>The cost: half the sum of the losses.</summary>
    public double Cost { get; private set; }

    /// <summary>R of J = Q R [free × free], by the scaled parameters.</summary>
    public Matrix<double> Triangle { get; private set; } = DenseMatrix.Create(1, 1, 0);

    /// <summary>The residuals in the basis Q [free].</summary>
    public Vector<double> RotatedResidual { get; private set; } = DenseVector.Create(1, 0);

    /// <summary>The residuals before the loss [m].</summary>
    public double[] Raw { get; } = new double[problem.ResidualCount];

    /// <summary>Evaluates the problem; false, and nothing changed but scratch, when it gives no numbers.</summary>
    public bool Evaluate(ReadOnlySpan<double> values)
    {
        var (m, n) = (problem.ResidualCount, problem.Free.Length);
        if (!problem.Evaluate(values, residuals, slopes, work))
            return false;
        residuals.CopyTo(Raw, 0);
        Cost = LossFunction.Cost(options.Loss, options.LossScale, residuals);
        LossFunction.Rescale(options.Loss, options.LossScale, residuals, slopes);

        // The residuals as one more column: its part of the triangle is what Q turns them into, and Q itself is never formed.
        var rows = Math.Max(m, n + 1);
        var matrix = new DenseMatrix(rows, n + 1);
        for (var row = 0; row < m; row++)
        {
            for (var k = 0; k < n; k++)
                matrix.Values[(k * rows) + row] = slopes[(row * n) + k];
            matrix.Values[(n * rows) + row] = residuals[row];
        }

        var triangle = matrix.QR(QRMethod.Thin).R;
        Triangle = triangle.SubMatrix(0, n, 0, n);
        RotatedResidual = triangle.Column(n, 0, n);
        return true;
    }

    /// <summary>d(cost)/d(scaled parameter).</summary>
    public double Gradient(int column) => Triangle.Column(column).DotProduct(RotatedResidual);

    public double ColumnNorm(int column) => Triangle.Column(column).L2Norm();

    /// <summary>Whether the residuals are what rounding the parameters makes of nothing: data without noise.</summary>
    public bool IsExact(double[] scaled)
    {
        var size = 0.0;
        for (var k = 0; k < scaled.Length; k++)
            size = Math.Max(size, ColumnNorm(k) * Math.Abs(scaled[k]));
        return Math.Sqrt(2 * Cost) <= Rounding * size;
    }

    /// <summary>The largest cosine between the residuals and a column of slopes.</summary>
    public double LargestCosine(bool[] columns)
    {
        // Not the length of the rescaled residuals: those of outliers are huge by construction.
        var length = Math.Sqrt(2 * Cost);
        var largest = 0.0;
        for (var k = 0; k < columns.Length; k++)
        {
            var norm = ColumnNorm(k);
            if (columns[k] && norm > 0 && length > 0)
                largest = Math.Max(largest, Math.Abs(Gradient(k)) / (norm * length));
        }

        return largest;
    }

    /// <summary>How much the linear model says the cost falls by a step.</summary>
    public double Predicted(double[] step)
    {
        var moved = Triangle * new DenseVector(step);
        return -(moved.DotProduct(RotatedResidual) + (0.5 * moved.DotProduct(moved)));
    }
}
