namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The configuration of one neuron of a TrueNorth-like core: all numbers are whole.</summary>
/// <remarks>
/// Cassidy et al., IJCNN 2013, as recalled (status: reconstructed). With ρ a fresh random number of 8 bits wherever it stands (of 16 for the threshold), in one tick
/// <list type="number">
/// <item>synapses: for each active axon of type g that reaches it, V += s_g; a stochastic type adds sgn(s_g) where |s_g| ≥ ρ and nothing otherwise;</item>
/// <item>leak: V += Ω λ, with Ω = 1, or sgn(V) with leak reversal; a stochastic leak adds Ω sgn(λ) where |λ| ≥ ρ;</item>
/// <item>threshold: η = ρ and mask; V ≥ α + η is a spike, and V resets (<see cref="Reset"/>);
/// V &lt; −β saturates at −β where <see cref="Saturates"/>, otherwise V &lt; −(β + η) resets the other way round.</item>
/// </list>
/// The membrane has 20 bits with sign and saturates after the synapses and after the leak. Departure: where in a tick the hardware saturates is not published.
/// </remarks>
public sealed record TrueNorthNeuron
{
    /// <summary>The largest membrane value; the smallest is −1 less.</summary>
    public const int Most = (1 << 19) - 1;

    /// <summary>The weights of the four axon types, −255 to 255.</summary>
    public IReadOnlyList<int> Weights { get; init; } = [1, 1, 1, 1];

    /// <summary>Whether each type's weight is a chance instead of an amount.</summary>
    public IReadOnlyList<bool> StochasticWeights { get; init; } = [false, false, false, false];

    /// <summary>λ, −255 to 255.</summary>
    public int Leak { get; init; }

    /// <summary>Whether the leak is a chance instead of an amount.</summary>
    public bool StochasticLeak { get; init; }

    /// <summary>Whether the leak has the sign of the membrane: toward or away from 0.</summary>
    public bool LeakReversal { get; init; }

    /// <summary>α, 0 to 2^18 − 1.</summary>
    public int Threshold { get; init; } = 1;

    /// <summary>β, 0 to 2^18 − 1.</summary>
    public int NegativeThreshold { get; init; }

    /// <summary>Which bits of a random number are added to the thresholds, 0 to 2^16 − 1; 0 for none.</summary>
    public int ThresholdMask { get; init; }

    /// <summary>What the membrane does at a threshold.</summary>
    public TrueNorthReset Reset { get; init; }

    /// <summary>Whether the membrane stops at −β instead of resetting there.</summary>
    public bool Saturates { get; init; } = true;

    /// <summary>R, within the membrane's 20 bits, as is −R.</summary>
    public int ResetValue { get; init; }

    /// <summary>The membrane at the start.</summary>
    public int First { get; init; }

    /// <summary>Whether a tick of it draws a random number, input or not.</summary>
    internal bool DrawsAlways => StochasticLeak || ThresholdMask != 0;

    /// <summary>Says in one sentence what cannot be.</summary>
    /// <param name="name">What the neuron is called.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public void Validate(string name)
    {
        if (Weights.Count != 4 || StochasticWeights.Count != 4)
            throw new ArgumentException($"{name} has {Weights.Count} weights: one for each of the 4 axon types is expected.");
        foreach (var weight in Weights)
            Range(weight, -255, 255, "weight");
        Range(Leak, -255, 255, "leak");
        Range(Threshold, 0, (1 << 18) - 1, "threshold");
        Range(NegativeThreshold, 0, (1 << 18) - 1, "negative threshold");
        Range(ThresholdMask, 0, (1 << 16) - 1, "threshold mask");
        Range(ResetValue, -Most, Most, "reset value");
        Range(First, -Most - 1, Most, "first membrane value");

        void Range(int value, int least, int most, string what)
        {
            if (value < least || value > most)
                throw new ArgumentException($"{name}: its {what} is {value}, a number from {least} to {most} is expected.");
        }
    }
}
