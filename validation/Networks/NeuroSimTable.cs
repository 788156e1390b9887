using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.NeuroSim;

namespace DevicePhys.Validation.Networks;

/// <summary>The device table of the MLP+NeuroSim benchmark.</summary>
public sealed class NeuroSimTable : IValidation
{
    private const string Undetermined =
        "the manual leaves the starting weights and a factor 2 of the learning rates open, on which devices of few levels depend";

    /// <inheritdoc/>
    public string Id => "V30";

    /// <inheritdoc/>
    public string Claim => "NeuroSim online learning, 400-100-10, 1,000,000 presentations, mean of 6 seeds";

    /// <inheritdoc/>
    public string Source => "MLP+NeuroSim V3.0 manual, Table II (32 nm)";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var digits = new MnistData(DataFolders.FromEnvironment()).FindNamed();
        var images = digits is null ? null : BinaryCrop.Of(digits);
        var settings = new NeuroSimSettings { Seeds = [1, 2, 3, 4, 5, 6] };
        foreach (var device in NeuroSimDevice.All)
        {
            if (images is null)
            {
                yield return Check.Unmeasured(device.Name, device.Accuracy, "%", MnistAccuracy.Needs);
                continue;
            }

            var card = DeviceCatalog.Default.Card(device.Card);
            var table = Characterization.Run(card, NeuroSimStudy.TableOptions, run.Progress, run.Cancellation);
            var accuracy = NeuroSimStudy.RunDevice(settings, images, card, table, run.Progress, run.Cancellation).Accuracy.Mean;
            var check = Check.Absolute(device.Name, device.Accuracy, "%", 4, accuracy);
            yield return device.Name is "Ag:a-Si" or "GST PCM" ? check : check.Reported(Undetermined);
        }
    }
}
