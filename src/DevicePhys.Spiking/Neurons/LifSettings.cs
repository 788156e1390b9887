namespace DevicePhys.Spiking.Neurons;

/// <summary>The constants of a population of leaky integrate-and-fire neurons with exponential synaptic currents.</summary>
/// <remarks>
/// <para>τm dv/dt = El - v + ge + gi, τe dge/dt = -ge, τi dgi/dt = -gi; ge and gi are synaptic currents times the membrane resistance, so in V.
/// A spike is fired where v is above the threshold; v then stays at the reset value for the refractory time, while ge and gi go on.</para>
/// <para>Defaults: the current-based benchmark (CUBA) of Brette et al., J. Comput. Neurosci. 23, 349 (2007), after Vogels and Abbott,
/// J. Neurosci. 25, 10786 (2005).</para>
/// </remarks>
public sealed record LifSettings
{
    /// <summary>The membrane time constant τm [s].</summary>
    public double TauMembrane { get; init; } = 20e-3;

    /// <summary>The time constant of the excitatory current τe [s].</summary>
    public double TauExcitatory { get; init; } = 5e-3;

    /// <summary>The time constant of the inhibitory current τi [s].</summary>
    public double TauInhibitory { get; init; } = 10e-3;

    /// <summary>The potential El the membrane decays to without input [V]; above the threshold, the neuron fires by itself.</summary>
    public double Rest { get; init; } = -49e-3;

    /// <summary>The potential after a spike [V].</summary>
    public double Reset { get; init; } = -60e-3;

    /// <summary>The potential above which a spike is fired [V].</summary>
    public double Threshold { get; init; } = -50e-3;

    /// <summary>For how long the membrane stays at the reset value after a spike [s].</summary>
    public double Refractory { get; init; } = 5e-3;

    internal void Validate()
    {
        Check.Positive(TauMembrane, nameof(TauMembrane), "s");
        Check.Positive(TauExcitatory, nameof(TauExcitatory), "s");
        Check.Positive(TauInhibitory, nameof(TauInhibitory), "s");
        Check.NotNegative(Refractory, nameof(Refractory), "s");
        Check.Finite(Rest, nameof(Rest), "V");
        Check.Below(Reset, nameof(Reset), Threshold, nameof(Threshold));
    }
}
