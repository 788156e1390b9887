using DevicePhys.Spiking.Brian2;

namespace DevicePhys.Spiking.Neurons;

/// <summary>An integrate-and-fire neuron whose synapses are conductances.</summary>
/// <remarks>
/// τm dv/dt = El - v + ge (Ee - v) + gi (Ei - v) + drive, τe dge/dt = -ge, τi dgi/dt = -gi; ge and gi in units of the leak. Brette et al., J. Comput. Neurosci. 23,
/// 349 (2007), the conductance-based benchmark (COBA). v moves exponentially towards its momentary goal with ge and gi of the step's beginning (exponential
/// Euler, first order), which no conductance makes unstable; ge and gi are exact.
/// </remarks>
public readonly struct ConductanceNeuron : INeuronModel
{
    private readonly ConductanceNeuronSettings settings;
    private readonly double relative, decayExcitatory, decayInhibitory;

    /// <summary>Reads the constants.</summary>
    /// <param name="settings">The constants.</param>
    /// <param name="timeStep">The time step of the network [s].</param>
    public ConductanceNeuron(ConductanceNeuronSettings settings, double timeStep)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.settings = settings;
        relative = timeStep / settings.TauMembrane;
        (decayExcitatory, decayInhibitory) = (Math.Exp(-timeStep / settings.TauExcitatory), Math.Exp(-timeStep / settings.TauInhibitory));
    }

    /// <inheritdoc/>
    public double Refractory => settings.Refractory;

    /// <inheritdoc/>
    public NeuronStates Initial => new(settings.Reset, 0, 0, 0, 0);

    /// <inheritdoc/>
    public Brian2Model? Brian2 => new(
        "dv/dt = (El - v + ge*(Ee - v) + gi*(Ei - v) + drive)/(taum*second) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1\ndrive : 1",
        "v > Vt", "v = Vr", settings.Refractory, "exponential_euler",
        new Dictionary<string, double>
        {
            ["El"] = settings.Rest, ["Ee"] = settings.ExcitatoryReversal, ["Ei"] = settings.InhibitoryReversal, ["Vt"] = settings.Threshold, ["Vr"] = settings.Reset,
            ["taum"] = settings.TauMembrane, ["taue"] = settings.TauExcitatory, ["taui"] = settings.TauInhibitory,
        });

    /// <inheritdoc/>
    public bool Advance(ref NeuronStates states, bool held)
    {
        var (ge, gi) = (states.Excitatory, states.Inhibitory);
        (states.Excitatory, states.Inhibitory) = (ge * decayExcitatory, gi * decayInhibitory);
        if (held)
            return false;
        var total = 1 + ge + gi;
        var goal = (settings.Rest + (ge * settings.ExcitatoryReversal) + (gi * settings.InhibitoryReversal) + states.Drive) / total;
        states.Potential = goal + ((states.Potential - goal) * Math.Exp(-total * relative));
        return states.Potential > settings.Threshold;
    }

    /// <inheritdoc/>
    public void Reset(ref NeuronStates states) => states.Potential = settings.Reset;
}
