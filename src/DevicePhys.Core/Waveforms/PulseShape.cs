namespace DevicePhys.Waveforms;

/// <summary>The trapezoid that pulse waveforms share.</summary>
/// <remarks>
/// Value and breaks are computed from the same sums, so a time that is a break to the last bit has exactly the value of the corner.
/// </remarks>
internal static class PulseShape
{
    /// <summary>Which period a time falls in, by the very sums that place the breaks; below 0 before the first.</summary>
    public static double Index(double time, double delay, double period)
    {
        var k = Math.Floor((time - delay) / period);

        // The quotient may be off by one near a start.
        if (delay + ((k + 1) * period) <= time)
            k++;
        else if (delay + (k * period) > time)
            k--;
        return k;
    }

    /// <summary>The value of a pulse that starts to rise at a time.</summary>
    public static double At(double time, double start, double top, double fallStart, double end, double low, double high)
    {
        if (time < start)
            return low;
        if (time < start + top)
            return low + ((high - low) * ((time - start) / top));
        if (time <= start + fallStart)
            return high;
        return time < start + end ? high + ((low - high) * ((time - (start + fallStart)) / (end - fallStart))) : low;
    }

    /// <summary>The straight piece of a pulse that holds a time; <paramref name="next"/> is where another pulse takes over [s].</summary>
    public static WaveformLine Line(double time, double start, double top, double fallStart, double end, double low, double high, double next)
    {
        if (time < start)
            return new(time, Math.Min(start, next), low, 0);
        if (time < start + top)
            return new(start, Math.Min(start + top, next), low, (high - low) / top);
        if (time < start + fallStart)
            return new(start + top, Math.Min(start + fallStart, next), high, 0);
        return time < start + end
            ? new(start + fallStart, Math.Min(start + end, next), high, (low - high) / (end - fallStart))
            : new(start + end, next, low, 0);
    }

    /// <summary>The first of the four corners after a time.</summary>
    public static double NextBreak(double time, double start, double top, double fallStart, double end) =>
        start > time ? start
        : start + top > time ? start + top
        : start + fallStart > time ? start + fallStart
        : start + end > time ? start + end
        : double.PositiveInfinity;
}
