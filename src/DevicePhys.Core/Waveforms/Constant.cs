using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>A value that never changes.</summary>
/// <param name="value">The value [V or A].</param>
public sealed class Constant(double value) : Waveform
{
    /// <summary>The value [V or A].</summary>
    public double Value { get; } = Check.Finite(value, nameof(value));

    /// <inheritdoc/>
    public override double At(double time) => Value;

    /// <inheritdoc/>
    public override double NextBreak(double time) => double.PositiveInfinity;

    /// <inheritdoc/>
    public override WaveformLine? Line(double time) => new(0, double.PositiveInfinity, Value, 0);

    /// <summary>The value, as a netlist writes it.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}
