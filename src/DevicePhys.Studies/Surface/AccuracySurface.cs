using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Surface;

/// <summary>The accuracy of the device network over D2D, C2C, states, wire resistance and converter bits.</summary>
/// <remarks>
/// Learning rate and weight scale stay those of the settings, as in <see cref="MnistSweep"/>: far from the card's own point the surface is a lower bound. Points of more
/// states keep the chance that one pulse moves a half-filled device.
/// </remarks>
public static class AccuracySurface
{
    /// <summary>Works out points one after the other.</summary>
    /// <param name="wanted">Which ones; those that share a table should follow each other.</param>
    /// <param name="settings">The network and all that is not varied.</param>
    /// <param name="data">The images.</param>
    /// <param name="card">The device.</param>
    /// <param name="options">How tables are made.</param>
    /// <param name="found">Told every point as soon as it is there; answers whether to go on.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Run(
        IReadOnlyList<SurfaceSetting> wanted,
        MnistSettings settings,
        DigitSet data,
        Card card,
        CharacterizationOptions options,
        Func<SurfacePoint, bool> found,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(found);
        var own = SurfaceGrid.Own(settings, card, options);
        (string Hash, PulseTable Table)? last = null;
        for (var k = 0; k < wanted.Count; k++)
        {
            var (device, network) = (card, settings with { Checkpoints = 1 });
            foreach (var quantity in SurfaceGrid.Quantities.Where(quantity => wanted[k][quantity] != own[quantity]))
            {
                (device, network) = SweptValue.Set(quantity, wanted[k][quantity], network, device, options);
            }

            var table = last is { } made && made.Hash == device.Hash ? made.Table : Characterization.Run(device, options, null, cancellation);
            last = (device.Hash, table);
            var result = MnistStudy.RunDevice(network, data, table, null, cancellation);
            if (!found(new SurfacePoint(wanted[k], [.. result.Runs.Select(run => run.Accuracy)])))
            {
                return;
            }

            progress?.Report(new WorkProgress("accuracy surface", (double)(k + 1) / wanted.Count));
        }
    }
}
