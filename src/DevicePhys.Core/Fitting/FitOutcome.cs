namespace DevicePhys.Fitting;

/// <summary>Why a fit ended.</summary>
public enum FitOutcome
{
    /// <summary>At a minimum: the slope of the cost along every parameter that can move is zero to rounding.</summary>
    Converged,

    /// <summary>No step, however short, lowers the cost, but its slope is not zero: the slopes or the model are not smooth there.</summary>
    Stalled,

    /// <summary>Out of iterations.</summary>
    OutOfIterations,
}
