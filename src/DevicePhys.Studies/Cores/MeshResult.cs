using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Studies.Cores;

/// <summary>What a mesh of cores did.</summary>
/// <param name="Cores">Cores.</param>
/// <param name="Ticks">Ticks of 1 ms.</param>
/// <param name="Work">What was done in them.</param>
/// <param name="Rate">Spikes per neuron and second [Hz].</param>
/// <param name="SecondsPerTick">Time on the clock of a tick [s].</param>
/// <param name="RealTime">The tick over that time: 1 keeps up with the chip.</param>
/// <param name="EventEnergy">Energy of a synaptic event from cells and arithmetic [J]; null where there was none.</param>
public sealed record MeshResult(int Cores, int Ticks, CoreWork Work, double Rate, double SecondsPerTick, double RealTime, double? EventEnergy);
