namespace DevicePhys.Devices.PhaseChange;

/// <summary>Crystallization by nucleation and growth: the law of Johnson, Mehl and Avrami for one temperature.</summary>
/// <remarks>x = 1 − e^(−(kt)^n): Avrami, J. Chem. Phys. 7, 1103 (1939). n is 1 for instant nuclei and growth in a line, up to 4 for constant nucleation and growth in space.</remarks>
public static class JohnsonMehlAvrami
{
    /// <summary>The crystallized fraction.</summary>
    /// <param name="reduced">Rate constant times time, at least 0.</param>
    /// <param name="n">The exponent, above 0.</param>
    public static double Fraction(double reduced, double n) => -ExpMinus1(-Math.Pow(reduced, n));

    /// <summary>How fast a fraction grows, in units of the rate constant: n (1 − x) [−ln(1 − x)]^((n−1)/n).</summary>
    /// <param name="fraction">The crystallized fraction, 0 to below 1.</param>
    /// <param name="n">The exponent, above 0.</param>
    public static double Rate(double fraction, double n) => n * (1 - fraction) * Math.Pow(-Math.Log(1 - fraction), (n - 1) / n);

    /// <summary>Rate constant times the time to a fraction.</summary>
    /// <param name="fraction">The crystallized fraction, 0 to below 1.</param>
    /// <param name="n">The exponent, above 0.</param>
    public static double TimeTo(double fraction, double n) => Math.Pow(-Math.Log(1 - fraction), 1 / n);

    // Every digit for small arguments.
    private static double ExpMinus1(double x) => 2 * Math.Exp(0.5 * x) * Math.Sinh(0.5 * x);
}
