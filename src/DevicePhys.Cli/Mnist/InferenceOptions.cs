using System.CommandLine;
using DevicePhys.Arrays.Wires;
using DevicePhys.Studies.Inference;

namespace DevicePhys.Cli.Mnist;

/// <summary>The options of Monte Carlo inference: how weights get into devices, what becomes of them, and how often.</summary>
internal sealed class InferenceOptions
{
    private static readonly TableInferenceSettings Defaults = new();

    private readonly Option<Programming> programming = new("--programming") { Description = "How weights get into devices: verify, openloop or exact.", DefaultValueFactory = _ => Defaults.Programming, HelpName = "way" };

    private readonly Option<double?> tolerance = new("--tolerance") { Description = "How near a verified device must come, as a fraction of the range; by default half of its mean step.", HelpName = "number" };

    private readonly Option<int> pulses = Number("--max-pulses", Defaults.MostPulses, "Pulses after which verifying leaves a device as it is.");

    private readonly Option<bool> equal = new("--no-d2d") { Description = "All devices are the nominal one." };

    private readonly Option<bool> quiet = new("--no-read-noise") { Description = "Reads do not scatter." };

    private readonly Option<double> stuck = Number("--stuck", Defaults.Stuck, "Share of devices that stand at an end of the range whatever is written.");

    private readonly Option<double> age = Number("--age", Defaults.Age, "Time between programming and reading [s].");

    private readonly Option<double> wire = Number("--wire", 0.0, "Resistance of word and bit lines from cell to cell [Ohm]; needs --no-read-noise.");

    private readonly Option<int> instances = Number("--instances", Defaults.Instances, "Networks made, each of fresh devices.");

    private readonly Option<ulong> seed = Number("--seed", Defaults.Seed, "The seed of all draws of devices.");

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All() => [instances, programming, tolerance, pulses, equal, quiet, stuck, age, wire, seed];

    /// <summary>The settings that the options say.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="threads">Networks at a time.</param>
    public TableInferenceSettings Settings(ParseResult parse, int threads)
    {
        var segment = parse.GetValue(wire);
        var settings = Defaults with
        {
            Programming = parse.GetValue(programming),
            Tolerance = parse.GetValue(tolerance),
            MostPulses = parse.GetValue(pulses),
            DeviceToDevice = !parse.GetValue(equal),
            ReadNoise = !parse.GetValue(quiet),
            Stuck = parse.GetValue(stuck),
            Age = parse.GetValue(age),
            Wires = segment == 0 ? null : new WireSettings(segment, segment),
            Instances = parse.GetValue(instances),
            Seed = parse.GetValue(seed),
            Threads = threads,
        };
        settings.Check();
        return settings.Wires is not null && settings.ReadNoise
            ? throw new ArgumentException("--wire and read noise do not go together, expected --no-read-noise beside it: wires share the noise of the cells.")
            : settings;
    }

    private static Option<T> Number<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
