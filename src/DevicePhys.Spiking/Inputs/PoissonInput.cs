using DevicePhys.Sampling;

namespace DevicePhys.Spiking.Inputs;

/// <summary>Cells that fire at random with given rates.</summary>
/// <remarks>
/// Each cell fires in a step with the chance rate × time step, independent of everything else: a Poisson process seen on the grid, without two spikes in
/// one step, as Brian2's PoissonGroup does. Drawn as geometric gaps at the largest rate, thinned to each cell's own.
/// </remarks>
public sealed class PoissonInput : ISpikeSource
{
    private readonly double[] chances;
    private readonly double largest;
    private readonly RandomStream stream;
    private readonly GeometricGaps gaps;
    private readonly int[] spikes;
    private int fired;
    private long gap;

    internal PoissonInput(ReadOnlySpan<double> rates, double timeStep, ulong seed)
    {
        Check.Count(rates.Length, "The number of Poisson cells");
        chances = new double[rates.Length];
        for (var cell = 0; cell < rates.Length; cell++)
        {
            Check.NotNegative(rates[cell], $"The rate of Poisson cell {cell}", "Hz");
            if (rates[cell] * timeStep > 1)
                throw new ArgumentException(FormattableString.Invariant($"The rate of Poisson cell {cell} is {rates[cell]} Hz: at most one spike per time step ({1 / timeStep} Hz) is expected."));
            chances[cell] = rates[cell] * timeStep;
            largest = Math.Max(largest, chances[cell]);
        }

        stream = new RandomStream(seed, "poisson");
        gaps = new(stream, largest);
        gap = gaps.Next();
        spikes = new int[rates.Length];
    }

    /// <summary>The chance of a spike per step [cells].</summary>
    internal IReadOnlyList<double> Chances => chances;

    /// <inheritdoc/>
    public int Count => chances.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Spikes => spikes.AsSpan(0, fired);

    /// <inheritdoc/>
    public void Advance(long step)
    {
        fired = 0;
        while (gap < chances.Length)
        {
            var cell = (int)gap;
            if (chances[cell] == largest || stream.NextDouble() * largest < chances[cell])
                spikes[fired++] = cell;
            gap += 1 + gaps.Next();
        }

        gap -= chances.Length;
    }
}
