using DevicePhys.Spiking.Brian2;

namespace DevicePhys.Spiking.Neurons;

/// <summary>The two-variable neuron of Izhikevich.</summary>
/// <remarks>
/// Izhikevich, IEEE Trans. Neural Netw. 14, 1569 (2003): with v and u in mV and t in ms, v' = 0.04 v² + 5 v + 140 - u + I, u' = a (b v - u), and at 30 mV v becomes c
/// and u grows by d. Here in V and s, so 40 v² + 5 v + 0.14 per ms. Explicit Euler (the paper's script halves its steps of 1 ms; this one takes the
/// time step as it is, at most 0.5 ms is advised). The adaptation of the states is u; synaptic currents decay exactly as Euler lets them.
/// </remarks>
public readonly struct IzhikevichNeuron : INeuronModel
{
    private const double Peak = 30e-3;
    private readonly double a, b, c, d, step;

    /// <summary>Reads the constants; the defaults are the regular-spiking cell of the paper.</summary>
    /// <param name="timeStep">The time step of the network [s].</param>
    /// <param name="a">How fast u follows [1/ms].</param>
    /// <param name="b">What u follows v by.</param>
    /// <param name="c">The potential after a spike [V].</param>
    /// <param name="d">What a spike adds to u [V].</param>
    public IzhikevichNeuron(double timeStep, double a = 0.02, double b = 0.2, double c = -65e-3, double d = 8e-3)
    {
        Check.Positive(timeStep, "The time step", "s");
        Check.Finite(a, "a", "1/ms");
        Check.Finite(b, "b", "");
        Check.Finite(d, "d", "V");
        Check.Below(c, "c", Peak, "the peak");
        (this.a, this.b, this.c, this.d, step) = (a, b, c, d, timeStep / 1e-3);
    }

    /// <summary>The time constants of the synaptic currents [s].</summary>
    public static (double Excitatory, double Inhibitory) Tau => (5e-3, 10e-3);

    /// <inheritdoc/>
    public double Refractory => 0;

    /// <inheritdoc/>
    public NeuronStates Initial => new(c, 0, 0, b * c, 0);

    /// <inheritdoc/>
    public Brian2Model? Brian2 => new(
        "dv/dt = (40*v**2 + 5*v + 0.14 - adapt + ge + gi + drive)/(1*ms) : 1 (unless refractory)\ndge/dt = -ge/(taue*second) : 1\ndgi/dt = -gi/(taui*second) : 1\ndadapt/dt = a*(b*v - adapt)/(1*ms) : 1\ndrive : 1",
        "v > peak", "v = c; adapt += d", 0, "euler",
        new Dictionary<string, double> { ["a"] = a, ["b"] = b, ["c"] = c, ["d"] = d, ["peak"] = Peak, ["taue"] = Tau.Excitatory, ["taui"] = Tau.Inhibitory });

    /// <inheritdoc/>
    public bool Advance(ref NeuronStates states, bool held)
    {
        var (v, ge, gi, u) = (states.Potential, states.Excitatory, states.Inhibitory, states.Adaptation);
        states.Excitatory = ge - (step * 1e-3 / Tau.Excitatory * ge);
        states.Inhibitory = gi - (step * 1e-3 / Tau.Inhibitory * gi);
        states.Potential = v + (step * ((40 * v * v) + (5 * v) + 0.14 - u + ge + gi + states.Drive));
        states.Adaptation = u + (step * a * ((b * v) - u));
        return states.Potential > Peak;
    }

    /// <inheritdoc/>
    public void Reset(ref NeuronStates states)
    {
        states.Potential = c;
        states.Adaptation += d;
    }
}
