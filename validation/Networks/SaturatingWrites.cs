namespace DevicePhys.Validation.Networks;

/// <summary>What writes that saturate cost on MNIST.</summary>
public sealed class SaturatingWrites : IValidation
{
    /// <inheritdoc/>
    public string Id => "V29";

    /// <inheritdoc/>
    public string Claim => "MNIST, saturating skyrmion writes (κ = 1) less linear ones, mean of 10 seeds";

    /// <inheritdoc/>
    public string Source => "separate program with N = 16 and 32: −2 to −5 points";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run) => MnistAccuracy.Find() is { } mnist
        ? [Check.Between("", -5, -2, "%", mnist.Device("SkyrmionSynapse.Saturating", run) - mnist.Device("SkyrmionSynapse.Song2020", run))]
        : [Check.Unmeasured("", -3.5, "%", MnistAccuracy.Needs)];
}
