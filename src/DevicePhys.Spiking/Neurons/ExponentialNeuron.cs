using DevicePhys.Spiking.Brian2;

namespace DevicePhys.Spiking.Neurons;

/// <summary>An integrate-and-fire neuron with an exponential upswing and adaptation (AdEx).</summary>
/// <remarks>
/// Brette, Gerstner, J. Neurophysiol. 94, 3637 (2005), divided by the leak: τm dv/dt = El - v + Δ exp((v - VT)/Δ) - w + ge + gi + drive,
/// τw dw/dt = a (v - El) - w; above the cut-off v becomes the reset value and w grows by b. a = b = 0 is the exponential neuron of Fourcaud-Trocmé et al.,
/// J. Neurosci. 23, 11628 (2003). Explicit Euler, first order, as is usual for it: the time step should be at most 0.1 ms. The adaptation of the states is w.
/// </remarks>
public readonly struct ExponentialNeuron : INeuronModel
{
    private readonly ExponentialNeuronSettings settings;
    private readonly double membrane, excitatory, inhibitory, adaptation;

    /// <summary>Reads the constants.</summary>
    /// <param name="settings">The constants.</param>
    /// <param name="timeStep">The time step of the network [s].</param>
    public ExponentialNeuron(ExponentialNeuronSettings settings, double timeStep)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.settings = settings;
        (membrane, adaptation) = (timeStep / settings.TauMembrane, timeStep / settings.TauAdaptation);
        (excitatory, inhibitory) = (timeStep / settings.TauExcitatory, timeStep / settings.TauInhibitory);
    }

    /// <inheritdoc/>
    public double Refractory => settings.Refractory;

    /// <inheritdoc/>
    public NeuronStates Initial => new(settings.Rest, 0, 0, 0, 0);

    /// <inheritdoc/>
    public Brian2Model? Brian2 => new(
        "dv/dt = (El - v + Delta*exp((v - VT)/Delta) - adapt + ge + gi + drive)/(taum*second) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1\ndadapt/dt = (a*(v - El) - adapt)/(tauw*second) : 1\ndrive : 1",
        "v > Vcut", "v = Vr; adapt += jump", settings.Refractory, "euler",
        new Dictionary<string, double>
        {
            ["El"] = settings.Rest, ["VT"] = settings.Threshold, ["Delta"] = settings.Sharpness, ["Vcut"] = settings.CutOff, ["Vr"] = settings.Reset,
            ["a"] = settings.Subthreshold, ["jump"] = settings.PerSpike, ["taum"] = settings.TauMembrane, ["taue"] = settings.TauExcitatory,
            ["taui"] = settings.TauInhibitory, ["tauw"] = settings.TauAdaptation,
        });

    /// <inheritdoc/>
    public bool Advance(ref NeuronStates states, bool held)
    {
        var (v, ge, gi, w) = (states.Potential, states.Excitatory, states.Inhibitory, states.Adaptation);
        (states.Excitatory, states.Inhibitory) = (ge - (excitatory * ge), gi - (inhibitory * gi));
        states.Adaptation = w + (adaptation * ((settings.Subthreshold * (v - settings.Rest)) - w));
        if (held)
            return false;
        var upswing = settings.Sharpness * Math.Exp((v - settings.Threshold) / settings.Sharpness);
        states.Potential = v + (membrane * (settings.Rest - v + upswing - w + ge + gi + states.Drive));
        return states.Potential > settings.CutOff;
    }

    /// <inheritdoc/>
    public void Reset(ref NeuronStates states)
    {
        states.Potential = settings.Reset;
        states.Adaptation += settings.PerSpike;
    }
}
