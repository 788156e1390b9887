using System.Globalization;

namespace DevicePhys.Fitting;

/// <summary>What the user of a fit should be told, one sentence each.</summary>
internal static class FitWarnings
{
    private const double TooAlike = 0.99;

    public static IReadOnlyList<string> Of(
        FitOutcome outcome, int iterations, FitEstimate[] estimates, string[] free, IReadOnlyList<int[]> inseparable, double[,] correlation)
    {
        var warnings = new List<string>();
        if (outcome != FitOutcome.Converged)
        {
            warnings.Add(outcome == FitOutcome.Stalled
                ? $"The fit stalled after {iterations} iterations: no step lowers the misfit, and it is not at a minimum."
                : $"The fit did not converge in {iterations} iterations.");
        }

        warnings.AddRange(estimates.Where(e => e.AtBound).Select(e => string.Create(
            CultureInfo.InvariantCulture, $"'{e.Parameter.Name}' ended on its bound {e.Value:G6}; its interval means little.")));
        foreach (var parts in inseparable)
        {
            warnings.Add(parts is [var one]
                ? $"The data say nothing about '{free[one]}'."
                : $"The data cannot separate {string.Join(", ", parts.Select(k => $"'{free[k]}'"))}: fix all but one.");
        }

        for (var i = 0; i < free.Length; i++)
        {
            for (var j = i + 1; j < free.Length; j++)
            {
                if (Math.Abs(correlation[i, j]) > TooAlike && double.IsFinite(correlation[i, j]))
                {
                    warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The data hardly separate '{free[i]}' and '{free[j]}': correlation {correlation[i, j]:0.0000}."));
                }
            }
        }

        return warnings;
    }
}
