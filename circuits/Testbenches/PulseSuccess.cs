using DevicePhys.Cards;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The chance that a single pulse changes the count of a half-filled device, and the pulse that has a wished chance.</summary>
public static class PulseSuccess
{
    /// <summary>The chance of a card's own pulses, averaged over both polarities.</summary>
    /// <param name="card">The card; its first state must be a count.</param>
    /// <param name="options">Engine and catalog.</param>
    /// <returns>The chance, 0 to 1.</returns>
    public static double Of(Card card, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        return (Of(card, card.Pulses.Potentiation, options) + Of(card, card.Pulses.Depression, options)) / 2;
    }

    /// <summary>The chance of one pulse.</summary>
    /// <param name="card">The card.</param>
    /// <param name="pulse">The pulse.</param>
    /// <param name="options">Engine and catalog.</param>
    /// <returns>The chance, 0 to 1.</returns>
    public static double Of(Card card, Pulse pulse, CharacterizationOptions options)
    {
        var matrix = ExactChain.Of(card, pulse, options).Matrix.Span;
        var counts = (int)Math.Sqrt(matrix.Length);
        var half = counts / 2;
        return 1 - matrix[(half * counts) + half];
    }

    /// <summary>The same card with pulses just as wide as a wished chance asks, each polarity for itself.</summary>
    /// <param name="card">The card.</param>
    /// <param name="chance">The chance, above 0 and below 1.</param>
    /// <param name="options">Engine and catalog.</param>
    /// <returns>The card with other pulse widths.</returns>
    /// <exception cref="ArgumentException">No width between a hundredth and a hundred times the card's own reaches the chance.</exception>
    public static Card WithSuccess(Card card, double chance, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.With(card.Pulses with
        {
            Potentiation = Widen(card, card.Pulses.Potentiation, chance, options),
            Depression = Widen(card, card.Pulses.Depression, chance, options),
        });
    }

    private static Pulse Widen(Card card, Pulse pulse, double chance, CharacterizationOptions options)
    {
        var (low, high) = (Math.Log(pulse.Width / 100), Math.Log(pulse.Width * 100));
        if (!(Of(card, At(low), options) < chance && chance < Of(card, At(high), options)))
        {
            throw new ArgumentException($"{card.Id}: no pulse width between {Math.Exp(low)} s and {Math.Exp(high)} s has a success of {chance}.");
        }

        // The chance rises steadily with the width; a ten-thousandth of it is far below any spread.
        while (high - low > 1e-4)
        {
            var middle = (low + high) / 2;
            (low, high) = Of(card, At(middle), options) < chance ? (middle, high) : (low, middle);
        }

        return At((low + high) / 2);

        // The idle time stays, so that heat and gate recover as before.
        Pulse At(double logarithm) => pulse with { Width = Math.Exp(logarithm), Period = pulse.Period - pulse.Width + Math.Exp(logarithm) };
    }
}
