namespace DevicePhys.Spiking.Memory;

/// <summary>What was done, counted.</summary>
/// <param name="Neurons">Neurons that a row of weights reaches.</param>
/// <param name="Rows">Rows read, one for each input spike.</param>
/// <param name="NeuronSteps">Neurons moved on by a time step.</param>
/// <param name="WriteBacks">Times all weights were written.</param>
/// <param name="Writes">Cells whose value was changed, or pulses given, by that.</param>
/// <param name="Time">How long it took in the network's own time [s].</param>
public sealed record SpikingWork(int Neurons, double Rows, double NeuronSteps, double WriteBacks, double Writes, double Time);
