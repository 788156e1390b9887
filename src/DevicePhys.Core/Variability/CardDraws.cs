using DevicePhys.Cards;
using DevicePhys.Sampling;

namespace DevicePhys.Variability;

/// <summary>Turns standard normal numbers into devices of a card: the D2D spreads as a function, which designs and importance sampling need.</summary>
/// <remarks>
/// The distribution is that of <see cref="Card.Sample"/>. A parameter that scatters alone takes one number; bounds cut its distribution by the
/// inverse of the distribution function, so that an even design stays even. A group takes one number for its common factor and one for each
/// member; where a member leaves its bounds the whole group is drawn again from the stream, which gives the cut distribution as well. Thread safe.
/// </remarks>
public sealed class CardDraws
{
    // Less than this outside the bounds is below the rounding of a distribution function.
    private const double Negligible = 1e-12;

    private readonly int[][] units;

    /// <summary>Sorts the spreads out.</summary>
    /// <param name="card">The card; those handed to <see cref="Draw"/> have the same spreads.</param>
    public CardDraws(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        units = CardSampler.Units(card.Parameters, SpreadOrigin.DeviceToDevice);
        Dimensions = units.Sum(unit => unit.Length + (Group(card, unit) is null ? 0 : 1));
        Inputs = [.. units.Select(unit => Group(card, unit) ?? card.Parameters[unit[0]].Name)];
        InputOf = [.. units.SelectMany((unit, input) => Enumerable.Repeat(input, unit.Length + (Group(card, unit) is null ? 0 : 1)))];
        Parameters = [.. units.SelectMany(unit => unit).Select(place => card.Parameters[place].Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>How many standard normal numbers make a device.</summary>
    public int Dimensions { get; }

    /// <summary>The names of the parameters that scatter, sorted.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>What scatters independently: parameters, and groups of them by their names.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>[Dimensions]: which of <see cref="Inputs"/> each number belongs to.</summary>
    public IReadOnlyList<int> InputOf { get; }

    /// <summary>The device at a point.</summary>
    /// <param name="card">The card.</param>
    /// <param name="normals">[Dimensions]: standard normal numbers.</param>
    /// <param name="again">Where a group that left its bounds is drawn from.</param>
    /// <returns>The card with every spread parameter at its value.</returns>
    /// <exception cref="Errors.CardException">No draw of a group fell within the bounds.</exception>
    public Card Draw(Card card, ReadOnlySpan<double> normals, RandomStream again)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(again);
        var origin = card;
        foreach (var unit in units)
        {
            if (Group(origin, unit) is null)
            {
                var parameter = origin.Parameters[unit[0]];
                card = card.With(parameter.Name, Cut(parameter, normals[0]));
                normals = normals[1..];
            }
            else
            {
                card = DrawGroup(card, origin, unit, normals[..(unit.Length + 1)], again);
                normals = normals[(unit.Length + 1)..];
            }
        }

        return card;
    }

    private static string? Group(Card card, int[] unit) => card.Parameters[unit[0]].D2D!.Group;

    private static double Cut(CardParameter parameter, double z)
    {
        var spread = parameter.D2D!;
        var (low, high) = parameter.ZBounds(spread);
        var (below, inside) = (CardParameter.Cumulative(low), CardParameter.Cumulative(high) - CardParameter.Cumulative(low));
        if (inside < 1 - Negligible)
        {
            var share = below + (inside * CardParameter.Cumulative(z));
            z = InverseNormal.Of(Math.Clamp(share, double.Epsilon, 1 - 1.1102230246251565e-16));
        }

        return Math.Clamp(CardSampler.Value(parameter.Value, spread, z), parameter.Lower, parameter.Upper);
    }

    private static Card DrawGroup(Card card, Card origin, int[] unit, ReadOnlySpan<double> normals, RandomStream again)
    {
        Span<double> numbers = stackalloc double[64];
        numbers = unit.Length < 64 ? numbers[..(unit.Length + 1)] : new double[unit.Length + 1];
        normals.CopyTo(numbers);
        for (var tries = 0; tries < CardSampler.Tries; tries++, again.FillNormal(numbers))
        {
            var (drawn, refused) = (card, false);
            for (var i = 0; i < unit.Length && !refused; i++)
            {
                var parameter = origin.Parameters[unit[i]];
                var spread = parameter.D2D!;
                var z = (spread.Correlation * numbers[0]) + (Math.Sqrt(1 - (spread.Correlation * spread.Correlation)) * numbers[i + 1]);
                var value = CardSampler.Value(parameter.Value, spread, z);
                refused = !parameter.Allows(value) || !double.IsFinite(value);
                drawn = refused ? drawn : drawn.With(parameter.Name, value);
            }

            if (!refused)
                return drawn;
        }

        throw origin.Error($"group '{Group(origin, unit)}': no draw fell within the bounds in {CardSampler.Tries} tries, expected a smaller spread or wider bounds");
    }
}
