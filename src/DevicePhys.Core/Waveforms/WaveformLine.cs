namespace DevicePhys.Waveforms;

/// <summary>A straight piece of a waveform: Value + Slope (t - From) for From ≤ t &lt; To.</summary>
/// <param name="From">Where it starts [s].</param>
/// <param name="To">Where it ends [s].</param>
/// <param name="Value">The value at its start [V or A].</param>
/// <param name="Slope">How fast the value rises [V/s or A/s].</param>
public readonly record struct WaveformLine(double From, double To, double Value, double Slope)
{
    /// <summary>Whether a time lies on the piece.</summary>
    /// <param name="time">The time [s].</param>
    public bool Holds(double time) => time >= From && time < To;

    /// <summary>The value at a time on the piece [V or A].</summary>
    /// <param name="time">The time [s].</param>
    public double At(double time) => Value + (Slope * (time - From));
}
