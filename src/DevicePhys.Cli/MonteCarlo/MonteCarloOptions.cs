using System.CommandLine;
using DevicePhys.Cards;
using DevicePhys.Cli.Verbs;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Variability;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>The options of the verb montecarlo.</summary>
internal sealed class MonteCarloOptions
{
    private const double TenYears = 315576000;

    private static readonly (string Word, SamplingDesign Design)[] Designs =
        [("random", SamplingDesign.Random), ("lhs", SamplingDesign.LatinHypercube), ("sobol", SamplingDesign.Sobol)];

    private readonly Option<string> bench = new("--bench", "-b") { Description = "iv, pulses, retention or mnist.", Required = true, HelpName = "bench" };
    private readonly Option<int> samples = Number("--samples", 1000, "How many samples.");
    private readonly Option<ulong> seed = Number("--seed", 1ul, "The seed of every draw.");
    private readonly Option<string> sampling = new("--sampling") { Description = "How they are laid out: random, lhs (Latin hypercubes) or sobol.", DefaultValueFactory = _ => "random", HelpName = "design" };
    private readonly Option<string[]> limits = new("--limit") { Description = "What a good device keeps to, such as \"RHigh>1kOhm\"; may be given several times.", HelpName = "limit" };
    private readonly Option<bool> tail = new("--tail") { Description = "Importance sampling for failures of the one limit that are too rare to be met by chance." };
    private readonly Option<string?> voltage = Text("--voltage", "iv: both ends of the triangle; by default half as far again as the pulses of the card.", "quantity");
    private readonly Option<string?> period = Text("--period", "iv: length of the triangle; by default 100 pulse widths.", "quantity");
    private readonly Option<int> pulses = Number("--pulses", 50, "pulses: how many of each kind.");
    private readonly Option<string?> loss = Text("--loss", "retention: the voltage a storage capacitor may lose; by default 300 mV.", "quantity");
    private readonly Option<string?> time = Text("--time", "retention: how long a synapse is watched; by default 10 years.", "quantity");
    private readonly Option<string?> data = Text("--data", "mnist: the folder with the four MNIST files.", "folder");
    private readonly Option<int> presentations = Number("--presentations", 15_000, "mnist: training images shown.");
    private readonly TableOptions tables = new();
    private readonly Option<bool> indices = new("--indices") { Description = "Sobol indices: which share of the variance each scattering parameter makes alone and with others; each of --samples points is measured 2 + parameters times." };
    private readonly Option<int> cycles = Number("--cycles", 1, "Cycles of each device, one sample after the other; for a card with a population, whose devices remember.");
    private readonly Option<int> chunk = Number("--chunk", 0, "Samples between two checkpoints; by default a 64th of them, 1000 at most.");
    private readonly Option<int> threads = Number("--threads", Environment.ProcessorCount, "Samples worked on at a time; results do not depend on it.");

    public Option<string?> Shard { get; } = Text("--shard", "Measure this part of the run alone, such as 3/8, and leave it in the folder of parts.", "i/n");

    public Option<bool> Prepare { get; } = new("--prepare") { Description = "Check the command and make the folder of parts, but measure nothing." };

    public Option<string?> Parts { get; } = PartsFolder.Create();

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All() =>
        [bench, samples, seed, sampling, limits, tail, voltage, period, pulses, loss, time, data, presentations, .. tables.All(), indices, cycles, chunk, threads, Shard, Parts, Prepare];

    /// <summary>The bench.</summary>
    /// <exception cref="ArgumentException">There is no such bench, or it does not suit the card.</exception>
    public async Task<IMonteCarloBench> Bench(ParseResult parse, Card card, Session session) => parse.GetValue(bench)! switch
    {
        "iv" when card.HasPulses => new CurrentVoltageBench(card, CurrentVoltageBench.Triangle(card, QuantityOption.Value(parse, voltage, "V"), QuantityOption.Value(parse, period, "s"))),
        "pulses" when card.HasPulses => new PulseTrainBench(parse.GetValue(pulses) is > 0 and var number ? number : throw new ArgumentException("--pulses: expected at least 1.")),
        "iv" or "pulses" => throw new ArgumentException($"{card.Id}: the card has no pulses, which say at which voltage the device is written and read."),
        "retention" => new RetentionBench(QuantityOption.Value(parse, loss, "V") ?? 0.3, QuantityOption.Value(parse, time, "s") ?? TenYears),
        "mnist" => await MnistBenches.Make(parse.GetValue(data), parse.GetValue(presentations), tables.Characterization(parse), session),
        var other => throw new ArgumentException($"--bench: '{other}' is not a bench, expected one of iv, pulses, retention, mnist."),
    };

    /// <summary>The settings of the run.</summary>
    /// <exception cref="ArgumentException">A value is wrong; one sentence.</exception>
    public MonteCarloSettings Settings(ParseResult parse, IMonteCarloBench on)
    {
        var word = parse.GetValue(sampling)!;
        var design = Array.Find(Designs, pair => pair.Word == word);
        if (design.Word is null)
            throw new ArgumentException($"--sampling: '{word}' is not a design, expected one of {string.Join(", ", Designs.Select(pair => pair.Word))}.");
        var settings = new MonteCarloSettings
        {
            Samples = parse.GetValue(samples), Seed = parse.GetValue(seed), Design = design.Design, Cycles = parse.GetValue(cycles), Indices = parse.GetValue(indices), Chunk = parse.GetValue(chunk), Threads = parse.GetValue(threads),
            Limits = [.. (parse.GetValue(limits) ?? []).Select(text => LimitText.Parse(text, on))], Tail = parse.GetValue(tail),
        };
        settings.Check(on);
        return settings;
    }

    /// <summary>The word for a design.</summary>
    public static string Word(SamplingDesign design) => Designs.First(pair => pair.Design == design).Word;

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static Option<T> Number<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
