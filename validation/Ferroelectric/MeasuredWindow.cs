namespace DevicePhys.Validation.Ferroelectric;

/// <summary>A measured shift of a threshold voltage.</summary>
/// <param name="Voltage">The height of the gate pulse [V].</param>
/// <param name="Width">Its width [s].</param>
/// <param name="Moved">How far the threshold fell [V].</param>
internal sealed record MeasuredWindow(double Voltage, double Width, double Moved)
{
    /// <summary>The pulse, as a row names it.</summary>
    public override string ToString() => $"{ValueText.Of(Voltage, "V")}, {ValueText.Of(Width, "s")}";
}
