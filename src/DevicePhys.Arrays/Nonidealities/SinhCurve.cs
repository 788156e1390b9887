namespace DevicePhys.Arrays.Nonidealities;

/// <summary>I–V non-linearity: a cell's current grows with the hyperbolic sine of the voltage.</summary>
/// <param name="Scale">V₀ in I = G·V·sinh(v/V₀)/sinh(V/V₀), v the voltage of the input and V that of a full input [V].</param>
/// <param name="ReadVoltage">V, the voltage of a full input [V].</param>
/// <remarks>
/// When all cells have the same curve the conductance is a factor of it, so that the whole effect lies in the inputs: exact for ideal wires. With wires the voltage of a cell is not that of
/// its input: <see cref="Wires.NonlinearCrossbar"/> solves that.
/// </remarks>
public sealed record SinhCurve(double Scale, double ReadVoltage)
{
    /// <summary>What an input acts like.</summary>
    /// <param name="input">The input, 1 for the full read voltage.</param>
    /// <returns>The linear input that gives the same currents.</returns>
    public float Of(float input) => (float)(Math.Sinh(input * ReadVoltage / Scale) / Math.Sinh(ReadVoltage / Scale));
}
