namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The share of devices that fail a limit.</summary>
/// <param name="Limit">The limit; null for all limits at once.</param>
/// <param name="Failing">The failing share, 0 to 1; the yield is what is left.</param>
/// <param name="Interval">Its 95 % interval.</param>
/// <param name="FailedSamples">Samples that failed.</param>
/// <param name="EffectiveFailures">As many failures of equal weight would say as much.</param>
public sealed record YieldEstimate(OutputLimit? Limit, double Failing, Bounds Interval, int FailedSamples, double EffectiveFailures);
