using System.CommandLine;
using DevicePhys.Arrays;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Spiking;

/// <summary>The options of training a spiking network on digits, and the settings they make.</summary>
internal sealed class SpikingOptions
{
    private static readonly SpikingDigitsSettings Defaults = new();

    private readonly Option<int> neurons = Number("--neurons", 400, "Excitatory neurons, and as many inhibitory ones.");
    private readonly Option<int> examples = Number("--examples", Defaults.Examples, "Training images learnt from.");
    private readonly Option<int> labelImages = Number("--label-images", Defaults.LabelImages, "Training images shown afterwards to label the neurons.");
    private readonly Option<int> testImages = Number("--test-images", Defaults.TestImages, "Test images.");
    private readonly Option<int> threads = Number("--threads", Defaults.Threads, "Threads; the result does not depend on it.");
    private readonly Option<string> seeds = new("--seeds") { Description = "How many seeds, or a range such as 11-20.", DefaultValueFactory = _ => "3", HelpName = "seeds" };
    private readonly Option<string?> data = new("--data") { Description = "The folder with the four MNIST files.", HelpName = "folder" };
    private readonly Option<int> bits = Number("--bits", 8, "Bits of a weight, 1 to 8.");
    private readonly Option<bool> nearest = new("--nearest") { Description = "Round weights to the nearest word, or number of pulses, instead of by chance." };
    private readonly Option<int> writeEvery = Number("--write-every", Defaults.WriteEvery, "Images learnt from one write-back of the weights to the next.");
    private readonly Option<bool> inverted = new("--inverted") { Description = "Store every bit inverted: what leaks then makes weights larger instead of smaller, or the other way round." };

    private readonly Option<string?> parts = PartsFolder.Create();

    /// <summary>The cell that holds the weights.</summary>
    public Option<string?> Cell { get; } = new Option<string?>("--cell")
    {
        Description = $"What holds a weight: cells for its bits, {string.Join(", ", CellCharacterization.Cells.Keys)}; or (spiking mnist) a device for its conductance, by its card or pulse table (.npz).", HelpName = "cell",
    }.Offer(CellCharacterization.Cells.Keys.Concat(Suggestions.Cards()));

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [neurons, examples, labelImages, testImages, seeds, threads, data, Cell, bits, nearest, inverted, writeEvery, parts];

    /// <summary>The settings, without a memory.</summary>
    public SpikingDigitsSettings Settings(ParseResult parse)
    {
        var settings = Defaults with
        {
            Network = Defaults.Network with { Neurons = parse.GetValue(neurons) },
            Examples = parse.GetValue(examples),
            LabelImages = parse.GetValue(labelImages),
            TestImages = parse.GetValue(testImages),
            WriteEvery = parse.GetValue(writeEvery),
            Threads = parse.GetValue(threads),
            Seeds = SeedRange.Parse(parse.GetValue(seeds)!),
        };
        settings.Check();
        return settings;
    }

    /// <summary>A memory of the chosen cell.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="name">The cell.</param>
    /// <param name="temperature">The temperature [K].</param>
    /// <param name="refresh">The refresh interval [s]; infinite for none.</param>
    /// <param name="cancellation">Stops the characterization.</param>
    public SynapseMemorySettings Memory(ParseResult parse, string name, double temperature, double refresh, CancellationToken cancellation) =>
        Memory(parse, Table(name, [temperature], cancellation), temperature, refresh);

    /// <summary>A memory of a cell already characterized.</summary>
    public SynapseMemorySettings Memory(ParseResult parse, CellTable table, double temperature, double refresh) => new(table)
    {
        Bits = parse.GetValue(bits), Stochastic = !parse.GetValue(nearest), Inverted = parse.GetValue(inverted), Temperature = temperature, RefreshInterval = refresh,
    };

    /// <summary>Refuses options that only bit cells have.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="device">What holds the weights instead.</param>
    /// <param name="others">Options of the verb's own to refuse.</param>
    public void RefuseBits(ParseResult parse, string device, params IEnumerable<Option> others)
    {
        if (others.Concat([bits, inverted]).FirstOrDefault(option => parse.GetResult(option) is { Implicit: false }) is { } given)
            throw new ArgumentException($"{given.Name} is of bit cells: {device} holds a weight as its conductance, so it is expected without.");
    }

    /// <summary>How a number of pulses is rounded.</summary>
    public PulseRounding Rounding(ParseResult parse) => parse.GetValue(nearest) ? PulseRounding.Nearest : PulseRounding.Stochastic;

    /// <summary>Characterizes a cell by name.</summary>
    public static CellTable Table(string name, IReadOnlyList<double> temperatures, CancellationToken cancellation) =>
        CellCharacterization.Cells.TryGetValue(name, out var cell)
            ? CellCharacterization.Run(name, cell, new CellCharacterizationOptions { Temperatures = temperatures }, cancellation)
            : throw new ArgumentException($"--cell: there is no cell '{name}', expected one of {string.Join(", ", CellCharacterization.Cells.Keys)}.");

    /// <summary>Where the run keeps how far it has come.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="verb">The verb, for the folder's default name.</param>
    /// <param name="output">The folder of the results, or null.</param>
    /// <param name="identity">The run, see <see cref="SpikingStore.Identity"/>.</param>
    /// <returns>The store, and what removes it when all is done; a folder the user named is left.</returns>
    public (SpikingStore Store, Action Remove) Parts(ParseResult parse, string verb, string? output, string identity)
    {
        var given = parse.GetValue(parts);
        var store = SpikingStore.Open(given ?? PartsFolder.Default(verb, output, identity), identity);
        return (store, () =>
        {
            if (given is null)
                Directory.Delete(store.Folder, recursive: true);
        });
    }

    /// <summary>The digits.</summary>
    public async Task<DigitSet> Digits(ParseResult parse, Session session)
    {
        var digits = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(data))).LoadAsync(null, session.Cancellation);
        if (digits.Notice is not null)
            session.Warn(digits.Notice);
        return digits;
    }

    private static Option<int> Number(string name, int value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
