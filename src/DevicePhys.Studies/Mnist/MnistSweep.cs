using DevicePhys.Arrays.Wires;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Mnist;

/// <summary>The accuracy of the device network against one quantity, everything else as in the default study.</summary>
/// <remarks>
/// So that nobody has to believe that a lucky setting was picked. Sweeps of states and of kappa keep the chance that one pulse moves a
/// half-filled device, through the pulse width, so that they vary one thing. Learning rate and weight scale stay those of the settings: a point far
/// from the default could gain from choosing them anew, so the curves are a lower bound there. A sweep of the wires is hard on purpose: one array of 784 rows, every cell of which leaks into the bit
/// line whether its row is driven or not. At 12 µS and 0.5 Ω such a line passes on half of its current, at 10 Ω an eighth, most of it from the rows next to the sense end; training goes on through the
/// wires and makes up for much of it. Tiles of fewer rows are the remedy (<see cref="Arrays.Mapping.AnalogMatrix"/>).
/// </remarks>
public static class MnistSweep
{
    /// <summary>The values a sweep visits; the card's own value is added where it is missing.</summary>
    /// <param name="quantity">What is varied.</param>
    /// <returns>The values, ascending.</returns>
    public static IReadOnlyList<double> Values(SweepQuantity quantity) => quantity switch
    {
        SweepQuantity.States => [4, 8, 12, 16, 22, 32, 64],
        SweepQuantity.Success => [0.3, 0.5, 0.7, 0.9, 0.95, 0.99],
        SweepQuantity.D2D => [0, 0.5, 1, 2, 3],
        SweepQuantity.C2C => [0, 0.1, 0.2, 0.4, 0.8],
        SweepQuantity.Kappa => [0, 0.25, 0.5, 0.75, 1],
        SweepQuantity.Wire => [0, 0.5, 1, 2, 5, 10],
        SweepQuantity.Adc => [2, 3, 4, 5, 6, 8, 12],
        SweepQuantity.WeightScale => [0.25, 0.5, 1, 2, 4],
        SweepQuantity.LearningRate => [0.05, 0.1, 0.2, 0.4, 0.8, 1.6],
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };

    /// <summary>Runs the sweep.</summary>
    /// <param name="quantity">What is varied.</param>
    /// <param name="settings">The settings of every point.</param>
    /// <param name="data">The images.</param>
    /// <param name="card">The device of the default point.</param>
    /// <param name="options">How tables are made.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the sweep.</param>
    /// <returns>One point per value, ascending.</returns>
    /// <exception cref="ArgumentException">The card has no such quantity.</exception>
    public static IReadOnlyList<SweepPoint> Run(
        SweepQuantity quantity,
        MnistSettings settings,
        DigitSet data,
        Card card,
        CharacterizationOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(card);
        var own = SweptValue.Own(quantity, settings, card, options);
        var values = Values(quantity).Append(own).Distinct().Order().ToArray();
        var brief = settings with { Checkpoints = 1 };
        var points = new List<SweepPoint>();
        (string Hash, PulseTable Table)? last = null;
        foreach (var value in values)
        {
            var (setCard, setting) = value == own ? (card, brief) : SweptValue.Set(quantity, value, brief, card, options);

            // Settings of the network leave the card, and so its table, as they are.
            var table = last is { } made && made.Hash == setCard.Hash ? made.Table : Characterization.Run(setCard, options, null, cancellation);
            last = (setCard.Hash, table);
            var result = MnistStudy.RunDevice(setting, data, table, null, cancellation);
            points.Add(new SweepPoint(value, value == own, result.Accuracy, [.. result.Runs.Select(run => run.Accuracy)])
            {
                LineShare = quantity == SweepQuantity.Wire ? LossyLine.Share(settings.Network.Widths[0], (table.Nominal.GMin + table.Nominal.GMax) / 2, value) : null,
            });
            progress?.Report(new WorkProgress($"sweep of {quantity}", (double)points.Count / values.Length));
        }

        return points;
    }
}
