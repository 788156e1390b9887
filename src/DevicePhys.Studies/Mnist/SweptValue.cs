using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Wires;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;

namespace DevicePhys.Studies.Mnist;

/// <summary>A swept quantity as it stands in a card and in the settings of a network.</summary>
internal static class SweptValue
{
    /// <summary>Where no converters stand, a sweep shows as many bits as single precision has: the same to every digit shown.</summary>
    public const int MostBits = 24;

    /// <summary>The value of the card or of the settings.</summary>
    /// <exception cref="ArgumentException">The card has no such quantity.</exception>
    public static double Own(SweepQuantity quantity, MnistSettings settings, Card card, CharacterizationOptions options) => quantity switch
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

    /// <summary>Card and settings with another value.</summary>
    /// <exception cref="ArgumentException">The card has no such quantity.</exception>
    public static (Card Card, MnistSettings Settings) Set(
        SweepQuantity quantity, double value, MnistSettings settings, Card card, CharacterizationOptions options) => quantity switch
    {
        SweepQuantity.States => (WithSites(card, value, options), settings),
        SweepQuantity.Success => (PulseSuccess.WithSuccess(card, value, options), settings),
        SweepQuantity.D2D => (card.ScaleSpread(SpreadOrigin.DeviceToDevice, value), settings),
        SweepQuantity.C2C => (card.With("SizeSpread", value), settings),
        SweepQuantity.Kappa => (PulseSuccess.WithSuccess(card.With("Kappa", value), PulseSuccess.Of(card, options), options), settings),
        SweepQuantity.Wire => (card, settings with { Wires = value == 0 ? null : new WireSettings(value, value) }),
        SweepQuantity.Adc => (card, settings with { Adc = value >= MostBits ? null : new AdcSettings((int)value) }),
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
