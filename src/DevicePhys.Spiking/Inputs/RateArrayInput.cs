using DevicePhys.Sampling;

namespace DevicePhys.Spiking.Inputs;

/// <summary>Cells that fire at random with rates given as an array over time.</summary>
/// <remarks>Each cell fires in a step with the chance rate × time step of the present bin, independent of everything else, as Brian2's PoissonGroup with a TimedArray.</remarks>
public sealed class RateArrayInput : ISpikeSource
{
    private readonly double[] chances;
    private readonly RandomStream stream;
    private readonly long binSteps;
    private readonly int[] spikes;
    private readonly int bins;
    private int fired;

    internal RateArrayInput(ReadOnlySpan<double> rates, int cells, double bin, double timeStep, ulong seed)
    {
        Check.Count(cells, "The number of cells");
        Check.Positive(bin, "The bin of the rates", "s");
        if (rates.IsEmpty || rates.Length % cells != 0)
            throw new ArgumentException($"There are {rates.Length} rates: a whole number of bins of {cells} cells is expected.");
        binSteps = TimeGrid.Steps(bin, timeStep);
        if (binSteps < 1)
            throw new ArgumentException(FormattableString.Invariant($"The bin of the rates is {bin} s: at least one time step ({timeStep} s) is expected."));
        chances = new double[rates.Length];
        for (var k = 0; k < rates.Length; k++)
        {
            Check.NotNegative(rates[k], $"Rate {k}", "Hz");
            if (rates[k] * timeStep > 1)
                throw new ArgumentException(FormattableString.Invariant($"Rate {k} is {rates[k]} Hz: at most one spike per time step ({1 / timeStep} Hz) is expected."));
            chances[k] = rates[k] * timeStep;
        }

        (Count, bins, spikes, stream) = (cells, rates.Length / cells, new int[cells], new RandomStream(seed, "rate array"));
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Spikes => spikes.AsSpan(0, fired);

    /// <inheritdoc/>
    public void Advance(long step)
    {
        fired = 0;
        var bin = chances.AsSpan((int)Math.Min(step / binSteps, bins - 1) * Count, Count);
        for (var cell = 0; cell < bin.Length; cell++)
        {
            if (stream.NextDouble() < bin[cell])
                spikes[fired++] = cell;
        }
    }
}
