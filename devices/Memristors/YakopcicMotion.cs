using DevicePhys.Cards;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>How the state of Yakopcic's models moves: exponential beyond two thresholds, slowed down near the end it moves to.</summary>
/// <remarks>
/// <c>dx/dt = g(V) f(V, x)</c> with <c>g = Ap (e^V - e^Vp)</c> above Vp, <c>-An (e^-V - e^Vn)</c> below -Vn, else 0, V in volts; the sign η of the
/// motion is 1. <c>f = exp(-AlphaP (x - Xp)) ((Xp - x)/(1 - Xp) + 1)</c> for x above Xp on the way up, mirrored with Xn and AlphaN on the way down,
/// else 1: 0 at the end.
/// Departures: corners at the thresholds and at Xp, Xn are parabolas of width 0.02; the range ends softly within 1 % at <see cref="Lowest"/>
/// and 1.
/// </remarks>
internal sealed class YakopcicMotion<T>(Card<T> card)
    where T : struct, IReal<T>
{
    /// <summary>The lowest state: not 0, where the device would carry no current at all.</summary>
    public const double Lowest = 0.01;

    private const double CornerWidth = 0.02;

    private readonly T vp = card["Vp", "V"], vn = card["Vn", "V"], ap = card["Ap", "1/s"], an = card["An", "1/s"];
    private readonly T xp = card["Xp"], xn = card["Xn"], alphaP = card["AlphaP"], alphaN = card["AlphaN"];

    /// <summary>dx/dt [1/s].</summary>
    public T Rate(T voltage, T x)
    {
        var up = Drive(voltage, vp, ap) * Window(x, xp, alphaP);
        var down = Drive(-voltage, vn, an) * Window(1 - x, xn, alphaN);
        return Smooth.Bounded(up - down, x, lower: Lowest, upper: 1, width: 0.01);
    }

    private static T Drive(T voltage, T threshold, T a) => a * T.Exp(threshold) * Smooth.Ramp(T.Exp(voltage - threshold) - 1, CornerWidth);

    private static T Window(T y, T start, T alpha)
    {
        var beyond = Smooth.Ramp(y - start, CornerWidth);
        return T.Exp(-alpha * beyond) * (1 - beyond / (1 - start));
    }
}
