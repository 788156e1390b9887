using System.CommandLine;
using System.Globalization;
using DevicePhys.Arrays;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.NeuroSim;

namespace DevicePhys.Cli.Verbs;

/// <summary>neurosim: the online-learning task of the MLP+NeuroSim benchmark, with its seven analog devices or any exponential synapse.</summary>
internal static class NeuroSimVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/neurosim/1";

    private static readonly NeuroSimSettings Defaults = new();

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var cards = new Argument<string[]>("card")
        {
            Description = "Cards of the model ExponentialSynapse; without any, the seven of the published table.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var data = new Option<string?>("--data") { Description = "The folder with the four MNIST files.", HelpName = "folder" };
        var presentations = Number("--presentations", Defaults.Presentations, "Training images shown, one at a time.");
        var seeds = new Option<string>("--seeds") { Description = "How many seeds, or a range such as 11-20.", DefaultValueFactory = _ => "3", HelpName = "seeds" };
        var hidden = Number("--hidden-rate", Defaults.HiddenRate, "Learning rate of the hidden layer.");
        var output = Number("--output-rate", Defaults.OutputRate, "Learning rate of the output layer.");
        var stochastic = new Option<bool>("--stochastic") { Description = "Round wished pulses by chance instead of to the nearest whole number." };
        var bits = Number("--sum-bits", Defaults.PartialSumBits, "Bits of the converters of column sums; 0 for ideal reads.");
        var validation = new Option<bool>("--validation") { Description = "Judge by 10,000 training images set aside; the test images are not touched." };
        var threads = Number("--threads", Defaults.Threads, "Training runs at a time; results do not depend on it.");
        return new Verb("neurosim", "Train the 400-100-10 network of the NeuroSim benchmark with its devices; published accuracies beside.", Run)
        {
            cards, data, presentations, seeds, hidden, output, stochastic, bits, validation, threads,
        };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = Defaults with
            {
                Presentations = parse.GetValue(presentations),
                Seeds = SeedRange.Parse(parse.GetValue(seeds)!),
                HiddenRate = parse.GetValue(hidden),
                OutputRate = parse.GetValue(output),
                Rounding = parse.GetValue(stochastic) ? PulseRounding.Stochastic : PulseRounding.Nearest,
                PartialSumBits = parse.GetValue(bits),
                Checkpoints = Math.Clamp(parse.GetValue(presentations), 1, Defaults.Checkpoints),
                Threads = parse.GetValue(threads),
            };
            settings.Check();
            var chosen = (parse.GetValue(cards) is { Length: > 0 } names ? names : [.. NeuroSimDevice.All.Select(device => device.Card)])
                .Select(DeviceCatalog.Default.Card).ToList();
            var digits = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(data))).LoadAsync(null, session.Cancellation);
            if (digits.Notice is not null)
            {
                session.Warn(digits.Notice);
            }

            var images = BinaryCrop.Of(parse.GetValue(validation) ? Aside(digits) : digits);
            var rows = new List<(string Name, double? Published, MnistResult Result)>
            {
                ("software", null, await session.TrackAsync(progress => Task.Run(() => NeuroSimStudy.RunIdeal(settings, images, progress, session.Cancellation)))),
            };
            foreach (var card in chosen)
            {
                var result = await session.TrackAsync(progress => Task.Run(() =>
                {
                    var table = Characterization.Run(card, NeuroSimStudy.TableOptions, progress, session.Cancellation);
                    return NeuroSimStudy.RunDevice(settings, images, card, table, progress, session.Cancellation);
                }));
                rows.Add((card.Id, NeuroSimDevice.All.FirstOrDefault(device => device.Card == card.Id)?.Accuracy, result));
            }

            Tell(session, settings, digits.Name, rows);
            return ExitCode.Ok;
        }
    }

    private static DigitSet Aside(DigitSet digits)
    {
        var parts = ValidationSplit.Split(digits.Train, MnistTuning.ValidationImages);
        return digits with { Train = parts.Training, Test = parts.Validation };
    }

    private static void Tell(Session session, NeuroSimSettings settings, string data, IReadOnlyList<(string Name, double? Published, MnistResult Result)> rows)
    {
        session.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{data}, 400-{settings.Hidden}-10, {settings.Presentations} presentations, {settings.Seeds.Count} seeds, rates {settings.HiddenRate} and {settings.OutputRate}, pulses rounded {settings.Rounding}, {(settings.PartialSumBits == 0 ? "ideal reads" : $"sums read with {settings.PartialSumBits} bits")}"));
        foreach (var (name, published, result) in rows)
        {
            var accuracy = result.Accuracy;
            session.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-28} {accuracy.Mean,6:0.00} % [{accuracy.Lower:0.00}, {accuracy.Upper:0.00}]  published {(published is { } value ? $"{value} %" : "-"),-5} {result.Runs.Average(run => run.PulsesPerImage),8:0.0} pulses per image"));
        }

        session.Say(JsonText.Document(Schema, new
        {
            DataSet = data,
            settings.Presentations,
            settings.Seeds,
            settings.HiddenRate,
            settings.OutputRate,
            Rounding = settings.Rounding.ToString(),
            settings.PartialSumBits,
            Rows = rows.Select(row => new
            {
                row.Name,
                row.Published,
                row.Result.Accuracy.Mean,
                Ci95 = new[] { row.Result.Accuracy.Lower, row.Result.Accuracy.Upper },
                Runs = row.Result.Runs.Select(run => new { run.Seed, run.Accuracy, run.Curve, run.PulsesPerImage }),
            }),
        }));
    }

    private static Option<T> Number<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };
}
