namespace DevicePhys.Validation.Networks;

/// <summary>The main job: MNIST with skyrmion synapses and in software.</summary>
public sealed class SkyrmionMnist : IValidation
{
    /// <inheritdoc/>
    public string Id => "V28";

    /// <inheritdoc/>
    public string Claim => "MNIST, 784-100-10, 15,000 presentations, mean of 10 seeds";

    /// <inheritdoc/>
    public string Source => "Song et al., Nature Electronics 3, 148 (2020): ≈89 % (abstract), 90 % (press) against ≈93–94 % in software";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        if (MnistAccuracy.Find() is not { } mnist)
        {
            return [Check.Unmeasured("software", 93.2, "%", MnistAccuracy.Needs), Check.Unmeasured("skyrmion synapse", 90, "%", MnistAccuracy.Needs)];
        }

        return
        [
            Check.Between("software", 92.4, 94, "%", mnist.Ideal(run)),
            Check.Between("skyrmion synapse", 89, 91, "%", mnist.Device("SkyrmionSynapse.Song2020", run)),
        ];
    }
}
