namespace DevicePhys.Validation.Networks;

/// <summary>The published figures of neuromorphic efficiency, held against each other: what any accuracy per joule is compared with.</summary>
public sealed class EfficiencyAnchors : IValidation
{
    // Adult brain: some 20 W (Attwell, Laughlin, J. Cereb. Blood Flow Metab. 21, 1133 (2001)); 10 fJ per synaptic event is the article's figure.
    private const double BrainPower = 20, BrainEvent = 10e-15, Synapses = 1e14, MeanRate = 20;

    // TrueNorth while it watches 400 × 240 pixels at 30 frames/s (Merolla et al., Science 345, 668 (2014)); 26 pJ per synaptic event recalled.
    private const double ChipPower = 63e-3, ChipEvent = 26e-12;

    /// <inheritdoc/>
    public string Id => "V41";

    /// <inheritdoc/>
    public string Claim => "Published efficiencies agree with each other";

    /// <inheritdoc/>
    public string Source => "article of the project; Merolla et al., Science 345, 668 (2014); GrAI One, Linley 2019";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.Relative("brain: 20 W over 10 fJ, against 1e14 synapses at 20 Hz", Synapses * MeanRate, "1/s", 1e-9, BrainPower / BrainEvent);
        yield return Check.Between("TrueNorth: 63 mW over 26 pJ, per watt", 38e9, 46e9, "1/(s W)", ChipPower / ChipEvent / ChipPower)
            .Reported("the event energy is recalled; the press quotes up to 400e9 at the peak");
        yield return Check.Relative("GrAI One: 196 cores of 1024 neurons", 200_704, "", 1e-9, 196.0 * 1024);
    }
}
