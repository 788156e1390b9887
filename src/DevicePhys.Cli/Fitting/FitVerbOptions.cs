using System.CommandLine;
using System.Globalization;
using DevicePhys.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>The options of a fit.</summary>
internal sealed class FitVerbOptions
{
    private readonly Option<string?> free = new("--free") { Description = "The parameters to move, separated by commas; all with bounds when left out.", HelpName = "names" };
    private readonly Option<string[]> set = new("--set") { Description = "Hold a parameter at a value, such as Amplitude=0.5.", HelpName = "name=value" };
    private readonly Option<string?> columns = new("--columns") { Description = "The headings of a file that has none, such as \"V (V),I (uA)\".", HelpName = "headings" };
    private readonly Option<string[]> where = new("--where") { Description = "Take only the rows in which a column holds this word or number, such as dimm=A1.", HelpName = "column=value" };
    private readonly Option<bool> reverse = new("--reverse") { Description = "The sweep was measured with the terminals swapped against the model." };
    private readonly Option<bool> sharedEnds = new("--shared-ends") { Description = "Potentiation and depression of a synapse have the same ends." };
    private readonly Option<bool> search = new("--search") { Description = "Search all of the bounds of a sweep's parameters before the fit (differential evolution)." };
    private readonly Option<string?> x = new("--x") { Description = "The column of points of a law; the first of numbers when left out.", HelpName = "column" };
    private readonly Option<string?> y = new("--y") { Description = "The column of values of a law; the next when left out.", HelpName = "column" };
    private readonly Option<string?> label = new("--label") { Description = "A law on a file of lines with words and then numbers: take the lines whose words begin with this, such as Gerase.", HelpName = "words" };
    private readonly Option<SeriesValue> of = new("--of") { Description = "What of the lines of --label is fitted: values (the numbers of one line), count, first or last (of each line, against its number).", DefaultValueFactory = _ => SeriesValue.Values, HelpName = "word" };
    private readonly Option<double?> read = new("--read-voltage") { Description = "The columns are currents at this voltage [V].", HelpName = "number" };
    private readonly Option<double?> duration = new("--duration") { Description = "How long a sweep without a time column took [s].", HelpName = "number" };
    private readonly Option<double?> rate = new("--rate") { Description = "How fast the voltage of a sweep without a time column moved [V/s].", HelpName = "number" };
    private readonly Option<Misfit> misfit = new("--misfit") { Description = "absolute, relative, or decades (of the magnitude, with its sign).", DefaultValueFactory = _ => Misfit.Absolute, HelpName = "word" };
    private readonly Option<double?> floor = new("--floor") { Description = "For relative and decades: the magnitude below which values are noise; a thousandth of the largest when left out.", HelpName = "number" };
    private readonly Option<Loss> loss = new("--loss") { Description = "squares, softL1, huber or cauchy.", DefaultValueFactory = _ => Loss.Squares, HelpName = "word" };
    private readonly Option<double> lossScale = new("--loss-scale") { Description = "The residual beyond which a robust loss begins to doubt, as a fraction of the range.", DefaultValueFactory = _ => 0.05, HelpName = "number" };
    private readonly Option<int> starts = new("--starts") { Description = "How many starts a sweep is fitted from, the card's numbers first.", DefaultValueFactory = _ => 8, HelpName = "number" };
    private readonly Option<ulong> seed = new("--seed") { Description = "The seed of the other starts.", DefaultValueFactory = _ => 1, HelpName = "number" };

    public IEnumerable<Option> All() => [free, set, columns, where, x, y, label, of, read, duration, rate, reverse, sharedEnds, misfit, floor, loss, lossScale, starts, seed, search];

    public FitSettings Read(ParseResult parse, string model, IReadOnlyList<string> data)
    {
        if (parse.GetValue(starts) < 1)
        {
            throw new ArgumentException($"--starts: {parse.GetValue(starts)} is too few, expected at least 1.");
        }

        return new(
            model, data, List(parse.GetValue(free)) ?? [], Pairs(parse.GetValue(set) ?? []), List(parse.GetValue(columns)), Conditions(parse.GetValue(where) ?? []), parse.GetValue(x), parse.GetValue(y), parse.GetValue(label), parse.GetValue(of),
            Positive(parse, read), Positive(parse, duration), Positive(parse, rate), parse.GetValue(reverse), parse.GetValue(sharedEnds), new MisfitScale(parse.GetValue(misfit), Positive(parse, floor) ?? 0),
            new FitOptions { Loss = parse.GetValue(loss), LossScale = parse.GetValue(lossScale) }, parse.GetValue(starts), parse.GetValue(seed), parse.GetValue(search));
    }

    private static double? Positive(ParseResult parse, Option<double?> option) => parse.GetValue(option) switch
    {
        null => null,
        > 0 and < double.PositiveInfinity and var value => value,
        var value => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: {value} makes no sense, expected a number above 0.")),
    };

    private static string[]? List(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static (string, string)[] Conditions(string[] texts) => [.. texts.Select(text => text.Split('=', 2) is [var column, var value]
        ? (column.Trim(), value.Trim()) : throw new ArgumentException($"--where: '{text}' makes no sense, expected a column and a value, such as dimm=A1."))];

    private static Dictionary<string, double> Pairs(string[] texts)
    {
        var pairs = new Dictionary<string, double>();
        foreach (var text in texts)
        {
            if (text.Split('=') is not [var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new ArgumentException($"--set: '{text}' makes no sense, expected a name and a number, such as Amplitude=0.5.");
            }

            pairs[name.Trim()] = value;
        }

        return pairs;
    }
}
