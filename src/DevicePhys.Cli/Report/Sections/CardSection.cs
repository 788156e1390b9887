using DevicePhys.Cards;
using DevicePhys.Cli.Cards;
using DevicePhys.Devices;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A card: every number with its unit, its source and how well it is known.</summary>
internal static class CardSection
{
    /// <summary>The section of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="source">Where it was read from.</param>
    /// <param name="hash">The hash that a run recorded; null when it recorded none.</param>
    public static ReportSection Of(Card card, string source, string? hash)
    {
        var blocks = new List<ReportBlock>();
        if (hash is not null && hash != card.Hash)
            blocks.Add(new ReportNote($"The run was made with other content of this card (hash {hash}) than it has now; the numbers below are those of now."));
        blocks.Add(new ReportTable("Parameters", [.. ParameterText.Headings, "source"], [.. card.Parameters.Select(parameter => (string[])[.. ParameterText.Cells(parameter), ParameterText.Source(parameter)])]));
        return new($"Card {card.Id}: {card.Title}", "card", source, [("reference", card.Reference), ("content", card.Hash)], blocks, []);
    }

    /// <summary>The sections of the cards that runs used, each once.</summary>
    public static IEnumerable<ReportSection> Of(IEnumerable<ReportSection> runs)
    {
        foreach (var used in runs.SelectMany(run => run.Cards).GroupBy(card => card.Id))
        {
            // A card file of the user's own may be gone, or the name a measured set's; the run itself is still whole.
            if (DeviceCatalog.Default.Cards.FirstOrDefault(card => card.Id == used.Key) is { } card)
                yield return Of(card, "library", used.Select(u => u.Hash).FirstOrDefault(hash => hash is not null && hash != card.Hash));
        }
    }
}
