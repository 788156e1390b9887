using System.Runtime.CompilerServices;

namespace DevicePhys.Numbers;

/// <summary>Thresholds and ends without corners, for model equations in any reading.</summary>
/// <remarks>
/// An abrupt <c>if</c> is the main cause of a step size that shrinks to nothing in a circuit simulator. Each function here has a continuous
/// slope and is exact outside a band whose width the caller names.
/// </remarks>
public static class Smooth
{
    /// <summary>0 below <c>-width/2</c>, <paramref name="u"/> above <c>width/2</c>, and the parabola (u + width/2)²/(2 width) between.</summary>
    /// <param name="u">The argument.</param>
    /// <param name="width">The width of the band, above 0, in the unit of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ramp<T>(T u, double width)
        where T : struct, IReal<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var into = u + (0.5 * width);
        return T.Select(u - (0.5 * width), u, T.Select(into, into * into * (0.5 / width), 0));
    }

    /// <summary>0 below <c>-width/2</c>, 1 above <c>width/2</c>, and the cubic s²(3 - 2s), s = u/width + 1/2, between.</summary>
    /// <param name="u">The argument.</param>
    /// <param name="width">The width of the band, above 0, in the unit of the argument.</param>
    /// <remarks>Step(u) + Step(-u) = 1: a linear edge through the band spends as much time above as a corner at 0 would.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Step<T>(T u, double width)
        where T : struct, IReal<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Rise((u * (1 / width)) + 0.5);
    }

    /// <summary>0 below 0, 1 above 1, and the cubic s²(3 - 2s) between: <see cref="Step"/> in its own units.</summary>
    /// <param name="s">The argument.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rise<T>(T s)
        where T : struct, IReal<T> => T.Select(s - 1, 1, T.Select(s, s * s * (3 - (2 * s)), 0));

    /// <summary>A rate that stops softly at the ends of a range.</summary>
    /// <param name="rate">The rate without ends.</param>
    /// <param name="x">The quantity that moves at this rate.</param>
    /// <param name="lower">The lower end of its range.</param>
    /// <param name="upper">The upper end of its range, above the lower.</param>
    /// <param name="width">The width of the band at each end, above 0, as a fraction of the range.</param>
    /// <returns>
    /// With s the distance to the end the rate points at, in units of the band: the rate itself for s above 1, the rate times s(2 - s) within
    /// the band, and the rate times 2s beyond the end, which leads back.
    /// </returns>
    /// <remarks>
    /// The factor has a continuous slope, and a slope that is not 0 at the end itself: the end is reached exponentially, and a constant outward
    /// rate has the end as its one operating point. In the rate the result is continuous with a corner at 0, inside the bands only.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Bounded<T>(T rate, T x, T lower, T upper, double width)
        where T : struct, IReal<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var s = T.Select(rate, upper - x, x - lower) / ((upper - lower) * width);
        return rate * T.Select(s - 1, 1, T.Select(s, s * (2 - s), 2 * s));
    }

    /// <summary>The logistic function 1/(1 + exp(-u)), with every digit in both tails and no overflow.</summary>
    /// <param name="u">The argument.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Logistic<T>(T u)
        where T : struct, IReal<T>
    {
        // Not Abs: its slope at 0 is 0, and the slope here must be 1/4.
        var decay = T.Exp(T.Select(u, -u, u));
        return T.Select(u, 1, decay) / (1 + decay);
    }
}
