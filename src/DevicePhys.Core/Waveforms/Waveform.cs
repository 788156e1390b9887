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

    /// <summary>The straight piece that holds a time, for who asks for many values between two breaks; null where the waveform is curved.</summary>
    /// <param name="time">Time since the start of the run, at least 0 [s].</param>
    public virtual WaveformLine? Line(double time) => null;
}
