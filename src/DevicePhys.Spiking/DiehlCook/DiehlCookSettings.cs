namespace DevicePhys.Spiking.DiehlCook;

/// <summary>The constants of the unsupervised digit network of Diehl and Cook.</summary>
/// <remarks>
/// Diehl, Cook, Frontiers in Computational Neuroscience 9, 99 (2015), and the script published with it, recalled: status reconstructed. Departure: the
/// adaptation per spike is scaled by neurons / 400, since a smaller population shares the same input spikes among fewer cells and would raise its thresholds too fast.
/// </remarks>
public sealed record DiehlCookSettings
{
    /// <summary>Input cells, one per pixel.</summary>
    public int Inputs { get; init; } = 784;

    /// <summary>Excitatory neurons, and as many inhibitory ones.</summary>
    public int Neurons { get; init; } = 400;

    /// <summary>The time step [s].</summary>
    public double TimeStep { get; init; } = 0.5e-3;

    /// <summary>How long an image is shown [s].</summary>
    public double Presentation { get; init; } = 0.35;

    /// <summary>The rate of a pixel of full ink at an intensity of 1 [Hz].</summary>
    public double FullRate { get; init; } = 255.0 / 8;

    /// <summary>The intensity an image is first shown with.</summary>
    public double Intensity { get; init; } = 2;

    /// <summary>Excitatory spikes below which an image is shown again, one intensity stronger.</summary>
    public int FewestSpikes { get; init; } = 5;

    /// <summary>How often an image is shown again at most.</summary>
    public int Repeats { get; init; } = 10;

    /// <summary>The excitatory neurons.</summary>
    public ConductanceSettings Excitatory { get; init; } = new(100e-3, -65e-3, -65e-3, -72e-3, 0, -100e-3, 5e-3);

    /// <summary>The inhibitory neurons.</summary>
    public ConductanceSettings Inhibitory { get; init; } = new(10e-3, -60e-3, -45e-3, -40e-3, 0, -85e-3, 2e-3);

    /// <summary>Time constants of the excitatory and the inhibitory conductance [s].</summary>
    public (double Excitatory, double Inhibitory) Decay { get; init; } = (1e-3, 2e-3);

    /// <summary>What an excitatory spike adds to its own inhibitory neuron, in units of the leak.</summary>
    public double ToInhibitory { get; init; } = 10.4;

    /// <summary>What an inhibitory spike adds to every excitatory neuron but its own, in units of the leak.</summary>
    public double ToExcitatory { get; init; } = 17;

    /// <summary>The threshold's adaptation at the start [V].</summary>
    public double FirstAdaptation { get; init; } = 20e-3;

    /// <summary>What a spike adds to the adaptation of a population of 400 [V].</summary>
    public double AdaptationPerSpike { get; init; } = 0.05e-3;

    /// <summary>How fast the adaptation is forgotten while learning [s].</summary>
    public double AdaptationDecay { get; init; } = 1e4;

    /// <summary>Time constants of the traces: of an input spike, and the two of an output spike [s].</summary>
    public (double Pre, double Post1, double Post2) Traces { get; init; } = (20e-3, 20e-3, 40e-3);

    /// <summary>How much a weight loses at an input spike per post-synaptic trace, and gains at an output spike per product of traces.</summary>
    public (double Pre, double Post) LearningRates { get; init; } = (1e-4, 1e-2);

    /// <summary>What the weights of a neuron sum up to after each normalisation; the largest weight is 1.</summary>
    public double WeightSum { get; init; } = 78;

    /// <summary>Says in one sentence what cannot be.</summary>
    /// <exception cref="ArgumentException">A count below 1, or a time or rate that is not above 0.</exception>
    public void Validate()
    {
        Check.Count(Inputs, "The number of inputs");
        Check.Count(Neurons, "The number of neurons");
        Check.Positive(TimeStep, "The time step", "s");
        Check.Positive(Presentation, "The presentation", "s");
        Check.Positive(FullRate, "The rate of full ink", "Hz");
        Check.Positive(Intensity, "The intensity", "");
        Check.NotNegative(FewestSpikes, "The fewest spikes", "");
        Check.NotNegative(Repeats, "The number of repeats", "");
        Check.Positive(WeightSum, "The sum of weights", "");
        Check.Positive(AdaptationDecay, "The decay of the adaptation", "s");
        if (FullRate * (Intensity + Repeats) * TimeStep > 1)
            throw new ArgumentException(FormattableString.Invariant($"Full ink at {FullRate} Hz, {Repeats} repeats and a time step of {TimeStep} s gives more than one spike per step: a shorter step is expected."));
    }
}
