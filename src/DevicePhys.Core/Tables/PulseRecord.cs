namespace DevicePhys.Tables;

/// <summary>The pulse behind one half of a table, and what one of it costs.</summary>
/// <param name="Amplitude">Source amplitude [V].</param>
/// <param name="Width">Width at the top [s].</param>
/// <param name="Period">Time from one pulse to the next [s].</param>
/// <param name="Energy">Mean energy drawn from the pulse source per pulse [J].</param>
public sealed record PulseRecord(double Amplitude, double Width, double Period, double Energy);
