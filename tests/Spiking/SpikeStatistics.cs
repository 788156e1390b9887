namespace DevicePhys.Tests.Spiking;

/// <summary>What two runs of a network that amplifies every rounding have in common.</summary>
/// <param name="Rate">Spikes per neuron and second [Hz].</param>
/// <param name="Variation">The mean over neurons of the coefficient of variation of their interspike intervals.</param>
/// <param name="Intervals">All interspike intervals [steps], ascending.</param>
internal sealed record SpikeStatistics(double Rate, double Variation, int[] Intervals)
{
    private const int FewestSpikes = 5;

    public static SpikeStatistics Of(IEnumerable<(int Step, int Cell)> spikes, int neurons, double duration)
    {
        var trains = spikes.GroupBy(spike => spike.Cell, spike => spike.Step).Select(train => train.Order().ToArray()).ToArray();
        var intervals = trains.Select(train => train.Skip(1).Zip(train, (later, earlier) => later - earlier).ToArray()).ToArray();
        return new(
            trains.Sum(train => train.Length) / (neurons * duration),
            intervals.Where(own => own.Length >= FewestSpikes - 1).Average(own => Math.Sqrt(own.Average(x => Math.Pow(x - own.Average(), 2))) / own.Average()),
            [.. intervals.SelectMany(own => own).Order()]);
    }

    /// <summary>The largest distance between the distributions of intervals (Kolmogorov).</summary>
    public double Distance(SpikeStatistics other)
    {
        var (i, j, most) = (0, 0, 0.0);
        while (i < Intervals.Length && j < other.Intervals.Length)
        {
            var x = Math.Min(Intervals[i], other.Intervals[j]);
            while (i < Intervals.Length && Intervals[i] == x)
                i++;
            while (j < other.Intervals.Length && other.Intervals[j] == x)
                j++;
            most = Math.Max(most, Math.Abs(((double)i / Intervals.Length) - ((double)j / other.Intervals.Length)));
        }

        return most;
    }
}
