namespace DevicePhys.Spiking.Neurons;

/// <summary>The constants of <see cref="ConductanceNeuron"/>; the defaults are the conductance-based benchmark of Brette et al. (2007).</summary>
public sealed record ConductanceNeuronSettings
{
    /// <summary>The membrane time constant [s].</summary>
    public double TauMembrane { get; init; } = 20e-3;

    /// <summary>The time constant of the excitatory conductance [s].</summary>
    public double TauExcitatory { get; init; } = 5e-3;

    /// <summary>The time constant of the inhibitory conductance [s].</summary>
    public double TauInhibitory { get; init; } = 10e-3;

    /// <summary>The potential without input [V].</summary>
    public double Rest { get; init; } = -60e-3;

    /// <summary>The potential after a spike [V].</summary>
    public double Reset { get; init; } = -60e-3;

    /// <summary>The potential above which a spike is fired [V].</summary>
    public double Threshold { get; init; } = -50e-3;

    /// <summary>The reversal potential of excitation [V].</summary>
    public double ExcitatoryReversal { get; init; }

    /// <summary>The reversal potential of inhibition [V].</summary>
    public double InhibitoryReversal { get; init; } = -80e-3;

    /// <summary>For how long the membrane is held after a spike [s].</summary>
    public double Refractory { get; init; } = 5e-3;

    internal void Validate()
    {
        Check.Positive(TauMembrane, nameof(TauMembrane), "s");
        Check.Positive(TauExcitatory, nameof(TauExcitatory), "s");
        Check.Positive(TauInhibitory, nameof(TauInhibitory), "s");
        Check.Finite(Rest, nameof(Rest), "V");
        Check.Finite(ExcitatoryReversal, nameof(ExcitatoryReversal), "V");
        Check.Finite(InhibitoryReversal, nameof(InhibitoryReversal), "V");
        Check.Below(Reset, nameof(Reset), Threshold, nameof(Threshold));
    }
}
