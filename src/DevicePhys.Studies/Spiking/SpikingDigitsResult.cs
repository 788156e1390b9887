using DevicePhys.Spiking.DiehlCook;

namespace DevicePhys.Studies.Spiking;

/// <summary>What a spiking digit study came to.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Runs">The outcome of each seed, in their order.</param>
/// <param name="Network">What the network of the first seed has learnt.</param>
public sealed record SpikingDigitsResult(SpikingDigitsSettings Settings, IReadOnlyList<SpikingDigitsRun> Runs, DiehlCookWeights Network)
{
    /// <summary>[10 × 10], row-major: test images of true digit (row) read by proportion as digit (column), all seeds together.</summary>
    public IReadOnlyList<int> Confusion => [.. Enumerable.Range(0, 100).Select(cell => Runs.Sum(run => run.Confusion[cell]))];
}
