namespace DevicePhys.Spiking.Neurons;

/// <summary>The constants of <see cref="ExponentialNeuron"/>.</summary>
/// <remarks>Defaults: Brette, Gerstner (2005): C = 281 pF, gL = 30 nS, a = 4 nS, b = 80.5 pA, divided by gL; recalled, so reconstructed.</remarks>
public sealed record ExponentialNeuronSettings
{
    /// <summary>The membrane time constant C/gL [s].</summary>
    public double TauMembrane { get; init; } = 281e-12 / 30e-9;

    /// <summary>The time constant of the excitatory current [s].</summary>
    public double TauExcitatory { get; init; } = 5e-3;

    /// <summary>The time constant of the inhibitory current [s].</summary>
    public double TauInhibitory { get; init; } = 10e-3;

    /// <summary>The time constant of the adaptation [s].</summary>
    public double TauAdaptation { get; init; } = 144e-3;

    /// <summary>The potential without input [V].</summary>
    public double Rest { get; init; } = -70.6e-3;

    /// <summary>Where the upswing begins [V].</summary>
    public double Threshold { get; init; } = -50.4e-3;

    /// <summary>How gradually it begins [V].</summary>
    public double Sharpness { get; init; } = 2e-3;

    /// <summary>Where the upswing is cut off and counts as a spike [V].</summary>
    public double CutOff { get; init; } = -40.4e-3;

    /// <summary>The potential after a spike [V].</summary>
    public double Reset { get; init; } = -70.6e-3;

    /// <summary>What the adaptation follows the potential by, a/gL.</summary>
    public double Subthreshold { get; init; } = 4.0 / 30;

    /// <summary>What a spike adds to the adaptation, b/gL [V].</summary>
    public double PerSpike { get; init; } = 80.5e-12 / 30e-9;

    /// <summary>For how long the membrane is held after a spike [s].</summary>
    public double Refractory { get; init; }

    internal void Validate()
    {
        Check.Positive(TauMembrane, nameof(TauMembrane), "s");
        Check.Positive(TauExcitatory, nameof(TauExcitatory), "s");
        Check.Positive(TauInhibitory, nameof(TauInhibitory), "s");
        Check.Positive(TauAdaptation, nameof(TauAdaptation), "s");
        Check.Positive(Sharpness, nameof(Sharpness), "V");
        Check.Finite(Rest, nameof(Rest), "V");
        Check.Finite(Subthreshold, nameof(Subthreshold), "");
        Check.Finite(PerSpike, nameof(PerSpike), "V");
        Check.Below(Threshold, nameof(Threshold), CutOff, nameof(CutOff));
        Check.Below(Reset, nameof(Reset), CutOff, nameof(CutOff));
    }
}
