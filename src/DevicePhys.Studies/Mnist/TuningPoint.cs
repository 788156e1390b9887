using DevicePhys.Statistics;

namespace DevicePhys.Studies.Mnist;

/// <summary>One setting tried on the validation images.</summary>
/// <param name="Network">"ideal" or "device".</param>
/// <param name="Rate">Learning rate.</param>
/// <param name="WeightScale">Weight scale; absent for ideal weights, which have none.</param>
/// <param name="Accuracy">Accuracy on the validation images [%].</param>
public sealed record TuningPoint(string Network, double Rate, double? WeightScale, ConfidenceInterval Accuracy);
