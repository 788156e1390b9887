using System.Runtime.CompilerServices;

namespace DevicePhys.Benchmarks.Numbers;

/// <summary>The same two models with values and derivatives typed by hand over doubles: what the readings are measured against.</summary>
/// <remarks>
/// Parameters are fields and the methods are not inlined, as for a model behind its interface: else the compiler folds and hoists whole factors.
/// </remarks>
internal sealed class HandWritten
{
    private readonly double rOn = 50, rOff = 1000, vOn = -0.2, vOff = 0.02, kOn = -10, kOff = 5e-4, alphaOn = 3, alphaOff = 1.5;
    private readonly double i0 = 1e-3, g0 = 0.25, v0 = 0.25, velocity = 10, barrier = 0.6, thermal = 0.0259, enhancement = 16, decay = 0.8;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public (double Current, double Rate) Threshold(double v, double x)
    {
        var rate = (kOff * Math.Pow(Ramp((v / vOff) - 1).Value, alphaOff)) + (kOn * Math.Pow(Ramp((v / vOn) - 1).Value, alphaOn));
        return (v / (rOn + ((rOff - rOn) * x)), rate * End(rate, x).Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Jacobian ThresholdJacobian(double v, double x)
    {
        var (off, offSlope) = Ramp((v / vOff) - 1);
        var (on, onSlope) = Ramp((v / vOn) - 1);
        double offRate = kOff * Math.Pow(off, alphaOff), onRate = kOn * Math.Pow(on, alphaOn), rate = offRate + onRate;
        var rateByV = (off == 0 ? 0 : alphaOff * offRate / off * offSlope / vOff) + (on == 0 ? 0 : alphaOn * onRate / on * onSlope / vOn);
        var (end, endSlope) = End(rate, x);
        var conductance = 1 / (rOn + ((rOff - rOn) * x));
        return new(v * conductance, rate * end, conductance, (rOn - rOff) * v * conductance * conductance, rateByV * end, rate * endSlope);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public (double Current, double Rate) Sinh(double v, double gap)
    {
        var gamma = enhancement - (decay * gap * gap * gap);
        return (i0 * Math.Exp(-gap / g0) * Math.Sinh(v / v0), -velocity * Math.Exp(-barrier / thermal) * Math.Sinh(gamma * v / thermal * 0.02));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Jacobian SinhJacobian(double v, double gap)
    {
        double field = 0.02 / thermal, gamma = enhancement - (decay * gap * gap * gap);
        double prefactor = i0 * Math.Exp(-gap / g0), growth = -velocity * Math.Exp(-barrier / thermal);
        double sinh = Math.Sinh(v / v0), drive = Math.Sinh(gamma * v * field), driveSlope = growth * field * Math.Sqrt(1 + (drive * drive));
        return new(prefactor * sinh, growth * drive, prefactor * Math.Sqrt(1 + (sinh * sinh)) / v0, -prefactor * sinh / g0,
            driveSlope * gamma, driveSlope * v * -3 * decay * gap * gap);
    }

    private static (double Value, double Slope) Ramp(double u) =>
        u > 0.01 ? (u, 1) : u > -0.01 ? ((u + 0.01) * (u + 0.01) * 25, (u + 0.01) * 50) : (0, 0);

    private static (double Value, double Slope) End(double rate, double x)
    {
        var (s, slope) = rate > 0 ? ((1 - x) * 100, -100) : (x * 100, 100);
        return s > 1 ? (1, 0) : s > 0 ? (s * (2 - s), slope * (2 - (2 * s))) : (2 * s, 2 * slope);
    }

    /// <summary>Current and rate, and their derivatives by voltage and state.</summary>
    internal readonly record struct Jacobian(double Current, double Rate, double IByV, double IByX, double RateByV, double RateByX)
    {
        public double Sum => Current + Rate + IByV + IByX + RateByV + RateByX;
    }
}
