namespace DevicePhys.Spiking.Neurons;

/// <summary>A leaky integrate-and-fire neuron of 8 bits, as digital cores have it.</summary>
/// <remarks>
/// V is a whole number from -128 to 127, every addition saturates. Per step: V moves towards 0 by the leak, the inputs are added, and a spike is fired where V ≥ threshold;
/// then V = reset. Synaptic inputs last one step and are rounded to whole numbers; synapses onto the membrane add event by event, as in Frenkel et al.,
/// IEEE Trans. Biomed. Circuits Syst. 13, 145 (2019). Potentials are in units of the last bit, not in V.
/// </remarks>
public readonly struct IntegerNeuron : INeuronModel
{
    private readonly int threshold, leak, reset;

    /// <summary>Reads the constants.</summary>
    /// <param name="threshold">From 1 to 127.</param>
    /// <param name="leak">What is lost per step, from 0 to 127.</param>
    /// <param name="reset">What V is after a spike, below the threshold.</param>
    /// <exception cref="ArgumentException">A constant is out of range.</exception>
    public IntegerNeuron(int threshold, int leak, int reset = 0)
    {
        if (threshold is < 1 or > sbyte.MaxValue)
            throw new ArgumentException($"The threshold is {threshold}: 1 to 127 is expected.");
        if (leak is < 0 or > sbyte.MaxValue)
            throw new ArgumentException($"The leak is {leak}: 0 to 127 is expected.");
        if (reset < sbyte.MinValue || reset >= threshold)
            throw new ArgumentException($"The reset is {reset}: -128 to {threshold - 1} is expected.");
        (this.threshold, this.leak, this.reset) = (threshold, leak, reset);
    }

    /// <inheritdoc/>
    public double Refractory => 0;

    /// <inheritdoc/>
    public NeuronStates Initial => new(reset, 0, 0, 0, 0);

    /// <inheritdoc/>
    public bool Advance(ref NeuronStates states, bool held)
    {
        var v = (int)states.Potential;
        v -= Math.Sign(v) * Math.Min(leak, Math.Abs(v));
        v = Saturated(v + Math.Round(states.Excitatory) + Math.Round(states.Inhibitory) + Math.Round(states.Drive));
        (states.Potential, states.Excitatory, states.Inhibitory) = (v, 0, 0);
        return v >= threshold;
    }

    /// <inheritdoc/>
    public void Kick(ref NeuronStates states, double weight) => states.Potential = Saturated(states.Potential + Math.Round(weight));

    /// <inheritdoc/>
    public void Reset(ref NeuronStates states) => states.Potential = reset;

    private static int Saturated(double value) => (int)Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue);
}
