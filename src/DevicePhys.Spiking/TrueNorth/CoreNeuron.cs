namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A neuron of a TrueNorth-like core: integers only, and chance where it is asked for.</summary>
/// <remarks>
/// <para>Cassidy et al., IJCNN 2013, its equations recalled, so reconstructed. A tick does, with rho a new random number wherever it stands:</para>
/// <para>synapses: V += sum over active axons i with a synapse of s(G(i)), G the axon's type; where that type is stochastic, sgn(s) with the chance of |s| >= rho (8 bits) instead;</para>
/// <para>leak: V += Omega λ, Omega = sgn(V) with leak reversal and 1 without; a stochastic leak is sgn(λ) where |λ| >= rho (8 bits);</para>
/// <para>threshold: eta = rho and mask (18 bits). V >= α + eta: a spike and a reset, to R, to V - (α + eta), or none. Otherwise, with saturation, V &lt; -β becomes -β;
/// without it V &lt; -(β + eta) becomes -R, V + β + eta, or stays.</para>
/// <para>Departure: the potential of 20 bits stops at its ends, once after all synapses and once after the leak.</para>
/// </remarks>
public sealed record CoreNeuron
{
    /// <summary>Weights of the four axon types, -255 to 255.</summary>
    public IReadOnlyList<int> Weights { get; init; } = [1, 1, -1, -1];

    /// <summary>Which axon types have stochastic synapses, four.</summary>
    public IReadOnlyList<bool> StochasticWeights { get; init; } = [false, false, false, false];

    /// <summary>The leak λ of a tick, -255 to 255.</summary>
    public int Leak { get; init; }

    /// <summary>Whether the leak has the sign of the potential: λ above 0 drives it away from 0, below 0 towards it.</summary>
    public bool LeakReversal { get; init; }

    /// <summary>Whether the leak is by chance.</summary>
    public bool StochasticLeak { get; init; }

    /// <summary>The threshold α, 0 to 2^18 - 1.</summary>
    public int Threshold { get; init; } = 1;

    /// <summary>The bits of chance added to both thresholds, 0 to 2^18 - 1.</summary>
    public int ThresholdMask { get; init; }

    /// <summary>The negative threshold β, 0 to 2^18 - 1; it stands at -β.</summary>
    public int NegativeThreshold { get; init; }

    /// <summary>Whether the potential stops at the negative threshold, else it is reset there as at the positive one.</summary>
    public bool Saturates { get; init; } = true;

    /// <summary>The reset.</summary>
    public ResetMode Reset { get; init; }

    /// <summary>The reset potential R, within 20 bits.</summary>
    public int ResetPotential { get; init; }

    /// <summary>The potential at the start, within 20 bits.</summary>
    public int InitialPotential { get; init; }

    /// <summary>The largest potential; the least is its negative.</summary>
    public const int Limit = (1 << 19) - 1;

    internal bool IsStochastic => StochasticLeak || ThresholdMask != 0 || StochasticWeights.Contains(true);

    internal void Validate()
    {
        if (Weights.Count != CoreSettings.Types || StochasticWeights.Count != CoreSettings.Types)
            throw new ArgumentException($"A neuron has {Weights.Count} weights and {StochasticWeights.Count} stochastic flags: {CoreSettings.Types} of each are expected.");
        foreach (var weight in Weights)
            Range(weight, -255, 255, "The weight of a neuron");
        Range(Leak, -255, 255, "The leak of a neuron");
        Range(Threshold, 0, (1 << 18) - 1, "The threshold of a neuron");
        Range(ThresholdMask, 0, (1 << 18) - 1, "The threshold mask of a neuron");
        Range(NegativeThreshold, 0, (1 << 18) - 1, "The negative threshold of a neuron");
        Range(ResetPotential, -Limit, Limit, "The reset potential of a neuron");
        Range(InitialPotential, -Limit, Limit, "The first potential of a neuron");
        if (!Enum.IsDefined(Reset))
            throw new ArgumentException($"The reset of a neuron is {Reset}: Normal, Linear or None is expected.");
    }

    internal static void Range(int value, int lowest, int highest, string name)
    {
        if (value < lowest || value > highest)
            throw new ArgumentException($"{name} is {value}: {lowest} to {highest} is expected.");
    }
}
