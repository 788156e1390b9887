namespace DevicePhys.Devices.Skyrmions;

/// <summary>The size of an isolated Néel skyrmion in a thin film from its exchange, anisotropy and chiral energy.</summary>
/// <remarks>
/// Wang, Yuan, Wang, Communications Physics 1, 31 (2018): the energy of a wall of width w at radius R, minimised over both, gives
/// R = π D √(A/(16 A K² − π² D² K)) and w = π D/(4 K). Validity: no field, no stray field beyond an effective K, D below
/// <see cref="CriticalDmi"/> and R above w. In thick multilayers the stray field sets the size, which is then a calibrated number of the card.
/// </remarks>
public static class SkyrmionSize
{
    /// <summary>The radius R [m].</summary>
    /// <param name="exchange">A [J/m].</param>
    /// <param name="anisotropy">K, effective [J/m³].</param>
    /// <param name="dmi">D [J/m²].</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above 0, or D is not below its critical value.</exception>
    public static double Radius(double exchange, double anisotropy, double dmi)
    {
        Check(exchange, anisotropy, dmi);
        return Math.PI * dmi * Math.Sqrt(exchange / (16 * exchange * anisotropy * anisotropy - Math.PI * Math.PI * dmi * dmi * anisotropy));
    }

    /// <summary>The wall width w [m].</summary>
    /// <param name="exchange">A [J/m].</param>
    /// <param name="anisotropy">K, effective [J/m³].</param>
    /// <param name="dmi">D [J/m²].</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above 0, or D is not below its critical value.</exception>
    public static double WallWidth(double exchange, double anisotropy, double dmi)
    {
        Check(exchange, anisotropy, dmi);
        return Math.PI * dmi / (4 * anisotropy);
    }

    /// <summary>The D at which walls cost nothing and skyrmions give way to stripes: 4 √(A K)/π [J/m²].</summary>
    /// <param name="exchange">A [J/m].</param>
    /// <param name="anisotropy">K, effective [J/m³].</param>
    public static double CriticalDmi(double exchange, double anisotropy) => 4 / Math.PI * Math.Sqrt(exchange * anisotropy);

    private static void Check(double exchange, double anisotropy, double dmi)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exchange);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(anisotropy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dmi);
        if (!(dmi < CriticalDmi(exchange, anisotropy)))
            throw new ArgumentOutOfRangeException(nameof(dmi), dmi, $"D should be below its critical value, {CriticalDmi(exchange, anisotropy):R} J/m2.");
    }
}
