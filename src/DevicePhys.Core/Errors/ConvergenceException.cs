namespace DevicePhys.Errors;

/// <summary>A solution that could not be found; it names where, when and how far off, and keeps the last good state.</summary>
public sealed class ConvergenceException(string message, string place, double time, double residual, IReadOnlyList<double> lastGood)
    : Exception(message)
{
    /// <summary>The device or node that did not converge.</summary>
    public string Place { get; } = place;

    /// <summary>The time at which it happened [s]; 0 for an operating point.</summary>
    public double Time { get; } = time;

    /// <summary>The largest remaining residual, in the unit of its equation (A for a node).</summary>
    public double Residual { get; } = residual;

    /// <summary>The last accepted unknowns, in the engine's order.</summary>
    public IReadOnlyList<double> LastGood { get; } = lastGood;
}
