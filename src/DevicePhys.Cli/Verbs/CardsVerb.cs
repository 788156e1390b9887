using System.CommandLine;
using DevicePhys.Cli.Cards;
using DevicePhys.Devices;

namespace DevicePhys.Cli.Verbs;

/// <summary>cards: what is in the library, and every number of one card.</summary>
internal static class CardsVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var card = new Argument<string?>("card")
        {
            Description = "A card of the library or a .card.json file; without one, all cards of the library.",
            Arity = ArgumentArity.ZeroOrOne,
        }.Offer(Suggestions.Cards());
        return new Verb("cards", "List the device cards, or show every number of one with its source and status.", Run) { card };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            if (parse.GetValue(card) is { } name)
            {
                var one = DeviceCatalog.Default.Card(name);
                session.Say(CardText.Whole(one));
                session.Say(CardJson.One(one));
            }
            else
            {
                var all = DeviceCatalog.Default.Cards;
                session.Say(CardText.List(all));
                session.Say($"{CommandLine.Name} cards CARD shows one of them.");
                session.Say(CardJson.List(all));
            }

            return Task.FromResult(ExitCode.Ok);
        }
    }
}
