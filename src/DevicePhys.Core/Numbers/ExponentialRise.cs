namespace DevicePhys.Numbers;

/// <summary>The exponential curve through (0, 0) and (1, 1), straight for curvature 0.</summary>
public static class ExponentialRise
{
    // Below this the quotient would cancel and the series is exact to 1e-13.
    private const double Flat = 0.01;

    /// <summary>(exp(c x) - 1)/(exp(c) - 1): convex for c above 0, concave below, x for c = 0.</summary>
    /// <param name="curvature">The curvature c.</param>
    /// <param name="x">Where, usually 0 to 1.</param>
    public static T Share<T>(T curvature, T x)
        where T : struct, IReal<T> => x * Quotient(curvature * x) / Quotient(curvature);

    /// <summary>(exp(u) - 1)/u, which is 1 at u = 0.</summary>
    /// <param name="u">The argument.</param>
    public static T Quotient<T>(T u)
        where T : struct, IReal<T>
    {
        var series = 1 + u / 2 * (1 + u / 3 * (1 + u / 4 * (1 + u / 5)));
        return T.Select(u * u - Flat * Flat, (T.Exp(u) - 1) / u, series);
    }
}
