using System.CommandLine;
using DevicePhys.Cli.Verbs;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Cli.Mnist;

/// <summary>The options of the verb mnist.</summary>
internal sealed class MnistOptions
{
    private static readonly MnistSettings Defaults = new();

    public Option<string> Card { get; } = Text("--card", "SkyrmionSynapse.Song2020", "The device: a card of the library or a .card.json file.", "card").Offer(Suggestions.Cards());

    public Option<string?> Table { get; } = new("--table") { Description = "Use this pulse table instead of characterizing the card.", HelpName = "file.npz" };

    public Option<string?> Data { get; } = new("--data") { Description = "The folder with the four MNIST files.", HelpName = "folder" };

    public Option<string> Network { get; } = Text("--network", Defaults.Network.ToString(), "The network: 784, any hidden widths, 10.", "shape");

    public Option<int> Presentations { get; } = Number("--presentations", Defaults.Presentations, "Training images shown, one at a time.");

    public Option<string> Seeds { get; } = Text("--seeds", "10", "How many seeds, or a range such as 11-20; one training run each.", "seeds");

    public Option<double> IdealRate { get; } = Number("--ideal-rate", Defaults.IdealRate, "Learning rate of the ideal network.");

    public Option<double> DeviceRate { get; } = Number("--rate", Defaults.DeviceRate, "Learning rate of the device network.");

    public Option<double> WeightScale { get; } = Number("--weight-scale", Defaults.WeightScale, "Weight of a pair of devices at opposite ends of their range.");

    public Option<int> Threads { get; } = Number("--threads", Defaults.Threads, "Training runs at a time; results do not depend on it.");

    public Option<string?> Sweep { get; } = new("--sweep") { Description = "Sweep one quantity instead: states, success, d2d, c2c, kappa, wire, adc, weight-scale or learning-rate.", HelpName = "quantity" };

    public Option<bool> Tune { get; } = new("--tune") { Description = "Choose learning rates and weight scale on a validation split instead; the test images are not touched." };

    public Option<string?> Output { get; } = CommonOptions.CreateOutput("mnist");

    public Option<bool> Force { get; } = CommonOptions.CreateForce();

    public TableOptions Tables { get; } = new();

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All() =>
    [
        Card, Table, Data, Network, Presentations, Seeds, IdealRate, DeviceRate, WeightScale, Threads, Sweep, Tune, .. Tables.All(), Output, Force,
    ];

    /// <summary>The settings of the study.</summary>
    public MnistSettings Settings(ParseResult parse)
    {
        var settings = Defaults with
        {
            Network = NetworkShape.Parse(parse.GetValue(Network)!),
            Presentations = parse.GetValue(Presentations),
            Seeds = parse.GetValue(Seeds) is { } seeds ? SeedRange.Parse(seeds) : Defaults.Seeds,
            IdealRate = Value(IdealRate, Defaults.IdealRate),
            DeviceRate = Value(DeviceRate, Defaults.DeviceRate),
            WeightScale = Value(WeightScale, Defaults.WeightScale),
            Threads = parse.GetValue(Threads),
        };
        settings = settings with { Checkpoints = Math.Clamp(settings.Presentations, 1, Defaults.Checkpoints) };
        settings.Check();
        return settings;

        // A verb may have some of the options only.
        double Value(Option<double> option, double otherwise) => parse.GetResult(option) is null ? otherwise : parse.GetValue(option);
    }

    private static Option<string> Text(string name, string value, string description, string help) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = help };

    private static Option<T> Number<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
