namespace DevicePhys.Validation;

/// <summary>The progress of one claim as a part of the whole run.</summary>
/// <param name="whole">The run.</param>
/// <param name="claim">What is being measured.</param>
/// <param name="from">Where the claim begins in the run, 0 to 1.</param>
/// <param name="part">Its share of the run.</param>
internal sealed class PartialProgress(IProgress<WorkProgress> whole, string claim, double from, double part) : IProgress<WorkProgress>
{
    /// <inheritdoc/>
    public void Report(WorkProgress value) => whole.Report(new WorkProgress($"{claim}: {value.Activity}", from + part * value.Fraction));
}
