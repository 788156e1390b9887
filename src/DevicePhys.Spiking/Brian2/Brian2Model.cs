namespace DevicePhys.Spiking.Brian2;

/// <summary>A neuron model in the words of Brian2, all states plain numbers in SI units.</summary>
/// <param name="Equations">The differential equations, one a line.</param>
/// <param name="Threshold">When a spike is fired.</param>
/// <param name="Reset">What a spike does.</param>
/// <param name="Refractory">For how long the membrane is held [s].</param>
/// <param name="Method">The integration that is the same as ours.</param>
/// <param name="Constants">The names in the equations, and their values.</param>
public sealed record Brian2Model(
    string Equations, string Threshold, string Reset, double Refractory, string Method, IReadOnlyDictionary<string, double> Constants);
