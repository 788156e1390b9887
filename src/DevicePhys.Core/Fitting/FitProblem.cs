namespace DevicePhys.Fitting;

/// <summary>Parameters and residuals: what a fit makes small.</summary>
/// <remarks>Immutable; thread safe when its function is.</remarks>
public sealed class FitProblem
{
    private readonly FitParameter[] parameters;
    private readonly int[] free, source;
    private readonly double[] ratio;

    /// <summary>Creates a problem.</summary>
    /// <param name="parameters">The parameters, free, fixed and tied.</param>
    /// <param name="residualCount">How many residuals the function gives.</param>
    /// <param name="function">The residuals and their slopes.</param>
    /// <exception cref="ArgumentException">
    /// A parameter contradicts itself, two have one name, one is tied to nothing, none is free, or there are fewer residuals than free parameters.
    /// </exception>
    public FitProblem(IReadOnlyList<FitParameter> parameters, int residualCount, ResidualFunction function)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(function);
        this.parameters = [.. parameters];
        (Function, ResidualCount) = (function, residualCount);
        if (this.parameters.Select(p => p.Flaw()).FirstOrDefault(flaw => flaw is not null) is { } wrong)
            throw new ArgumentException($"{wrong}.", nameof(parameters));
        if (this.parameters.GroupBy(p => p.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"There are two parameters '{twice.Key}', expected one.", nameof(parameters));
        free = [.. Enumerable.Range(0, this.parameters.Length).Where(i => this.parameters[i].IsFree)];
        source = [.. this.parameters.Select(p => p.TiedTo is null ? -1 : Array.FindIndex(this.parameters, other => other.Name == p.TiedTo && other.TiedTo is null))];
        ratio = [.. this.parameters.Select(p => p.Ratio)];
        if (Array.FindIndex(this.parameters, p => p.TiedTo is not null && source[Array.IndexOf(this.parameters, p)] < 0) is >= 0 and var loose)
            throw new ArgumentException(
                $"Parameter '{this.parameters[loose].Name}' is tied to '{this.parameters[loose].TiedTo}', expected an untied parameter of the fit.", nameof(parameters));
        if (free.Length == 0)
            throw new ArgumentException("No parameter is free, expected at least one.", nameof(parameters));
        if (residualCount < free.Length)
            throw new ArgumentException($"There are {residualCount} residuals for {free.Length} free parameters, expected at least as many.", nameof(residualCount));
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<FitParameter> Parameters => parameters;

    /// <summary>The number of residuals.</summary>
    public int ResidualCount { get; }

    /// <summary>The residuals.</summary>
    public ResidualFunction Function { get; }

    internal ReadOnlySpan<int> Free => free;

    /// <summary>The same problem from another start.</summary>
    /// <param name="start">[Parameters]: the start of each.</param>
    public FitProblem From(ReadOnlySpan<double> start)
    {
        var values = start.ToArray();
        return new([.. parameters.Select((p, i) => p with { Start = Math.Clamp(values[i], p.Lower, p.Upper) })], ResidualCount, Function);
    }

    /// <summary>The same problem with one parameter held at a value.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <param name="start">[Parameters]: where the others start.</param>
    public FitProblem Holding(string name, double value, ReadOnlySpan<double> start)
    {
        var values = start.ToArray();
        return new([.. parameters.Select((p, i) => p.Name == name ? p with { Start = value, Fixed = true } : p with { Start = values[i] })], ResidualCount, Function);
    }

    internal double[] StartValues()
    {
        var values = parameters.Select(p => p.Start).ToArray();
        FollowTies(values);
        return values;
    }

    /// <summary>All values from the scaled free ones.</summary>
    internal void Expand(ReadOnlySpan<double> scaled, Span<double> values)
    {
        for (var k = 0; k < free.Length; k++)
            values[free[k]] = parameters[free[k]].FromScale(scaled[k]);
        FollowTies(values);
    }

    internal double[] Scaled(ReadOnlySpan<double> values)
    {
        var scaled = new double[free.Length];
        for (var k = 0; k < free.Length; k++)
            scaled[k] = parameters[free[k]].ToScale(values[free[k]]);
        return scaled;
    }

    /// <summary>Residuals, and slopes by the scaled free parameters [m × free], at given values; false when they are no numbers.</summary>
    internal bool Evaluate(ReadOnlySpan<double> values, Span<double> residuals, Span<double> scaledSlopes, Span<double> work)
    {
        Function(values, residuals, scaledSlopes.IsEmpty ? [] : work);
        foreach (var residual in residuals)
        {
            if (!double.IsFinite(residual))
                return false;
        }

        var n = parameters.Length;
        for (var row = 0; !scaledSlopes.IsEmpty && row < residuals.Length; row++)
        {
            var scaled = scaledSlopes.Slice(row * free.Length, free.Length);
            FollowSlopes(work.Slice(row * n, n), scaled);
            for (var k = 0; k < free.Length; k++)
            {
                scaled[k] *= parameters[free[k]].Slope(values[free[k]]);
                if (!double.IsFinite(scaled[k]))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The slopes of one residual by the free parameters, with those tied to them, from its slopes by all.</summary>
    internal void FollowSlopes(ReadOnlySpan<double> all, Span<double> own)
    {
        for (var k = 0; k < own.Length; k++)
        {
            own[k] = all[free[k]];
            for (var tied = 0; tied < all.Length; tied++)
                own[k] += source[tied] == free[k] ? ratio[tied] * all[tied] : 0;
        }
    }

    private void FollowTies(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = source[i] < 0 ? values[i] : ratio[i] * values[source[i]];
    }
}
