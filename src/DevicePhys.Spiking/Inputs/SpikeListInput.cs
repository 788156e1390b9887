namespace DevicePhys.Spiking.Inputs;

/// <summary>Cells that fire at given times.</summary>
public sealed class SpikeListInput : ISpikeSource
{
    private readonly long[] steps;
    private readonly int[] cells;
    private int first, end;

    internal SpikeListInput(int count, ReadOnlySpan<int> cells, ReadOnlySpan<double> times, double timeStep)
    {
        Check.Count(count, "The number of spike-list cells");
        if (cells.Length != times.Length)
            throw new ArgumentException($"There are {cells.Length} cells and {times.Length} times: as many of each are expected.");
        var order = new (long Step, int Cell)[cells.Length];
        for (var s = 0; s < cells.Length; s++)
        {
            Check.Index(cells[s], count, $"The cell of spike {s}");
            Check.NotNegative(times[s], $"The time of spike {s}", "s");
            order[s] = (TimeGrid.Steps(times[s], timeStep), cells[s]);
        }

        Array.Sort(order);
        for (var s = 1; s < order.Length; s++)
        {
            if (order[s] == order[s - 1])
                throw new ArgumentException(FormattableString.Invariant($"Cell {order[s].Cell} has two spikes at {order[s].Step * timeStep} s: at most one per time step is expected."));
        }

        (Count, steps, this.cells) = (count, Array.ConvertAll(order, spike => spike.Step), Array.ConvertAll(order, spike => spike.Cell));
    }

    /// <summary>All spikes: their steps and cells.</summary>
    internal (long[] Steps, int[] Cells) All => (steps, cells);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Spikes => cells.AsSpan(first..end);

    /// <inheritdoc/>
    public void Advance(long step)
    {
        // Spikes of steps before the input was added are left out.
        for (first = end; first < steps.Length && steps[first] < step; first++)
        {
        }

        for (end = first; end < steps.Length && steps[end] == step; end++)
        {
        }
    }
}
