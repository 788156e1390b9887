namespace DevicePhys.Circuits.Testbenches;

/// <summary>The exact effect of one pulse slot on a counting device.</summary>
/// <param name="Matrix">
/// [Counts × Counts], row-major: the probability of the column's stored count after the slot, for the row's before it; rows sum to 1.
/// </param>
/// <param name="Unrecovered">
/// The largest probability, over the rows, that another count (such as a gate) is not back at its initial value when the next slot starts:
/// how far the slots are from being independent.
/// </param>
public sealed record PulseTransitions(ReadOnlyMemory<double> Matrix, double Unrecovered);
