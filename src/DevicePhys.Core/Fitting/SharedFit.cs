namespace DevicePhys.Fitting;

/// <summary>Several problems as one: parameters named in the shared list are common, every other one belongs to its curve.</summary>
public static class SharedFit
{
    /// <summary>Joins problems.</summary>
    /// <param name="problems">By the name of the curve; a local parameter becomes "curve.parameter".</param>
    /// <param name="shared">The names of the common parameters; the first problem that has one gives its start and bounds.</param>
    /// <exception cref="ArgumentException">A shared name is in no problem.</exception>
    public static FitProblem Join(IReadOnlyList<(string Curve, FitProblem Problem)> problems, IReadOnlyCollection<string> shared)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(shared);
        if (shared.FirstOrDefault(name => !problems.Any(p => p.Problem.Parameters.Any(q => q.Name == name))) is { } missing)
            throw new ArgumentException($"No curve has the shared parameter '{missing}'.", nameof(shared));
        var joint = new List<FitParameter>();
        var places = new int[problems.Count][];
        for (var at = 0; at < problems.Count; at++)
        {
            var (curve, problem) = problems[at];
            places[at] = new int[problem.Parameters.Count];
            for (var k = 0; k < places[at].Length; k++)
            {
                var own = problem.Parameters[k];
                string Name(string name) => shared.Contains(name) ? name : $"{curve}.{name}";
                var known = joint.FindIndex(p => p.Name == Name(own.Name));
                places[at][k] = known >= 0 ? known : joint.Count;
                if (known < 0)
                    joint.Add(own with { Name = Name(own.Name), TiedTo = own.TiedTo is null ? null : Name(own.TiedTo) });
            }
        }

        return new FitProblem(joint, problems.Sum(p => p.Problem.ResidualCount), Residuals);

        void Residuals(ReadOnlySpan<double> p, Span<double> residuals, Span<double> slopes)
        {
            slopes.Clear();
            var row = 0;
            for (var at = 0; at < problems.Count; at++)
            {
                var (problem, place) = (problems[at].Problem, places[at]);
                var own = new double[place.Length];
                for (var k = 0; k < own.Length; k++)
                    own[k] = p[place[k]];
                var block = slopes.IsEmpty ? [] : new double[problem.ResidualCount * own.Length];
                problem.Function(own, residuals.Slice(row, problem.ResidualCount), block);
                for (var i = 0; i < problem.ResidualCount && !slopes.IsEmpty; i++)
                {
                    for (var k = 0; k < own.Length; k++)
                        slopes[((row + i) * joint.Count) + place[k]] += block[(i * own.Length) + k];
                }

                row += problem.ResidualCount;
            }
        }
    }
}
