namespace DevicePhys.Benchmarks.Devices;

/// <summary>The soft corners of the model equations with their slopes, typed by hand.</summary>
internal static class Corner
{
    public static (double Value, double Slope) Ramp(double u, double width)
    {
        var into = u + (0.5 * width);
        return into > width ? (u, 1) : into > 0 ? (into * into * (0.5 / width), into / width) : (0, 0);
    }

    public static (double Value, double Slope) Step(double u, double width)
    {
        var s = (u + (0.5 * width)) / width;
        return s > 1 ? (1, 0) : s > 0 ? (s * s * (3 - (2 * s)), 6 * s * (1 - s) / width) : (0, 0);
    }

    /// <summary>The factor by which a rate is stopped, and its slope by x.</summary>
    public static (double Value, double Slope) End(double rate, double x, double lower, double upper, double width)
    {
        var band = (upper - lower) * width;
        var (s, slope) = rate > 0 ? ((upper - x) / band, -1 / band) : ((x - lower) / band, 1 / band);
        return s > 1 ? (1, 0) : s > 0 ? (s * (2 - s), slope * (2 - (2 * s))) : (2 * s, 2 * slope);
    }
}
