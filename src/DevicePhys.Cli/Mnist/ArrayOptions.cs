using System.CommandLine;
using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Wires;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Cli.Mnist;

/// <summary>The options of how arrays are written and read while they train: update rule, wires and converters.</summary>
/// <param name="ohms">Wire resistance when the option is not given.</param>
/// <param name="bits">Converter bits when the option is not given.</param>
internal sealed class ArrayOptions(double ohms, int bits)
{
    private static readonly MnistSettings Defaults = new();

    private readonly Option<UpdateRule> rule = new("--rule") { Description = "How wished changes become pulses: rounding, plain (the same, slowly), sign, coincidence, batch or transfer.", DefaultValueFactory = _ => Defaults.Rule, HelpName = "rule" };

    private readonly Option<int> batch = new("--batch") { Description = "Images of a batch, for --rule batch.", DefaultValueFactory = _ => Defaults.Batch, HelpName = "number" };

    private readonly Option<double> wire = new("--wire") { Description = "Resistance of word and bit lines from cell to cell [Ohm]; 0 for ideal wires.", DefaultValueFactory = _ => ohms, HelpName = "number" };

    private readonly Option<int> adc = new("--adc") { Description = "Bits of the converters behind all sums; 0 for none.", DefaultValueFactory = _ => bits, HelpName = "number" };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All() => [rule, batch, wire, adc];

    /// <summary>The settings with rule, wires and converters as the options say.</summary>
    public MnistSettings Apply(MnistSettings settings, ParseResult parse)
    {
        var (segment, code) = (parse.GetValue(wire), parse.GetValue(adc));
        settings = settings with
        {
            Rule = parse.GetValue(rule),
            Batch = parse.GetValue(batch),
            Wires = segment == 0 ? null : new WireSettings(segment, segment),
            Adc = code == 0 ? null : new AdcSettings(code),
        };
        settings.Check();
        return settings;
    }
}
