namespace DevicePhys.Spiking.DiehlCook;

/// <summary>A leaky integrate-and-fire neuron whose synapses are conductances.</summary>
/// <param name="MembraneTime">The membrane's time constant [s].</param>
/// <param name="Rest">Where it rests [V].</param>
/// <param name="Reset">Where it goes after a spike [V].</param>
/// <param name="Threshold">Where it fires, adaptation left out [V].</param>
/// <param name="ExcitatoryReversal">What excitatory conductance pulls it to [V].</param>
/// <param name="InhibitoryReversal">What inhibitory conductance pulls it to [V].</param>
/// <param name="Refractory">How long it stays at its reset value after a spike [s].</param>
public sealed record ConductanceSettings(
    double MembraneTime, double Rest, double Reset, double Threshold, double ExcitatoryReversal, double InhibitoryReversal, double Refractory);
