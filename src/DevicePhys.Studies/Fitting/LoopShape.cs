using DevicePhys.Statistics;

namespace DevicePhys.Studies.Fitting;

/// <summary>What can be read off a measured loop before any model is fitted: its two resistances and how its state moves between them.</summary>
/// <remarks>
/// Conductances are slopes through the origin over windows of a few samples, which noise at small voltages hardly touches. The state is where the
/// resistance of a window lies between the two ends, for the law <c>R = ROn + (ROff - ROn) (exp(lambda x) - 1)/(exp(lambda) - 1)</c>.
/// </remarks>
internal sealed class LoopShape
{
    private const int Half = 2;
    private const double SmallVoltage = 0.1, Inside = 0.05, Still = 0.02;

    private readonly double[] times, voltages, resistances;

    private LoopShape(double[] times, double[] voltages, double[] resistances, double rOn, double rOff) =>
        (this.times, this.voltages, this.resistances, ROn, ROff) = (times, voltages, resistances, rOn, rOff);

    /// <summary>The smallest resistance but for 2 % of the windows [Ohm].</summary>
    public double ROn { get; }

    /// <summary>The largest resistance but for 2 % of the windows [Ohm].</summary>
    public double ROff { get; }

    /// <summary>Reads a loop; null where its current never follows its voltage.</summary>
    public static LoopShape? Of(Sweep sweep)
    {
        var least = SmallVoltage * sweep.Voltages.Max(Math.Abs);
        List<(double Time, double Voltage, double Resistance)> windows = [];
        for (var middle = Half; middle < sweep.Times.Length - Half; middle++)
        {
            var (products, squares) = (0.0, 0.0);
            for (var k = middle - Half; k <= middle + Half; k++)
                (products, squares) = (products + (sweep.Voltages[k] * sweep.Currents[k]), squares + (sweep.Voltages[k] * sweep.Voltages[k]));
            if (Math.Abs(sweep.Voltages[middle]) > least && products > 0)
                windows.Add((sweep.Times[middle], sweep.Voltages[middle], squares / products));
        }

        if (windows.Count < 8)
            return null;
        var ends = Quantiles.Of([.. windows.Select(w => w.Resistance)], 0.02, 0.98);
        return new([.. windows.Select(w => w.Time)], [.. windows.Select(w => w.Voltage)], [.. windows.Select(w => w.Resistance)], ends[0], ends[1]);
    }

    /// <summary>The state at the start of the loop, within 0 to 1.</summary>
    public double Start(double lambda) => State(0, lambda);

    /// <summary>The threshold and the rate of the law <c>dx/dt = rate (v/threshold - 1)^exponent</c> that moves the state under one sign of voltage.</summary>
    /// <param name="sign">The sign of the voltage.</param>
    /// <param name="exponent">The exponent of the law.</param>
    /// <param name="lambda">The law of the resistance.</param>
    /// <returns>The threshold, with its sign [V], and the magnitude of the rate [1/s]; null where the state does not move.</returns>
    /// <remarks>The exponent-th root of the rate is straight in the voltage: the line through the windows in which the state moves gives both.</remarks>
    public (double Threshold, double Rate)? Motion(int sign, double exponent, double lambda)
    {
        List<(double Voltage, double Rate)> moving = [];
        var largest = 0.0;
        for (var at = (2 * Half) + 1; at < times.Length; at++)
        {
            var before = at - (2 * Half) - 1;
            var (x0, x1, v) = (State(before, lambda), State(at, lambda), sign * 0.5 * (voltages[before] + voltages[at]));
            largest = Math.Max(largest, sign * voltages[at]);

            // Reset under one sign, set under the other: which is which, the data say.
            var (middle, change) = (0.5 * (x0 + x1), Math.Abs(x1 - x0));
            if (v > 0 && sign * voltages[before] > 0 && change > Still && middle is > Inside and < 1 - Inside)
                moving.Add((v, change / (times[at] - times[before])));
        }

        if (moving.Count == 0)
            return null;
        var (mx, my) = (moving.Average(m => m.Voltage), moving.Average(m => Math.Pow(m.Rate, 1 / exponent)));
        var (sxx, sxy) = (moving.Sum(m => (m.Voltage - mx) * (m.Voltage - mx)), moving.Sum(m => (m.Voltage - mx) * (Math.Pow(m.Rate, 1 / exponent) - my)));
        var threshold = sxx > 0 && sxy > 0 ? mx - (my * sxx / sxy) : 0;

        // A line that misses the axis says no more than that the threshold lies below what was seen to move.
        var lowest = moving.Min(m => m.Voltage);
        threshold = threshold > 0.2 * lowest && threshold < 0.98 * mx ? threshold : 0.8 * lowest;
        return (sign * threshold, Math.Pow(my / ((mx / threshold) - 1), exponent));
    }

    private double State(int at, double lambda)
    {
        var share = Math.Clamp((resistances[at] - ROn) / (ROff - ROn), 0, 1);
        return lambda == 0 ? share : Math.Log(1 + (share * (Math.Exp(lambda) - 1))) / lambda;
    }
}
