namespace DevicePhys.Validation;

/// <summary>What a running validation sees of the outside.</summary>
/// <param name="Progress">Told what is being done; a slow claim reports its own fraction, from 0 to 1.</param>
/// <param name="Cancellation">Asks the run to end.</param>
public sealed record ValidationRun(IProgress<WorkProgress>? Progress = null, CancellationToken Cancellation = default);
