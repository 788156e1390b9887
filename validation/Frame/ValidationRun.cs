namespace DevicePhys.Validation;

/// <summary>What a running validation sees of the outside.</summary>
/// <param name="Progress">Told what is being done; slow claims report their own fraction.</param>
/// <param name="Cancellation">Asks the run to end.</param>
public sealed record ValidationRun(IProgress<WorkProgress>? Progress = null, CancellationToken Cancellation = default);
