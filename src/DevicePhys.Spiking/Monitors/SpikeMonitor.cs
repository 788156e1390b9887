namespace DevicePhys.Spiking.Monitors;

/// <summary>Every spike of a source, in order of time and then of cell.</summary>
public sealed class SpikeMonitor
{
    private readonly ISpikeSource source;
    private readonly double timeStep;
    private readonly List<long> steps = [];
    private readonly List<int> cells = [];

    internal SpikeMonitor(ISpikeSource source, double timeStep) => (this.source, this.timeStep) = (source, timeStep);

    /// <summary>How many spikes there were.</summary>
    public int Count => cells.Count;

    /// <summary>The step of each spike [Count].</summary>
    public IReadOnlyList<long> Steps => steps;

    /// <summary>The cell of each spike [Count].</summary>
    public IReadOnlyList<int> Cells => cells;

    /// <summary>The time of a spike: the beginning of its step [s].</summary>
    /// <param name="spike">The number of the spike, from 0.</param>
    /// <returns>The time [s].</returns>
    public double Time(int spike) => steps[spike] * timeStep;

    internal void Record(long step)
    {
        foreach (var cell in source.Spikes)
        {
            steps.Add(step);
            cells.Add(cell);
        }
    }
}
