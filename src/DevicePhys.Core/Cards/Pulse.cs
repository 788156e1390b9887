namespace DevicePhys.Cards;

/// <summary>A trapezoidal voltage pulse, repeated.</summary>
/// <param name="Amplitude">Source voltage at the top [V]; its sign is the polarity.</param>
/// <param name="Width">Time at the top [s].</param>
/// <param name="Edge">Duration of each of the two ramps [s].</param>
/// <param name="Period">Time from one pulse to the next [s], at least width and both edges.</param>
public sealed record Pulse(double Amplitude, double Width, double Edge, double Period)
{
    internal string? Flaw =>
        !(double.IsFinite(Amplitude) && Amplitude != 0) ? "the amplitude should be a finite voltage other than 0"
        : !(Width > 0 && double.IsFinite(Width)) ? "the width should be a finite time above 0"
        : !(Edge > 0 && double.IsFinite(Edge)) ? "the edge should be a finite time above 0"
        : !(Period >= Width + 2 * Edge && double.IsFinite(Period)) ? "the period should be finite and at least the width and both edges"
        : null;
}
