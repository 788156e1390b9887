using DevicePhys.Errors;
using DevicePhys.Numbers;

namespace DevicePhys.Cards;

/// <summary>A card as one reading sees it.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <remarks>
/// A model reads it in its field initialisers and does not keep it. It remembers what was read, so that a parameter which no model reads
/// is found. Not thread safe: one instance builds one model.
/// </remarks>
public sealed class Card<T>
    where T : struct, IReal<T>
{
    private readonly Card card;
    private readonly Func<string, double, T> parameter;
    private readonly bool[] read;

    internal Card(Card card, Func<string, double, T> parameter) =>
        (this.card, this.parameter, read) = (card, parameter, new bool[card.Parameters.Count]);

    /// <summary>A parameter, in SI.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The SI unit it must have, empty for a pure number.</param>
    /// <exception cref="CardException">The card has no such parameter, or its unit measures something else.</exception>
    public T this[string name, string unit = ""] => parameter(name, Number(name, unit));

    /// <summary>A parameter as a plain number, for the range of a state or the width of a draw, which no reading follows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The SI unit it must have, empty for a pure number.</param>
    /// <returns>The value, in SI.</returns>
    /// <exception cref="CardException">The card has no such parameter, or its unit measures something else.</exception>
    public double Number(string name, string unit = "")
    {
        var place = card.Place(name);
        read[place] = true;
        return card.Value(place, unit);
    }

    /// <summary>An exception for a model to throw when its numbers contradict each other.</summary>
    /// <param name="name">The parameter to blame.</param>
    /// <param name="what">What is wrong and what is expected, without a full stop.</param>
    /// <returns>The exception, with a message that names the card and the parameter.</returns>
    public CardException Error(string name, string what) => card.Error($"parameter '{name}': {what}");

    /// <summary>Refuses a card with a parameter that the model has not read.</summary>
    internal void CheckAllRead()
    {
        var unread = Array.IndexOf(read, false);
        if (unread >= 0)
        {
            var used = card.Parameters.Where((_, place) => read[place]).Select(parameter => parameter.Name);
            throw card.Error(
                $"parameter '{card.Parameters[unread].Name}' is not used by model '{card.Model}', expected one of {Card.List(used)}");
        }
    }
}
