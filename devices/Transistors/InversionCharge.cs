using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The normalised inversion charge q of a channel end: ln q + 2q = v, which is q = W(2 eᵛ)/2 with Lambert's W.</summary>
/// <remarks>
/// Solved for ln q: a first guess from the interpolation i = ln²(1 + e^(v/2)), wrong by at most 27 %, then two steps of Fritsch, Shafer and Crowley
/// (CACM 16, 123 (1973)), each of fourth order, in closed form, so that the symbolic reading has it too. In the logarithm every step is of
/// the order of v; a circuit simulator that gives shared terms nodes of their own would lose a q of 1e-20 among voltages.
/// </remarks>
internal static class InversionCharge
{
    /// <summary>The charge at a normalised voltage.</summary>
    /// <param name="v">(VP - V)/UT; below -600 the charge of -600, 1e-261, is returned.</param>
    public static T Of<T>(T v)
        where T : struct, IReal<T>
    {
        v = T.Select(v + 600, v, -600);
        var p = T.Select(v + 10, T.Log(T.Select(v - 80, 0.5 * v, Guess(v))), v);
        return T.Exp(Improve(v, Improve(v, p)));
    }

    /// <summary>The difference of the charges of two ends, with every digit where they are close.</summary>
    /// <param name="first">The charge of one end.</param>
    /// <param name="second">The charge of the other.</param>
    /// <param name="difference">The difference of their normalised voltages.</param>
    /// <remarks>ln(q1/q2) + 2 (q1 - q2) = v1 - v2, the logarithm as 2 artanh((q1 - q2)/(q1 + q2)) in its series, exact to 1e-13 at the edge of its use.</remarks>
    public static T Difference<T>(T first, T second, T difference)
        where T : struct, IReal<T>
    {
        var sum = first + second;
        var x = (first - second) / sum;
        var square = x * x;
        var series = 1 + (square * ((1.0 / 3) + (square * (0.2 + (square * ((1.0 / 7) + (square / 9)))))));
        return T.Select(T.Abs(difference) - 0.05, first - second, difference * sum / (2 * (series + sum)));
    }

    private static T Guess<T>(T v)
        where T : struct, IReal<T>
    {
        var root = T.Log(1 + T.Exp(0.5 * T.Select(v - 80, 80, v)));
        var i = root * root;
        return i / (0.5 + T.Sqrt(0.25 + i));
    }

    private static T Improve<T>(T v, T p)
        where T : struct, IReal<T>
    {
        var w = 2 * T.Exp(p);
        var z = v - p - w;
        var s = 2 * (1 + w) * (1 + w + ((2.0 / 3) * z));
        return p + T.Log(1 + (z / (1 + w) * ((s - z) / (s - (2 * z)))));
    }
}
