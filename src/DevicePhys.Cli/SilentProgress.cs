namespace DevicePhys.Cli;

/// <summary>Progress that nobody watches.</summary>
internal sealed class SilentProgress : IProgress<WorkProgress>
{
    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
    }
}
