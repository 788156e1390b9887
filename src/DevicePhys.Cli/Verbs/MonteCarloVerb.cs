using System.CommandLine;
using DevicePhys.Cli.MonteCarlo;
using DevicePhys.Devices;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.Verbs;

/// <summary>montecarlo: many devices of a card on a bench.</summary>
internal static class MonteCarloVerb
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "montecarlo";

    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/montecarlo/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var card = new Argument<string>("card") { Description = "A card of the library or a .card.json file." }.Offer(Suggestions.Cards());
        var options = new MonteCarloOptions();
        var (output, force) = (CommonOptions.CreateOutput(Name), CommonOptions.CreateForce());
        var verb = new Verb(Name, "Draw many devices of a card and measure each: distributions, yield and what drives the spread.", Run) { card };
        foreach (var option in options.All().Append(output).Append(force))
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var device = DeviceCatalog.Default.Card(parse.GetRequiredValue(card));
            var bench = await options.Bench(parse, device, session);
            var study = new MonteCarloStudy(device, bench, options.Settings(parse, bench));
            var shard = parse.GetValue(options.Shard) is { } part ? Shard.Parse(part) : Shard.Whole;
            var (target, given) = (parse.GetValue(output), parse.GetValue(options.Parts));
            RunFolder.Open(Name, target, parse.GetValue(force)).Dispose();
            var store = ChunkStore.Open(given ?? PartsFolder.Default(Name, target, study.Identity), study);
            if (parse.GetValue(options.Prepare))
                return ExitCode.Ok;
            var samples = await session.TrackAsync(progress => Task.Run(() => study.Run(store, shard, progress, session.Cancellation)));
            if (shard != Shard.Whole || samples is null)
            {
                session.Say($"shard {shard.Number} of {shard.Count} is done, in {store.Folder}; {(samples is null ? "others are missing" : "all are there: the same command without --shard puts them together")}");
                session.Say(JsonText.Document(Schema, new { Card = device.Id, Bench = bench.Name, Shard = shard.Number, Shards = shard.Count, Parts = store.Folder, Complete = samples is not null }));
                return ExitCode.Ok;
            }

            using var folder = RunFolder.Open(Name, target, parse.GetValue(force));
            MonteCarloOutput.Write(session, folder, device, bench, study, samples);
            if (given is null)
                Directory.Delete(store.Folder, recursive: true);
            return ExitCode.Ok;
        }
    }
}
