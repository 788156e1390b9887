namespace DevicePhys.Simulation;

/// <summary>What a run has cost so far.</summary>
/// <param name="Steps">Accepted steps.</param>
/// <param name="Rejections">Steps taken back: too large an error, no convergence, or a jump inside.</param>
/// <param name="Iterations">Newton iterations, which is evaluations of all models.</param>
/// <param name="Jumps">Jumps of jump processes.</param>
public readonly record struct RunStatistics(long Steps, long Rejections, long Iterations, long Jumps)
{
    /// <summary>How long it took, by what was done; 0 where nobody looked at the clock.</summary>
    public RunTimes Times { get; init; }
}
