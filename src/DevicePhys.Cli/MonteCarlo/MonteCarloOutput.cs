using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Cli.Verbs;
using DevicePhys.Plotting;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>What a Monte Carlo run writes and prints.</summary>
internal static class MonteCarloOutput
{
    /// <summary>Writes samples.csv, montecarlo.json and the pictures, and prints the summary.</summary>
    public static void Write(Session session, RunFolder folder, Card card, IMonteCarloBench bench, MonteCarloStudy study, MonteCarloSamples all)
    {
        // Distributions are those of one sample of each point; the others of a point are its relatives.
        var (indices, samples) = (study.Settings.Indices ? study.IndicesOf(all) : null, all.First(study.PerPoint));
        var settings = study.Settings with { Samples = samples.Count };
        var summary = MonteCarloSummary.Of(samples, settings, study.IsFitted);
        samples.ToTrace(settings.Cycles).WriteCsv(folder.PathOf("samples.csv"));
        var document = JsonText.Document(MonteCarloVerb.Schema, new
        {
            Version = DevicePhysVersion.Current, Card = card.Id, CardHash = card.Hash, Bench = bench.Name, BenchSettings = bench.Settings, settings.Samples, Measured = all.Count, settings.Cycles, settings.Seed,
            Sampling = MonteCarloOptions.Word(settings.Design), settings.Tail,
        });
        foreach (var (name, value) in JsonText.Document(MonteCarloVerb.Schema, MonteCarloText.Json(summary, samples, study.Mixture)).Where(member => member.Key != "schema").ToArray())
        {
            document[name] = value?.DeepClone();
        }

        if (indices is not null)
            document["indices"] = SobolText.Json(study, samples, indices);
        folder.Write("montecarlo.json", document);
        var warnings = new List<string?>();
        foreach (var (name, picture) in MonteCarloPictures.Of(card, bench, study, samples).Concat(SobolText.Pictures(card, study, samples, indices)))
            warnings.Add(picture.Write(folder.PathOf(name), session.Pictures));
        foreach (var sentence in summary.Warnings.Concat(warnings.OfType<string>().Distinct()))
            session.Warn(sentence);
        var names = folder.Files;
        var path = folder.Publish();
        session.Say($"{card.Id}, {bench.Name}: {samples.Count} samples, {MonteCarloOptions.Word(settings.Design)}, seed {settings.Seed}{(settings.Tail ? ", importance sampling" : "")}");
        session.Say(MonteCarloText.Outputs(summary));
        foreach (var lines in new[] { MonteCarloText.Yields(summary, bench), indices is null ? MonteCarloText.Drivers(summary, samples) : SobolText.Of(study, samples, indices) }.Where(text => text.Length > 0))
            session.Say(lines);
        session.Say($"written to {path}");
        document["files"] = new JsonArray([.. names.Select(name => (JsonNode)Path.Combine(path, name))]);
        session.Say(document);
    }
}
