namespace DevicePhys.Spiking;

/// <summary>Times on the grid of time steps.</summary>
internal static class TimeGrid
{
    /// <summary>The step a time lies in; a time less than a thousandth of a step below the next one counts as that, for rounding's sake.</summary>
    public static long Steps(double time, double timeStep) => checked((long)Math.Floor((time / timeStep) + 1e-3));
}
