using DevicePhys.Cards;
using Spectre.Console;

namespace DevicePhys.Cli.Cards;

/// <summary>Cards as text.</summary>
internal static class CardText
{
    /// <summary>The cards of a library: how many of their numbers are how well known.</summary>
    public static Table List(IReadOnlyList<Card> cards)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("card", "what it is");
        var statuses = Enum.GetValues<ParameterStatus>();
        foreach (var status in statuses)
        {
            table.AddColumn(new TableColumn(Word(status)).RightAligned().NoWrap());
        }

        foreach (var card in cards)
        {
            var counts = statuses.Select(status => SiText.Number(card.Parameters.Count(parameter => parameter.Status == status)));
            table.AddRow([Markup.Escape(card.Id), Markup.Escape(card.Title), .. counts]);
        }

        return table;
    }

    /// <summary>One card, whole: what it is, every number, and how the device is written and read.</summary>
    public static string Whole(Card card) => $"""
        {card.Id}: {card.Title}
        {card.Reference}
        content {card.Hash}

        {ParameterText.Lines(card.Parameters)}

        {(card.HasPulses ? Scheme(card.Pulses) : "no pulses: the card describes no synapse")}
        """;

    /// <summary>A status as cards write it.</summary>
    public static string Word(ParameterStatus status) => status.ToString().ToLowerInvariant();

    private static string Scheme(PulseScheme pulses) => $"""
        potentiation  {Shape(pulses.Potentiation)}
        depression    {Shape(pulses.Depression)}
        driver        {SiText.Of(pulses.DriverResistance, "Ohm")}, line {SiText.Of(pulses.LineCapacitance, "F")}
        read          {SiText.Of(pulses.ReadVoltage, "V")}, bandwidth {SiText.Of(pulses.ReadBandwidth, "Hz")}
        these are     {Word(pulses.Status)}: {pulses.Source}
        """;

    private static string Shape(Pulse pulse) =>
        $"{SiText.Of(pulse.Amplitude, "V")} for {SiText.Of(pulse.Width, "s")} (edges {SiText.Of(pulse.Edge, "s")}) every {SiText.Of(pulse.Period, "s")}";
}
