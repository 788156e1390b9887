using DevicePhys.Spiking.Memory;

namespace DevicePhys.Studies.Spiking;

/// <summary>The outcome of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="LabelAverage">Test accuracy where every digit is the mean of the neurons labelled with it [%].</param>
/// <param name="Proportion">Test accuracy where every neuron votes in proportion to its answers to each digit [%].</param>
/// <param name="Labels">[neurons]: the digit each neuron answers to most, −1 for one that never answered.</param>
/// <param name="Confusion">[10 × 10], row-major: test images of true digit (row) read by proportion as digit (column).</param>
/// <param name="Presentations">How often images were shown while learning, repeats included.</param>
/// <param name="InputSpikes">Input spikes per test image.</param>
/// <param name="Spikes">Excitatory spikes per test image.</param>
/// <param name="Price">What a test image costs in the memory [J]; null without one.</param>
/// <param name="LearningPrice">What a training image costs in the memory [J]; null without one.</param>
/// <param name="Writes">Cells that a training image changed, or pulses that it took; 0 without a memory.</param>
public sealed record SpikingDigitsRun(
    ulong Seed, double LabelAverage, double Proportion, IReadOnlyList<int> Labels, IReadOnlyList<int> Confusion, long Presentations, double InputSpikes, double Spikes,
    MemoryPrice? Price, MemoryPrice? LearningPrice, double Writes)
{
    /// <summary>Neurons that answered to any digit.</summary>
    public int Labelled => Labels.Count(label => label >= 0);
}
