using DevicePhys.Spiking.Memory;

namespace DevicePhys.Studies.Spiking;

/// <summary>Trained networks in one memory.</summary>
/// <param name="Memory">How the weights were held.</param>
/// <param name="Runs">The outcome of each seed.</param>
public sealed record RetentionPoint(SynapseMemorySettings Memory, IReadOnlyList<SpikingDigitsRun> Runs);
