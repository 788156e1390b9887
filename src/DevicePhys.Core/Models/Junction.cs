namespace DevicePhys.Models;

/// <summary>An exponential between two terminals, I = Saturation (exp(V/Scale) - 1).</summary>
/// <param name="Anode">The place of the terminal that conducts when it is positive.</param>
/// <param name="Cathode">The place of the other terminal.</param>
/// <param name="Scale">The voltage over which the current grows by e, above 0 [V].</param>
/// <param name="Saturation">The saturation current, above 0 [A].</param>
public sealed record Junction(int Anode, int Cathode, double Scale, double Saturation)
{
    /// <summary>The voltage of strongest curvature, above which Newton's steps are shortened [V].</summary>
    public double Critical { get; } = Scale * Math.Log(Scale / (Math.Sqrt(2) * Saturation));

    /// <summary>How far a Newton update of the junction voltage is followed.</summary>
    /// <param name="from">The voltage of the last evaluation [V].</param>
    /// <param name="to">The voltage Newton's method proposes [V].</param>
    /// <returns>The voltage to evaluate next, between the two [V].</returns>
    /// <remarks>The rule of Nagel's SPICE2 (ERL-M520, 1975): beyond the critical voltage the step is taken along the current, not the voltage.</remarks>
    public double Limit(double from, double to)
    {
        if (to <= Critical || Math.Abs(to - from) <= 2 * Scale)
            return to;
        if (from <= 0)
            return Math.Min(to, Math.Max(Critical, Scale * Math.Log(to / Scale)));
        var step = (to - from) / Scale;
        return step > 0 ? from + (Scale * (2 + Math.Log(step - 2))) : Math.Max(to, Math.Min(from, Critical));
    }
}
