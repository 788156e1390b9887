namespace DevicePhys.Arrays;

/// <summary>How an array of synapses stands for weights.</summary>
/// <param name="WeightScale">The weight of a pair whose devices are at opposite ends of the nominal range; weights reach from −scale to +scale.</param>
/// <param name="DeviceToDevice">Whether every device is drawn from the table's population, or all are the nominal device.</param>
/// <param name="InitialFill">Where the devices start, as a fraction of the range, on average: 0 is all reset, 0.5 leaves room both ways.</param>
/// <param name="InitialSpread">Half the width, as a fraction of the range, over which the starting pulses are spread; it breaks the symmetry of hidden layers.</param>
public sealed record SynapseSettings(double WeightScale, bool DeviceToDevice = true, double InitialFill = 0.5, double InitialSpread = 0.125);
