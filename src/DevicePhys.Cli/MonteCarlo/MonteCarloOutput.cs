using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Cli.Verbs;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>What a Monte Carlo run writes and prints.</summary>
internal static class MonteCarloOutput
{
    /// <summary>Writes samples.csv, montecarlo.json and the pictures, and prints the summary.</summary>
    public static void Write(Session session, RunFolder folder, Card card, IMonteCarloBench bench, MonteCarloStudy study, MonteCarloSamples samples)
    {
        var settings = study.Settings;
        var summary = MonteCarloSummary.Of(samples, settings, study.IsFitted);
        samples.ToTrace().WriteCsv(folder.PathOf("samples.csv"));
        var document = JsonText.Document(MonteCarloVerb.Schema, new
        {
            Version = DevicePhysVersion.Current, Card = card.Id, CardHash = card.Hash, Bench = bench.Name, BenchSettings = bench.Settings, settings.Samples, settings.Seed,
            Sampling = MonteCarloOptions.Word(settings.Design), settings.Tail,
        });
        foreach (var (name, value) in JsonText.Document(MonteCarloVerb.Schema, MonteCarloText.Json(summary, samples, study.Mixture)).Where(member => member.Key != "schema").ToArray())
        {
            document[name] = value?.DeepClone();
        }

        folder.Write("montecarlo.json", document);
        string? warning = null;
        foreach (var (name, picture) in MonteCarloPictures.Of(card, bench, study, samples))
            warning ??= Plotting.PictureFiles.Write(picture, folder.PathOf(name));
        foreach (var sentence in summary.Warnings.Append(warning).OfType<string>())
            session.Warn(sentence);
        var names = folder.Files;
        var path = folder.Publish();
        session.Say($"{card.Id}, {bench.Name}: {samples.Count} samples, {MonteCarloOptions.Word(settings.Design)}, seed {settings.Seed}{(settings.Tail ? ", importance sampling" : "")}");
        session.Say(MonteCarloText.Outputs(summary));
        foreach (var lines in new[] { MonteCarloText.Yields(summary, bench), MonteCarloText.Drivers(summary, samples) }.Where(text => text.Length > 0))
            session.Say(lines);
        session.Say($"written to {path}");
        document["files"] = new JsonArray([.. names.Select(name => (JsonNode)Path.Combine(path, name))]);
        session.Say(document);
    }
}
