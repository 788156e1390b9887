namespace DevicePhys.Benchmarks.Numbers;

/// <summary>The same two models with values and derivatives typed by hand over doubles: what the readings are measured against.</summary>
internal static class HandWritten
{
    public static (double Current, double Rate) Threshold(double v, double x)
    {
        var rate = (5e-4 * Math.Pow(Ramp((v / 0.02) - 1).Value, 1.5)) - (10 * Math.Pow(Ramp((v / -0.2) - 1).Value, 3));
        return (v / (50 + (950 * x)), rate * End(rate, x).Value);
    }

    public static (double Current, double Rate, double IByV, double IByX, double RByV, double RByX) ThresholdJacobian(double v, double x)
    {
        var (off, offSlope) = Ramp((v / 0.02) - 1);
        var (on, onSlope) = Ramp((v / -0.2) - 1);
        double offPower = Math.Pow(off, 1.5), onPower = Math.Pow(on, 3);
        var rate = (5e-4 * offPower) - (10 * onPower);
        var rateByV = (off == 0 ? 0 : 5e-4 * 1.5 * offPower / off * offSlope / 0.02) - (on == 0 ? 0 : 30 * onPower / on * onSlope / -0.2);
        var (end, endSlope) = End(rate, x);
        var conductance = 1 / (50 + (950 * x));
        return (v * conductance, rate * end, conductance, -950 * v * conductance * conductance, rateByV * end, rate * endSlope);
    }

    public static (double Current, double Rate) Sinh(double v, double gap)
    {
        var gamma = 16 - (0.8 * gap * gap * gap);
        return (1e-3 * Math.Exp(-gap / 0.25) * Math.Sinh(v / 0.25), -10 * Math.Exp(-0.6 / 0.0259) * Math.Sinh(gamma * v / 0.0259 * 0.02));
    }

    public static (double Current, double Rate, double IByV, double IByX, double RByV, double RByX) SinhJacobian(double v, double gap)
    {
        const double field = 0.02 / 0.0259;
        var gamma = 16 - (0.8 * gap * gap * gap);
        double prefactor = 1e-3 * Math.Exp(-gap / 0.25), growth = -10 * Math.Exp(-0.6 / 0.0259);
        double sinh = Math.Sinh(v / 0.25), drive = Math.Sinh(gamma * v * field), driveSlope = growth * field * Math.Sqrt(1 + (drive * drive));
        return (prefactor * sinh, growth * drive, prefactor * Math.Sqrt(1 + (sinh * sinh)) / 0.25, -prefactor * sinh / 0.25,
            driveSlope * gamma, driveSlope * v * -2.4 * gap * gap);
    }

    private static (double Value, double Slope) Ramp(double u) =>
        u > 0.01 ? (u, 1) : u > -0.01 ? ((u + 0.01) * (u + 0.01) * 25, (u + 0.01) * 50) : (0, 0);

    private static (double Value, double Slope) End(double rate, double x)
    {
        var (s, slope) = rate > 0 ? ((1 - x) * 100, -100) : (x * 100, 100);
        return s > 1 ? (1, 0) : s > 0 ? (s * (2 - s), slope * (2 - (2 * s))) : (2 * s, 2 * slope);
    }
}
