namespace DevicePhys.Circuits.Testbenches;

/// <summary>What a closed loop of voltage tells about a device that switches.</summary>
/// <param name="RLow">The lowest resistance of the loop, read at the read voltage [Ohm].</param>
/// <param name="RHigh">The highest one [Ohm].</param>
/// <param name="VSet">The voltage at which the conductance rises through the geometric mean of its two ends [V]; NaN where the device does not switch.</param>
/// <param name="VReset">The voltage at which it falls through it [V]; NaN where the device does not switch.</param>
public readonly record struct SwitchingFeatures(double RLow, double RHigh, double VSet, double VReset)
{
    // A ratio below this is drift, not a switch.
    private const double SmallestRatio = 1.05;

    /// <summary>The features of a loop.</summary>
    /// <param name="voltages">The voltage along the loop [V].</param>
    /// <param name="conductances">[voltages]: the conductance at the read voltage of the state there [S], above 0.</param>
    public static SwitchingFeatures Of(ReadOnlySpan<double> voltages, ReadOnlySpan<double> conductances)
    {
        double low = double.PositiveInfinity, high = 0;
        foreach (var conductance in conductances)
            (low, high) = (Math.Min(low, conductance), Math.Max(high, conductance));
        var (set, reset) = (double.NaN, double.NaN);
        var middle = 0.5 * (Math.Log(low) + Math.Log(high));
        for (var k = 1; k < voltages.Length && high > SmallestRatio * low; k++)
        {
            var (before, after) = (Math.Log(conductances[k - 1]) - middle, Math.Log(conductances[k]) - middle);
            if (before < 0 == after < 0)
                continue;
            var voltage = voltages[k - 1] + ((voltages[k] - voltages[k - 1]) * before / (before - after));
            if (before < 0 && double.IsNaN(set))
                set = voltage;
            else if (before >= 0 && double.IsNaN(reset))
                reset = voltage;
        }

        return new(1 / high, 1 / low, set, reset);
    }
}
