namespace DevicePhys.Fitting;

/// <summary>One parameter after a fit.</summary>
/// <param name="Parameter">The parameter as it was given.</param>
/// <param name="Value">Its value, SI.</param>
/// <param name="StandardError">Its standard error, SI; 0 when fixed, infinite when the data do not determine it, that of its source times the ratio when tied.</param>
/// <param name="Interval">The 95 % interval (Student), SI; on a logarithmic scale it is symmetric in the logarithm.</param>
/// <param name="AtBound">Whether it ended on a bound, where the standard error means little.</param>
public sealed record FitEstimate(FitParameter Parameter, double Value, double StandardError, (double Low, double High) Interval, bool AtBound);
