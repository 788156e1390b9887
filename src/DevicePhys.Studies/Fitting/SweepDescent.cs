using System.Globalization;
using DevicePhys.Fitting;

namespace DevicePhys.Studies.Fitting;

/// <summary>The way from several starts down to the minimum of a sweep's misfit.</summary>
/// <remarks>
/// Every start is followed a little way with coarse steps. The best one is then fitted to the end over steps that are laid out once, at the
/// point reached, and kept: the misfit is smooth over them, and its slopes are exact. When the fit has moved, the steps are laid out again,
/// until that moves no parameter by more than a thousandth of its standard error. Residuals that follow each other (Durbin and Watson, Biometrika
/// 37, 409 (1950): 2 for noise, 0 for a curve that lies beside the data) say that the starts may have missed the minimum: the box is searched then.
/// </remarks>
/// <param name="model">The model at an accuracy of its steps.</param>
/// <param name="problem">The problem of a model, over given steps or, for null, over steps that hold the error.</param>
/// <param name="sweep">The measurement.</param>
/// <param name="options">How residuals count.</param>
internal sealed class SweepDescent(Func<double, DrivenModel> model, Func<DrivenModel, double[]?, FitProblem> problem, Sweep sweep, FitOptions options)
{
    private const double Coarse = 1e-4, Fine = 1e-6, Settled = 1e-3, Follow = 1;
    private const int CoarseIterations = 60, FineIterations = 200, Drawn = 32, MostMeshes = 8, Generations = 100;

    /// <summary>Fits.</summary>
    /// <returns>The problem at its last steps, the fit, and the current of the model [A].</returns>
    public (FitProblem Problem, FitResult Result, double[] Currents) Run(int starts, ulong seed, bool search, CancellationToken cancellation)
    {
        var coarse = problem(model(Coarse), null);
        if (search)
            coarse = coarse.From(DifferentialEvolution.Search(coarse, options, seed, cancellation: cancellation));
        var brief = options with { MaxIterations = CoarseIterations };
        var rough = MultiStart.Run(coarse, brief, starts, seed, Drawn, cancellation);
        if (starts > 1 && !search && DurbinWatson(rough.Residuals) < Follow)
        {
            var searched = coarse.From(rough.Values);
            searched = searched.From(DifferentialEvolution.Search(searched, options, seed, Generations, cancellation));
            var found = MultiStart.Run(searched, brief, 1, seed, 1, cancellation);
            rough = found.Cost < rough.Cost ? found with { Agreement = (1, starts + 1) } : rough;
        }

        var fine = model(Fine);
        var (over, result) = Settle(fine, rough.Values, cancellation);
        var currents = new double[sweep.Times.Length];
        fine.Run(result.Values, sweep.Times, sweep.Voltages, currents, []);
        return (over, result with { Agreement = rough.Agreement, Warnings = [.. result.Warnings, .. Doubts(rough.Agreement, DurbinWatson(result.Residuals))] }, currents);
    }

    private (FitProblem Problem, FitResult Result) Settle(DrivenModel fine, double[] values, CancellationToken cancellation)
    {
        for (var mesh = 1; ; mesh++)
        {
            var over = problem(fine, fine.Mesh(values, sweep.Times, sweep.Voltages)).From(values);
            var result = LevenbergMarquardt.Run(over, options with { MaxIterations = Math.Min(options.MaxIterations, FineIterations) }, cancellation);
            var moved = result.Estimates.Zip(values).Max(pair => pair.First.StandardError is > 0 and < double.PositiveInfinity and var error ? Math.Abs(pair.First.Value - pair.Second) / error : 0);
            if (moved <= Settled || mesh == MostMeshes)
                return (over, moved <= Settled || !result.Converged ? result : Unsettled(result, moved));
            values = result.Values;
        }
    }

    private static FitResult Unsettled(FitResult result, double moved) => result with
    {
        Outcome = FitOutcome.Stalled,
        Warnings = [.. result.Warnings, string.Create(CultureInfo.InvariantCulture, $"The fit depends on the steps of the integration: new ones move it by {moved:0.###} standard errors.")],
    };

    private static double DurbinWatson(IReadOnlyList<double> residuals)
    {
        var (differences, squares) = (0.0, residuals[0] * residuals[0]);
        for (var i = 1; i < residuals.Count; i++)
            (differences, squares) = (differences + Math.Pow(residuals[i] - residuals[i - 1], 2), squares + (residuals[i] * residuals[i]));
        return squares > 0 ? differences / squares : 2;
    }

    private static IEnumerable<string> Doubts((int Agreeing, int Starts) agreement, double durbinWatson)
    {
        if (agreement is (1, > 2 and var starts))
            yield return $"Only one of {starts} starts ended at this minimum, the others above it: a lower one may exist; try more --starts or --search.";
        if (durbinWatson < Follow)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The residuals follow each other (Durbin-Watson {durbinWatson:0.00}, 2 for noise): the model misses the shape of the data, and the intervals, which count noise alone, are too narrow.");
        }
    }
}
