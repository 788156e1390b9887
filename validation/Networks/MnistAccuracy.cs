using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Validation.Networks;

/// <summary>The main job with its default settings: mean accuracies over ten seeds.</summary>
internal sealed class MnistAccuracy
{
    /// <summary>What is missing when there is no MNIST.</summary>
    public const string Needs = "needs MNIST: set DEVICEPHYS_DATA to a folder with mnist/";

    private static readonly MnistSettings Settings = new();
    private readonly DigitSet digits;

    private MnistAccuracy(DigitSet digits) => this.digits = digits;

    /// <summary>Looks for MNIST where the user keeps data; null when it is not there.</summary>
    public static MnistAccuracy? Find() => new MnistData(DataFolders.FromEnvironment()).FindNamed() is { } digits ? new MnistAccuracy(digits) : null;

    /// <summary>Of the software network [%].</summary>
    public double Ideal(ValidationRun run) => MnistStudy.RunIdeal(Settings, digits, run.Progress, run.Cancellation).Accuracy.Mean;

    /// <summary>Of the network of a shipped card [%].</summary>
    public double Device(string card, ValidationRun run)
    {
        var table = Characterization.Run(DeviceCatalog.Default.Card(card), new CharacterizationOptions(), run.Progress, run.Cancellation);
        return MnistStudy.RunDevice(Settings, digits, table, run.Progress, run.Cancellation).Accuracy.Mean;
    }
}
