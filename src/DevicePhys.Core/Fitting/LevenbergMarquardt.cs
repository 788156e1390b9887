using DevicePhys.Errors;
using MathNet.Numerics.LinearAlgebra.Double;

namespace DevicePhys.Fitting;

/// <summary>Bounded least squares by Levenberg and Marquardt's method.</summary>
/// <remarks>
/// Moré, "The Levenberg-Marquardt algorithm", Lecture Notes in Mathematics 630, 105 (1978): every parameter is measured by the largest norm its
/// column of slopes has had, so units do not matter. Damping after Nielsen, IMM-REP-1999-05 (1999). Bounds by an active set: a parameter at its
/// bound that wants out is held, a step across a bound ends on it. It counts as converged only when the cosine between the residuals and every
/// free column of slopes vanishes; a point that merely refuses to move is called stalled, never an answer. Thread safe.
/// </remarks>
public static class LevenbergMarquardt
{
    private const double SmallCosine = 1e-9, LooseCosine = 1e-5, SmallStep = 1e-14;

    /// <summary>Fits.</summary>
    /// <param name="problem">What to fit.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Ends the fit between two iterations.</param>
    /// <returns>Where it ended, with errors, correlations and warnings.</returns>
    /// <exception cref="ConvergenceException">The residuals or slopes at the start are no numbers.</exception>
    public static FitResult Run(FitProblem problem, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new FitOptions();
        var (m, n) = (problem.ResidualCount, problem.Free.Length);
        var point = new Point(problem, options);
        var values = problem.StartValues();
        if (!point.Evaluate(values))
            throw new ConvergenceException("The residuals at the start of the fit are not all finite numbers, expected a start the model can be evaluated at.", "start", 0, double.NaN, values);
        var trial = (double[])values.Clone();
        var (norms, scaled, step) = (new double[n], problem.Scaled(values), new double[n]);
        var residuals = new double[m];
        var (damping, growth, iteration) = (1e-3, 2.0, 0);
        var outcome = FitOutcome.OutOfIterations;
        for (; iteration < options.MaxIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report((iteration, point.Cost));
            var moving = Moving(problem, point, values);
            if (point.LargestCosine(moving) <= SmallCosine || point.IsExact(scaled))
            {
                outcome = FitOutcome.Converged;
                break;
            }

            for (var k = 0; k < n; k++)
                norms[k] = Math.Max(norms[k], point.ColumnNorm(k));
            var accepted = false;
            while (!accepted)
            {
                Solve(point, moving, norms, damping, step);
                var next = new double[n];
                for (var k = 0; k < n; k++)
                    next[k] = scaled[k] + step[k];
                problem.Expand(next, trial);
                next = problem.Scaled(trial);
                var length = 0.0;
                for (var k = 0; k < n; k++)
                {
                    step[k] = next[k] - scaled[k];
                    length = Math.Max(length, Math.Abs(step[k]) / (Math.Abs(scaled[k]) + 1e-300));
                }

                if (length <= SmallStep || damping > 1e30)
                    break;
                var predicted = point.Predicted(step);
                var cost = problem.Evaluate(trial, residuals, [], []) ? LossFunction.Cost(options.Loss, options.LossScale, residuals) : double.PositiveInfinity;
                var gain = (point.Cost - cost) / predicted;
                if (cost < point.Cost && gain > 1e-4 && point.Evaluate(trial))
                {
                    accepted = true;
                    damping *= Math.Max(1 / 3.0, 1 - Math.Pow((2 * Math.Min(gain, 1)) - 1, 3));
                    growth = 2;
                    trial.CopyTo(values, 0);
                    scaled = next;
                }
                else
                {
                    damping *= growth;
                    growth *= 2;
                }
            }

            if (!accepted)
            {
                // Rounding ends the descent a little before the cosine does.
                outcome = point.LargestCosine(moving) <= LooseCosine || point.IsExact(scaled) ? FitOutcome.Converged : FitOutcome.Stalled;
                break;
            }
        }

        return FitResult.Of(problem, options, point, values, outcome, iteration);
    }

    /// <summary>Which free parameters are not held by a bound.</summary>
    private static bool[] Moving(FitProblem problem, Point point, double[] values)
    {
        var moving = new bool[problem.Free.Length];
        for (var k = 0; k < moving.Length; k++)
        {
            var parameter = problem.Parameters[problem.Free[k]];
            var value = values[problem.Free[k]];
            var uphill = point.Gradient(k);
            moving[k] = !(value <= parameter.Lower && uphill > 0) && !(value >= parameter.Upper && uphill < 0);
        }

        return moving;
    }

    /// <summary>The damped step: least squares of [J; sqrt(damping) D] against [-r; 0] over the moving parameters.</summary>
    private static void Solve(Point point, bool[] moving, double[] norms, double damping, double[] step)
    {
        var columns = Enumerable.Range(0, moving.Length).Where(k => moving[k]).ToArray();
        var rows = point.Triangle.RowCount;
        var stacked = new DenseMatrix(rows + columns.Length, columns.Length);
        var right = new DenseVector(rows + columns.Length);
        for (var c = 0; c < columns.Length; c++)
        {
            // Columns of unit norm: the triangle is as well conditioned as scaling can make it.
            var norm = norms[columns[c]] > 0 ? norms[columns[c]] : 1;
            for (var row = 0; row < rows; row++)
                stacked[row, c] = point.Triangle[row, columns[c]] / norm;
            stacked[rows + c, c] = Math.Sqrt(damping);
        }

        for (var row = 0; row < rows; row++)
            right[row] = -point.RotatedResidual[row];
        var solution = stacked.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Solve(right);
        Array.Clear(step);
        for (var c = 0; c < columns.Length; c++)
            step[columns[c]] = solution[c] / (norms[columns[c]] > 0 ? norms[columns[c]] : 1);
    }
}
