namespace DevicePhys.Fitting;

/// <summary>How a fit is run.</summary>
public sealed record FitOptions
{
    /// <summary>How a residual counts.</summary>
    public Loss Loss { get; init; } = Loss.Squares;

    /// <summary>The residual beyond which a robust loss begins to doubt, in the unit of the residuals.</summary>
    public double LossScale { get; init; } = 1;

    /// <summary>When to give up.</summary>
    public int MaxIterations { get; init; } = 500;

    /// <summary>Whether the residuals are in units of their known standard deviation; else their scatter is estimated from the fit.</summary>
    public bool KnownDeviations { get; init; }

    /// <summary>Told the iteration and the cost; null for nobody.</summary>
    public IProgress<(int Iteration, double Cost)>? Progress { get; init; }
}
