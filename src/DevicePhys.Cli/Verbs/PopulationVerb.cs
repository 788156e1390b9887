using System.CommandLine;
using System.Globalization;
using System.Text;
using DevicePhys.Cli.Population;
using DevicePhys.Devices;
using DevicePhys.Plotting;
using DevicePhys.Studies.Population;
using DevicePhys.Traces;
using DevicePhys.Variability;

namespace DevicePhys.Cli.Verbs;

/// <summary>population: what many measured devices and cycles have in common.</summary>
internal static class PopulationVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/population/1";

    private static readonly double[] Shares = [0.16, 0.5, 0.84];

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("data") { Description = "A folder with a folder of sweeps for each device, or a table with columns device, cycle and features." };
        var name = new Option<string>("--name") { Description = "The name of the card.", DefaultValueFactory = _ => "Measured", HelpName = "name" };
        var start = new Option<string>("--card") { Description = "The card whose other numbers are kept.", DefaultValueFactory = _ => "Vteam.PtHfTi", HelpName = "card" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of resampling and of the generated devices.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var generate = new Option<int>("--generate") { Description = "Write so many generated devices as well.", HelpName = "number" };
        var cycles = new Option<int>("--cycles") { Description = "Cycles of each.", DefaultValueFactory = _ => 100, HelpName = "number" };
        var (output, force) = (CommonOptions.CreateOutput("population"), CommonOptions.CreateForce());
        return new Verb("population", "Fit the distributions, correlations and memory of measured devices, and make devices like them.", Run) { path, name, start, seed, generate, cycles, output, force };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            using var folder = RunFolder.Open("population", parse.GetValue(output), parse.GetValue(force));
            var (source, random) = (parse.GetRequiredValue(path), parse.GetValue(seed));
            var data = SwitchingCycles.Load(source);
            foreach (var sentence in data.Skipped)
                session.Warn(sentence);
            var title = Path.GetFileName(Path.TrimEndingDirectorySeparator(source));
            var (fit, comparison) = await session.TrackAsync(progress => Task.Run(() =>
            {
                progress.Report(new WorkProgress($"population of {title}", 0));
                var fitted = PopulationFit.Fit(data.Features, data.Cycles, random);
                progress.Report(new WorkProgress("generated populations", 0.3));
                return (fitted, PopulationComparison.Of(fitted.Population, data.Cycles, random));
            }));
            Table(data.Features, data.Cycles).WriteCsv(folder.PathOf("features.csv"));
            if (parse.GetValue(generate) is > 0 and var devices)
            {
                var maker = fit.Population.Generator();
                Table(data.Features, [.. Enumerable.Range(0, devices).Select(d => maker(parse.GetValue(cycles), random, d))]).WriteCsv(folder.PathOf("generated.csv"));
            }

            if (data.Features.Select(f => f.Name).Intersect(["VSet", "VReset", "ROn", "ROff"]).Count() == 4)
            {
                var kept = PopulationCard.Of(DeviceCatalog.Default.Card(parse.GetValue(start)!), fit, data, title).ToJson().Replace($"\"name\": \"{DeviceCatalog.Default.Card(parse.GetValue(start)!).Name}\"", $"\"name\": \"{parse.GetValue(name)}\"", StringComparison.Ordinal);
                WholeFile.Write(folder.PathOf($"Vteam.{parse.GetValue(name)}.card.json"), stream => stream.Write(Encoding.UTF8.GetBytes(kept)));
            }

            var document = JsonText.Document(Schema, Json(data, fit, comparison, random));
            folder.Write("population.json", document);
            var warnings = PopulationPictures.Of(title, data, fit, comparison).Select(drawn => drawn.Picture.Write(folder.PathOf(drawn.Name), session.Pictures)).ToList();
            foreach (var warning in warnings.OfType<string>().Distinct())
                session.Warn(warning);
            var target = folder.Publish();
            Tell(session, title, data, fit, comparison);
            session.Say($"written to {target}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }

    private static void Tell(Session session, string title, SwitchingCycles data, PopulationFit fit, PopulationComparison comparison)
    {
        session.Say($"{title}: {data.Devices.Count} devices, {data.Cycles.Sum(device => device.Length)} cycles");
        for (var f = 0; f < data.Features.Count; f++)
        {
            var (values, (name, unit), choice) = (data.Values(f), data.Features[f], fit.Choices[f]);
            var q = Statistics.Quantiles.Of(values, Shares);
            session.Say(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-7} {SiText.Of(q[1], unit)} (16-84 %: {SiText.Of(q[0], unit)} to {SiText.Of(q[2], unit)}, n {values.Length}): {PopulationPictures.Word(choice.Chosen.Kind)}, best {PopulationPictures.Word(choice.Best.Kind)} with A² {choice.Statistic:0.00}, p {choice.PValue:0.000}; generated: KS {comparison.Distances[f].Statistic:0.000}, memory {comparison.Memory[f].Zip(comparison.GeneratedMemory[f]).Count(pair => pair.Second.Holds(pair.First))} of {comparison.Memory[f].Count(double.IsFinite)} lags within the band"));
        }

        foreach (var (feature, parts) in data.Features.Zip(fit.Choices.Select(choice => choice.Chosen.Parts)).Where(pair => pair.Second is not null))
        {
            session.Say(string.Create(CultureInfo.InvariantCulture,
                $"  {feature.Name}: {100 * parts!.Share:0.#} % outliers around {SiText.Of(Math.Exp(parts.OtherMean), feature.Unit)}, the rest around {SiText.Of(Math.Exp(parts.Mean), feature.Unit)}"));
        }

        var n = data.Features.Count;
        var inside = Enumerable.Range(0, n * n).Count(p => p / n < p % n && comparison.Generated[p].Holds(comparison.Correlations[p]));
        session.Say($"  {inside} of {n * (n - 1) / 2} correlations within the central 95 % of generated populations");
        session.Say(PopulationText.Correlations(data, comparison));
        session.Say(PopulationText.Memory(data, comparison));
    }

    private static object Json(SwitchingCycles data, PopulationFit fit, PopulationComparison comparison, ulong seed) => new
    {
        Version = DevicePhysVersion.Current, Seed = seed, Devices = data.Devices.Count, Cycles = data.Cycles.Sum(device => device.Length),
        Features = data.Features.Select((feature, f) => new
        {
            feature.Name, feature.Unit, Count = data.Values(f).Length, Quantiles = Statistics.Quantiles.Of(data.Values(f), Shares), Probabilities = Shares,
            Distribution = fit.Choices[f].Chosen, Best = fit.Choices[f].Best, Aic = fit.Choices[f].Aic.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
            AndersonDarling = fit.Choices[f].Statistic, fit.Choices[f].PValue, KolmogorovSmirnov = comparison.Distances[f],
            Outliers = data.Values(f) is { Length: >= 8 } values && values.All(x => x > 0) ? TwoComponents.Fit([.. values.Select(x => Math.Log(x))]) : null,
            Memory = comparison.Memory[f], GeneratedMemory = comparison.GeneratedMemory[f],
        }),
        DeviceCovariance = Rows(fit.Population.DeviceCovariance), Autoregression = Rows(fit.Population.Memory), NoiseCovariance = Rows(fit.Population.NoiseCovariance),
        comparison.Correlations, GeneratedCorrelations = comparison.Generated,
    };

    private static double[][] Rows(double[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix[row, column]).ToArray())];

    private static Trace Table(IReadOnlyList<(string Name, string Unit)> features, IReadOnlyList<double[][]> devices)
    {
        var trace = new Trace([new TraceColumn("device", ""), new TraceColumn("cycle", ""), .. features.Select(f => new TraceColumn(f.Name, f.Unit))]);
        for (var d = 0; d < devices.Count; d++)
        {
            for (var t = 0; t < devices[d].Length; t++)
                trace.Append([d + 1, t + 1, .. devices[d][t]]);
        }

        return trace;
    }
}
