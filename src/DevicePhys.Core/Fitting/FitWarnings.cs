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

        warnings.AddRange(Alike(free.Length, correlation).Select(group => group switch
        {
            [var a, var b] => string.Create(CultureInfo.InvariantCulture, $"The data hardly separate '{free[a]}' and '{free[b]}': correlation {correlation[a, b]:0.0000}."),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"The data hardly separate {string.Join(", ", group.Select(k => $"'{free[k]}'"))}: correlations up to {group.Max(a => group.Max(b => a == b ? 0 : Math.Abs(correlation[a, b]))):0.0000}; hold all but one of them at values known otherwise."),
        }));
        return warnings;
    }

    // Parameters that hang together, each group once, in the order of the fit.
    private static IEnumerable<int[]> Alike(int count, double[,] correlation)
    {
        int[] group = [.. Enumerable.Range(0, count)];
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (!(Math.Abs(correlation[i, j]) > TooAlike) || !double.IsFinite(correlation[i, j]))
                    continue;
                var (kept, gone) = (group[i], group[j]);
                for (var k = 0; k < count; k++)
                    group[k] = group[k] == gone ? kept : group[k];
            }
        }

        return Enumerable.Range(0, count).GroupBy(k => group[k]).Select(members => members.ToArray()).Where(members => members.Length > 1);
    }
}
