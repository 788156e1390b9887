using System.CommandLine;
using DevicePhys.Circuits.Testbenches;

namespace DevicePhys.Cli.Verbs;

/// <summary>The options of every verb that distils a card into a pulse table.</summary>
internal sealed class TableOptions
{
    private static readonly CharacterizationOptions Defaults = new();

    public Option<string> Engine { get; } = new("--engine")
    {
        Description = "The circuit engine.", DefaultValueFactory = _ => Defaults.Engine, HelpName = "engine",
    };

    public Option<int> Draws { get; } = Whole("--draws", Defaults.Draws, "Pulses simulated per conductance bin and polarity.");

    public Option<int> Population { get; } = Whole("--population", Defaults.Population, "Devices drawn from the card's D2D spreads.");

    public Option<ulong> Seed { get; } = new("--table-seed")
    {
        Description = "The seed of the table's draws.", DefaultValueFactory = _ => Defaults.Seed, HelpName = "number",
    };

    /// <summary>All of them, in the order of the help text.</summary>
    public IEnumerable<Option> All() => [Engine, Draws, Population, Seed];

    /// <summary>The options as the testbench takes them.</summary>
    public CharacterizationOptions Characterization(ParseResult parse)
    {
        var options = Defaults with
        {
            Engine = parse.GetValue(Engine)!,
            Draws = parse.GetValue(Draws),
            Population = parse.GetValue(Population),
            Seed = parse.GetValue(Seed),
        };
        options.Check();
        return options;
    }

    private static Option<int> Whole(string name, int value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
