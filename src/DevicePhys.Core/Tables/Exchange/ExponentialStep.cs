namespace DevicePhys.Tables.Exchange;

/// <summary>A device's mean response seen as the exponential law by which the NeuroSim benchmark describes synapses.</summary>
/// <param name="Levels">Pulses from one end of the range to the other.</param>
/// <param name="Curvature">c of x(p) = (1 − exp(−c p/Levels))/(1 − exp(−c)), x the travelled fraction of the range; 0 is a straight line.</param>
/// <param name="StepSpread">Standard deviation of one step over cycles, as a fraction of the range, averaged over the bins.</param>
/// <param name="Residual">Root mean square of the mean steps beside the law, as a fraction of the range.</param>
/// <remarks>
/// Under the law a step is a straight line over the conductance: (1 − e^(−c/Levels)) × (target − x). The line is fitted to the mean steps by least
/// squares over all bins but the last one reached, where a full device stands still; levels and curvature follow in closed form. The residual says how far the device is from the law.
/// </remarks>
public sealed record ExponentialStep(double Levels, double Curvature, double StepSpread, double Residual)
{
    /// <summary>Reads the law out of one device.</summary>
    /// <param name="corner">The device.</param>
    /// <param name="polarity">Which pulse.</param>
    /// <param name="bins">Bins of the table.</param>
    /// <param name="levels">Levels of the table.</param>
    /// <returns>The law; levels are infinite when the device does not reach the other end.</returns>
    public static ExponentialStep Of(TableCorner corner, Polarity polarity, int bins, int levels)
    {
        ArgumentNullException.ThrowIfNull(corner);
        var (range, sign) = (corner.GMax - corner.GMin, polarity == Polarity.Potentiation ? 1 : -1);
        var (x, mean, variance) = (new double[bins - 1], new double[bins - 1], 0.0);
        for (var k = 0; k < bins - 1; k++)
        {
            // x counts from where this polarity starts.
            var bin = sign > 0 ? k : bins - 1 - k;
            var steps = corner.Steps(polarity).Span.Slice(bin * levels, levels);
            x[k] = k / (bins - 1.0);
            foreach (var step in steps)
            {
                mean[k] += sign * step / range / levels;
            }

            foreach (var step in steps)
            {
                variance += Math.Pow((sign * step / range) - mean[k], 2) / levels / (bins - 1);
            }
        }

        var (xMean, yMean) = (x.Average(), mean.Average());
        var spread = x.Sum(value => (value - xMean) * (value - xMean));
        var slope = spread == 0 ? 0 : x.Zip(mean, (a, b) => (a - xMean) * (b - yMean)).Sum() / spread;
        var start = yMean - (slope * xMean);
        var residual = Math.Sqrt(x.Zip(mean, (a, b) => Math.Pow(b - start - (slope * a), 2)).Average());
        var end = start + slope;
        var count = !(start > 0 && end > 0) ? double.PositiveInfinity
            : Math.Abs(slope) < 1e-9 * start ? 1 / start
            : slope > -1 ? Math.Log(end / start) / Math.Log(1 + slope)
            : 1;

        // c/Levels = −ln(1 + slope); where the line meets 0 before the end, the curvature is all there is.
        var curvature = double.IsInfinity(count) ? double.PositiveInfinity : slope <= -1 ? double.PositiveInfinity : -count * Math.Log(1 + slope);
        return new ExponentialStep(count, curvature, Math.Sqrt(variance), residual);
    }
}
