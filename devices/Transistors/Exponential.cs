using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The exponential of a junction.</summary>
internal static class Exponential
{
    private const double Limit = 80, Least = -200;
    private static readonly double Top = Math.Exp(Limit);

    /// <summary>exp(u) - 1, with every digit near 0, along the tangent above u = 80, and -1 below -200, where the halves would overflow.</summary>
    /// <param name="u">The voltage over the thermal voltage.</param>
    public static T Minus1<T>(T u)
        where T : struct, IReal<T>
    {
        var inside = T.Select(u - Limit, Limit, T.Select(u - Least, u, Least));

        // exp(u) - 1 = 2 exp(u/2) sinh(u/2) has no cancellation.
        return (2 * T.Exp(0.5 * inside) * T.Sinh(0.5 * inside)) + T.Select(u - Limit, Top * (u - Limit), 0);
    }
}
