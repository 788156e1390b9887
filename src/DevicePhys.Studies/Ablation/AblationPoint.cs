using DevicePhys.Statistics;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Ablation;

/// <summary>What one effect costs.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Without">The network with everything but this effect.</param>
/// <param name="Alone">The network with this effect and no other.</param>
/// <param name="Cost">Accuracy without the effect less that of the full network, paired by seed [points].</param>
/// <param name="CostAlone">Accuracy without any effect less that with this one alone, paired by seed [points].</param>
public sealed record AblationPoint(Effect Effect, MnistResult Without, MnistResult Alone, ConfidenceInterval Cost, ConfidenceInterval CostAlone);
