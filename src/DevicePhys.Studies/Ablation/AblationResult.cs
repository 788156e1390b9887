using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Ablation;

/// <summary>The outcome of an ablation.</summary>
/// <param name="Full">The network with all effects.</param>
/// <param name="None">The network of linear, symmetric, equal devices with many states, ideal wires and no converters.</param>
/// <param name="Points">One for each effect that the network has.</param>
public sealed record AblationResult(MnistResult Full, MnistResult None, IReadOnlyList<AblationPoint> Points);
