using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Validation.Networks;

/// <summary>The main job: MNIST with skyrmion synapses, with saturating writes, and in software.</summary>
public sealed class SkyrmionMnist : IValidation
{
    private const string Needs = "needs MNIST: set DEVICEPHYS_DATA to a folder with mnist/";

    /// <inheritdoc/>
    public string Id => "V28";

    /// <inheritdoc/>
    public string Claim => "MNIST, 784-100-10, 15,000 presentations, mean of 10 seeds";

    /// <inheritdoc/>
    public string Source => "Song et al., Nature Electronics 3, 148 (2020): ≈89 % (abstract), 90 % (press) against ≈93–94 % in software; saturating writes: separate program, −2 to −5 points";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        if (new MnistData(DataFolders.FromEnvironment()).FindNamed() is not { } digits)
        {
            yield return Check.Unmeasured("software", 93.2, "%", Needs);
            yield return Check.Unmeasured("skyrmion synapse", 90, "%", Needs);
            yield return Check.Unmeasured("saturating writes less linear ones", -3.5, "%", Needs);
            yield break;
        }

        var settings = new MnistSettings();
        var ideal = MnistStudy.RunIdeal(settings, digits, run.Progress, run.Cancellation).Accuracy.Mean;
        yield return Check.Between("software", 92.4, 94, "%", ideal);
        var linear = Device("SkyrmionSynapse.Song2020");
        yield return Check.Between("skyrmion synapse", 89, 91, "%", linear);
        yield return Check.Between("saturating writes less linear ones", -5, -2, "%", Device("SkyrmionSynapse.Saturating") - linear);

        double Device(string card)
        {
            var table = Characterization.Run(DeviceCatalog.Default.Card(card), new CharacterizationOptions(), run.Progress, run.Cancellation);
            return MnistStudy.RunDevice(settings, digits, table, run.Progress, run.Cancellation).Accuracy.Mean;
        }
    }
}
