using System.CommandLine;
using System.Globalization;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>characterize: a card into a pulse table.</summary>
internal static class CharacterizeVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/characterize/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var card = new Argument<string>("card") { Description = "A card of the library or a .card.json file." }.Offer(Suggestions.Cards());
        var output = new Option<string?>("--output", "-o") { Description = "The table to write; by default CARD.npz here.", HelpName = "file.npz" };
        var options = new TableOptions();
        var verb = new Verb("characterize", "Send pulses through the circuit of a card and write what they do as a table.", Run) { card, output };
        foreach (var option in options.All())
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var device = DeviceCatalog.Default.Card(parse.GetRequiredValue(card));
            var path = parse.GetValue(output) ?? $"{device.Id}.npz";
            var settings = options.Characterization(parse);
            var table = await session.TrackAsync(progress => Task.Run(() => Characterization.Run(device, settings, progress, session.Cancellation)));
            PulseTableFile.Save(table, path);
            Tell(session, table, path);
            return ExitCode.Ok;
        }
    }

    private static void Tell(Session session, PulseTable table, string path)
    {
        var referee = table.Provenance.Settings.GetValueOrDefault("referee");
        var deviation = table.Provenance.Settings.GetValueOrDefault("refereeDeviation");
        session.Say(string.Create(CultureInfo.InvariantCulture, $"""
            {table.Provenance.Card}: {table.Provenance.Readout}, {table.Bins} states, {table.Population.Count} devices of the population
              range          {table.Nominal.GMin * 1e6:0.###} to {table.Nominal.GMax * 1e6:0.###} µS
              potentiation   {table.MeanStep(Polarity.Potentiation) * 1e9:+0.#;-0.#} nS per pulse, {table.Potentiation.Energy * 1e12:0.###} pJ from the source
              depression     {table.MeanStep(Polarity.Depression) * 1e9:+0.#;-0.#} nS per pulse, {table.Depression.Energy * 1e12:0.###} pJ from the source
              retention      {table.RetentionTime / 31557600:0.##} years
              engine         {table.Provenance.Engine}, {table.Provenance.Draws} draws, seed {table.Provenance.Seed}
              referee        {(referee is null ? "none: this build has one engine" : $"{referee}, largest deviation {deviation}")}
            written to {path}
            """));
        session.Say(JsonText.Document(Schema, new
        {
            table.Provenance.Card,
            table.Provenance.CardHash,
            TableHash = PulseTableFile.Hash(table),
            File = path,
            table.Provenance.Readout,
            table.Provenance.Engine,
            Referee = referee,
            RefereeDeviation = deviation,
            States = table.Bins,
            Population = table.Population.Count,
            table.Nominal.GMin,
            table.Nominal.GMax,
            PotentiationStep = table.MeanStep(Polarity.Potentiation),
            DepressionStep = table.MeanStep(Polarity.Depression),
            PotentiationEnergy = table.Potentiation.Energy,
            DepressionEnergy = table.Depression.Energy,
            table.RetentionTime,
        }));
    }
}
