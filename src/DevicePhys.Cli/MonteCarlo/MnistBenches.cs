using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>Makes the bench of a trained network.</summary>
internal static class MnistBenches
{
    /// <summary>Loads the images and makes the bench.</summary>
    /// <param name="folder">The folder with the four MNIST files, or null.</param>
    /// <param name="presentations">Training images shown.</param>
    /// <param name="tables">How pulse tables are made.</param>
    /// <param name="session">Told where the images come from.</param>
    public static async Task<MnistBench> Make(string? folder, int presentations, CharacterizationOptions tables, Session session)
    {
        var digits = await new MnistData(DataFolders.FromEnvironment(folder)).LoadAsync(null, session.Cancellation);
        if (digits.Notice is not null)
            session.Warn(digits.Notice);
        var settings = new MnistSettings { Presentations = presentations, Checkpoints = 1 };
        settings.Check();
        return new MnistBench(digits, settings, tables);
    }
}
