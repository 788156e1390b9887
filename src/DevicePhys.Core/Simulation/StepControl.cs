namespace DevicePhys.Simulation;

/// <summary>How long the next step may be: the error estimates of the last two decide (a PI controller).</summary>
/// <param name="errorOrder">The power of the step that the error estimate grows with.</param>
/// <remarks>Gustafsson, ACM TOMS 17, 533 (1991). Not thread safe.</remarks>
internal sealed class StepControl(int errorOrder)
{
    private const double Safety = 0.85, Slowest = 0.1, Fastest = 8;
    private double before = 1;

    /// <summary>Forgets the last error: the waveform has a corner here.</summary>
    public void Forget() => before = 1;

    /// <summary>The factor to the next step after an accepted one.</summary>
    /// <param name="error">Its error in units of the tolerance, at most 1.</param>
    public double AfterSuccess(double error)
    {
        var bounded = Math.Max(error, 1e-8);
        var factor = Safety * Math.Pow(bounded, -0.7 / errorOrder) * Math.Pow(before, 0.4 / errorOrder);
        before = Math.Max(error, 0.01);
        return Math.Clamp(factor, 0.3, Fastest);
    }

    /// <summary>The factor to another attempt after a rejected one.</summary>
    /// <param name="error">Its error in units of the tolerance, above 1.</param>
    public double AfterFailure(double error) => Math.Clamp(Safety * Math.Pow(error, -1.0 / errorOrder), Slowest, 0.9);
}
