namespace DevicePhys.Waveforms;

/// <summary>A stimulus: a value at every time, and the times at which it or its slope breaks.</summary>
/// <remarks>Immutable, so one instance serves any number of threads. Evaluation allocates nothing.</remarks>
public abstract class Waveform
{
    /// <summary>The value at a time.</summary>
    /// <param name="time">Time since the start of the run [s].</param>
    /// <returns>The value [V or A].</returns>
    public abstract double At(double time);

    /// <summary>The first break strictly after a time; a solver must put a step exactly there.</summary>
    /// <param name="time">Time since the start of the run [s].</param>
    /// <returns>The time of the break [s], or <see cref="double.PositiveInfinity"/> when none is left.</returns>
    public abstract double NextBreak(double time);
}
