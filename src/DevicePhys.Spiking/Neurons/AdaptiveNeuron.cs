using DevicePhys.Spiking.Brian2;

namespace DevicePhys.Spiking.Neurons;

/// <summary>An integrate-and-fire neuron whose threshold rises with every spike and is forgotten slowly.</summary>
/// <remarks>
/// The membrane is that of <see cref="LifSettings"/>; a spike is fired where v > Vt + θ, τθ dθ/dt = -θ, and θ grows by a fixed amount per spike
/// (as in Diehl and Cook, Front. Comput. Neurosci. 9, 99, 2015). The adaptation of the states is θ. Integrated exactly.
/// </remarks>
public readonly struct AdaptiveNeuron : INeuronModel
{
    private readonly LifSettings settings;
    private readonly LifCoefficients exact;
    private readonly double decay, perSpike, tau;

    /// <summary>Reads the constants.</summary>
    /// <param name="settings">The membrane and the synapses.</param>
    /// <param name="tau">How fast the adaptation is forgotten [s].</param>
    /// <param name="perSpike">What a spike adds to the threshold [V].</param>
    /// <param name="timeStep">The time step of the network [s].</param>
    public AdaptiveNeuron(LifSettings settings, double tau, double perSpike, double timeStep)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        Check.Positive(tau, "The time constant of the threshold", "s");
        Check.NotNegative(perSpike, "The rise of the threshold per spike", "V");
        (this.settings, this.tau, this.perSpike) = (settings, tau, perSpike);
        exact = new(settings, timeStep);
        decay = Math.Exp(-timeStep / tau);
    }

    /// <inheritdoc/>
    public double Refractory => settings.Refractory;

    /// <inheritdoc/>
    public NeuronStates Initial => new(settings.Reset, 0, 0, 0, 0);

    /// <inheritdoc/>
    public Brian2Model? Brian2 => new(
        "dv/dt = (El - v + ge + gi + drive)/(taum*second) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1\ndadapt/dt = -adapt/(tauw*second) : 1\ndrive : 1",
        "v > Vt + adapt", "v = Vr; adapt += rise", settings.Refractory, "exact",
        new Dictionary<string, double>
        {
            ["El"] = settings.Rest, ["Vt"] = settings.Threshold, ["Vr"] = settings.Reset, ["taum"] = settings.TauMembrane, ["taue"] = settings.TauExcitatory,
            ["taui"] = settings.TauInhibitory, ["tauw"] = tau, ["rise"] = perSpike,
        });

    /// <inheritdoc/>
    public bool Advance(ref NeuronStates states, bool held)
    {
        var (ge, gi, rest) = (states.Excitatory, states.Inhibitory, settings.Rest + states.Drive);
        (states.Excitatory, states.Inhibitory) = (ge * exact.Excitatory, gi * exact.Inhibitory);
        states.Adaptation *= decay;
        if (held)
            return false;
        states.Potential = rest + ((states.Potential - rest) * exact.Membrane) + (ge * exact.FromExcitatory) + (gi * exact.FromInhibitory);
        return states.Potential > settings.Threshold + states.Adaptation;
    }

    /// <inheritdoc/>
    public void Reset(ref NeuronStates states)
    {
        states.Potential = settings.Reset;
        states.Adaptation += perSpike;
    }
}
