using DevicePhys.Arrays.Converters;
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
/// from the default could gain from choosing them anew, so the curves are a lower bound there.
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

    /// <summary>Where no converters stand, the sweep shows as many bits as single precision has: the same to every digit shown.</summary>
    private const int MostBits = 24;

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
        var own = Own(quantity, settings, card, options);
        var values = Values(quantity).Append(own).Distinct().Order().ToArray();
        var brief = settings with { Checkpoints = 1 };
        var points = new List<SweepPoint>();
        (string Hash, PulseTable Table)? last = null;
        foreach (var value in values)
        {
            var (setCard, setting) = value == own ? (card, brief) : Set(quantity, value, brief, card, options);

            // Settings of the network leave the card, and so its table, as they are.
            var table = last is { } made && made.Hash == setCard.Hash ? made.Table : Characterization.Run(setCard, options, null, cancellation);
            last = (setCard.Hash, table);
            var result = MnistStudy.RunDevice(setting, data, table, null, cancellation);
            points.Add(new SweepPoint(value, value == own, result.Accuracy, [.. result.Runs.Select(run => run.Accuracy)]));
            progress?.Report(new WorkProgress($"sweep of {quantity}", (double)points.Count / values.Length));
        }

        return points;
    }

    private static double Own(SweepQuantity quantity, MnistSettings settings, Card card, CharacterizationOptions options) => quantity switch
    {
        SweepQuantity.States => card.Value(Need(card, quantity, "NMax")),
        SweepQuantity.Success => Math.Round(PulseSuccess.Of(card, options), 3),
        SweepQuantity.D2D => 1,
        SweepQuantity.C2C => card.Value(Need(card, quantity, "SizeSpread")),
        SweepQuantity.Kappa => card.Value(Need(card, quantity, "Kappa")),
        SweepQuantity.Wire => settings.Wires?.WordLineSegment ?? 0,
        SweepQuantity.Adc => settings.Adc?.Bits ?? MostBits,
        SweepQuantity.WeightScale => settings.WeightScale,
        SweepQuantity.LearningRate => settings.DeviceRate,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };

    private static (Card Card, MnistSettings Settings) Set(
        SweepQuantity quantity, double value, MnistSettings settings, Card card, CharacterizationOptions options) => quantity switch
    {
        SweepQuantity.States => (WithSites(card, value, options), settings),
        SweepQuantity.Success => (PulseSuccess.WithSuccess(card, value, options), settings),
        SweepQuantity.D2D => (card.ScaleSpread(SpreadOrigin.DeviceToDevice, value), settings),
        SweepQuantity.C2C => (card.With("SizeSpread", value), settings),
        SweepQuantity.Kappa => (PulseSuccess.WithSuccess(card.With("Kappa", value), PulseSuccess.Of(card, options), options), settings),
        SweepQuantity.Wire => (card, settings with { Wires = value == 0 ? null : new WireSettings(value, value) }),
        SweepQuantity.Adc => (card, settings with { Adc = new AdcSettings((int)value) }),
        SweepQuantity.WeightScale => (card, settings with { WeightScale = value }),
        _ => (card, settings with { DeviceRate = value }),
    };

    /// <summary>A larger zone for more skyrmions: coverage and success of a pulse stay, so that the number of states alone changes.</summary>
    private static Card WithSites(Card card, double sites, CharacterizationOptions options)
    {
        var larger = card.With("NMax", sites).With("ReadArea", card.Value("ReadArea", "m^2") * sites / card.Value("NMax"));
        return PulseSuccess.WithSuccess(larger, PulseSuccess.Of(card, options), options);
    }

    private static string Need(Card card, SweepQuantity quantity, string parameter) =>
        card.Parameters.Any(p => p.Name == parameter)
            ? parameter
            : throw new ArgumentException($"{card.Id}: a sweep of {quantity} needs a parameter '{parameter}', which this card does not have.");
}
