using DevicePhys.Spiking.Memory;

namespace DevicePhys.Studies.Spiking;

/// <summary>The outcome of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="LabelAverage">Test accuracy where every digit is the mean of the neurons labelled with it [%].</param>
/// <param name="Proportion">Test accuracy where every neuron votes in proportion to its answers to each digit [%].</param>
/// <param name="Labelled">Neurons that answered to any digit.</param>
/// <param name="Presentations">How often images were shown while learning, repeats included.</param>
/// <param name="InputSpikes">Input spikes per test image.</param>
/// <param name="Spikes">Excitatory spikes per test image.</param>
/// <param name="Price">What a test image costs in the memory [J]; null without one.</param>
/// <param name="LearningPrice">What a training image costs in the memory [J]; null without one.</param>
public sealed record SpikingDigitsRun(
    ulong Seed, double LabelAverage, double Proportion, int Labelled, long Presentations, double InputSpikes, double Spikes, MemoryPrice? Price, MemoryPrice? LearningPrice);
