namespace DevicePhys.Arrays.Memory;

/// <summary>The shape of a dynamic memory that hides its refresh.</summary>
/// <param name="Banks">Banks that work side by side, at least 1.</param>
/// <param name="Rows">Rows per bank, at least 1; the cache has as many lines.</param>
/// <param name="RefreshCycles">Cycles in which every row must be refreshed once, at least <paramref name="Rows"/>.</param>
/// <param name="Cached">Whether there is a cache before the banks.</param>
public sealed record RefreshSettings(int Banks, int Rows, long RefreshCycles, bool Cached = true)
{
    /// <summary>The settings of a retention time and a clock: a row that falls due may have to wait for twice as many cycles as a bank has rows, which the interval leaves room for.</summary>
    /// <param name="banks">Banks.</param>
    /// <param name="rows">Rows per bank.</param>
    /// <param name="retention">The shortest retention time of a cell [s].</param>
    /// <param name="clock">Cycles per second [Hz].</param>
    /// <param name="cached">Whether there is a cache.</param>
    public static RefreshSettings Of(int banks, int rows, double retention, double clock, bool cached = true) =>
        new(banks, rows, (long)(retention * clock) - (2L * rows), cached);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Banks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RefreshCycles, (long)Rows, "RefreshCycles");
    }
}
