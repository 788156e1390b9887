namespace DevicePhys.Spiking.Monitors;

/// <summary>The mean firing rate of a source's cells, bin by bin.</summary>
public sealed class RateMonitor
{
    private readonly ISpikeSource source;
    private readonly long width, start;
    private readonly double timeStep;
    private readonly List<double> rates = [];
    private long spikes;

    internal RateMonitor(ISpikeSource source, double bin, double timeStep, long start)
    {
        Check.Positive(bin, "The bin of a rate", "s");
        width = TimeGrid.Steps(bin, timeStep);
        if (width < 1)
            throw new ArgumentException(FormattableString.Invariant($"The bin of a rate is {bin} s: at least one time step ({timeStep} s) is expected."));
        (this.source, this.timeStep, this.start) = (source, timeStep, start);
    }

    /// <summary>The rate of each bin that is over, the first one beginning where the monitor was added [Hz].</summary>
    public IReadOnlyList<double> Rates => rates;

    /// <summary>How long a bin is: a whole number of time steps [s].</summary>
    public double Bin => width * timeStep;

    internal void Record(long step)
    {
        spikes += source.Spikes.Length;
        if ((step - start + 1) % width != 0)
            return;
        rates.Add(spikes / (source.Count * Bin));
        spikes = 0;
    }
}
