using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Mnist;
using DevicePhys.Cli.Spiking;
using DevicePhys.Plotting;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Verbs;

/// <summary>spiking: networks of spiking neurons that learn digits without a teacher, their weights in memory cells.</summary>
internal static class SpikingVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking/1";

    /// <summary>The name of the JSON form of the retention study.</summary>
    public const string RetentionSchema = "devicephys/spiking-retention/1";

    private static readonly double[] Intervals = [0.5e-3, 1e-3, 2e-3, 5e-3, 10e-3, 20e-3, 50e-3, 100e-3, 200e-3];

    /// <summary>Makes the verb.</summary>
    public static Command Create() => new("spiking", "Spiking networks that learn digits without a teacher, their weights in memory cells.") { Digits(), Retention(), ActivityVerb.Create(), CoresVerb.Create() };

    private static Verb Digits()
    {
        var options = new SpikingOptions();
        var refresh = new Option<string?>("--refresh") { Description = "Time between two refreshes of a row, for cells that need it.", HelpName = "quantity" };
        var temperature = TemperatureOption.Create("The temperature of the memory.");
        var (output, force) = (CommonOptions.CreateOutput("spiking"), CommonOptions.CreateForce());
        var verb = new Verb("mnist", "Learn MNIST by spike timing; with --cell the weights are written back to its bits after every image.", Run) { refresh, temperature, output, force };
        foreach (var option in options.All)
            verb.Add(option);
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            var kelvin = TemperatureOption.Parse(parse.GetValue(temperature)!);
            var interval = QuantityOption.Value(parse, refresh, "s") ?? double.PositiveInfinity;
            if (parse.GetValue(options.Cell) is { } cell)
                settings = settings with { Memory = options.Memory(parse, cell, kelvin, interval, session.Cancellation) };
            settings.Check();
            using var folder = RunFolder.Open("spiking", parse.GetValue(output), parse.GetValue(force));
            var digits = await options.Digits(parse, session);
            var runs = await session.TrackAsync(progress => Task.Run(() => SpikingDigitsStudy.Run(settings, digits, progress, session.Cancellation)));
            var (average, proportion) = (SpikingText.Interval(runs, run => run.LabelAverage), SpikingText.Interval(runs, run => run.Proportion));
            var document = JsonText.Document(Schema, new
            {
                DataSet = digits.Name, settings.Network.Neurons, settings.Examples, settings.LabelImages, settings.TestImages, settings.Seeds,
                Memory = settings.Memory is { } memory
                    ? new { memory.Cell.Cell, memory.Bits, memory.Stochastic, memory.Inverted, memory.RefreshInterval, memory.Temperature, memory.LossOfOne, memory.LossOfZero }
                    : null,
                LabelAverage = SpikingText.Json(average), Proportion = SpikingText.Json(proportion), Runs = runs,
            });
            folder.Write("run.json", document);
            var path = folder.Publish();
            session.Say(string.Create(
                CultureInfo.InvariantCulture, $"{MnistPictures.Name(digits.Name)}, {settings.Network.Neurons} neurons, {settings.Examples} training images, {runs.Count} seed(s), weights in {settings.Memory?.Cell.Cell ?? "plain numbers"}"));
            session.Say($"  label average  {SpikingText.Of(average)}");
            session.Say($"  proportion     {SpikingText.Of(proportion)}");
            session.Say(string.Create(CultureInfo.InvariantCulture, $"  per test image {runs.Average(run => run.InputSpikes):0} input spikes, {runs.Average(run => run.Spikes):0.0} output spikes"));
            if (SpikingText.Price(runs) is { } price)
                session.Say($"  energy         {price}");
            session.Say($"written to {path}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }

    private static Verb Retention()
    {
        var options = new SpikingOptions();
        var temperatures = new Option<string[]>("--temperatures")
        {
            Description = "Temperatures of the memory.", DefaultValueFactory = _ => ["27", "55", "85"], HelpName = "temperatures", AllowMultipleArgumentsPerToken = true,
        };
        var (output, force) = (CommonOptions.CreateOutput("spiking-retention"), CommonOptions.CreateForce());
        var verb = new Verb("retention", "Train once, then hold the weights in a cell that is refreshed more and more rarely, at several temperatures.", Run) { temperatures, output, force };
        foreach (var option in options.All)
            verb.Add(option);
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            double[] kelvins = [.. parse.GetValue(temperatures)!.Select(text => TemperatureOption.Parse(text, "--temperatures")).Order()];
            using var folder = RunFolder.Open("spiking-retention", parse.GetValue(output), parse.GetValue(force));
            var digits = await options.Digits(parse, session);
            var points = await session.TrackAsync(progress => Task.Run(() =>
            {
                var table = SpikingOptions.Table(parse.GetValue(options.Cell) ?? "1T-1C", kelvins, session.Cancellation);
                var memories = kelvins.SelectMany(kelvin => Intervals.Select(interval => options.Memory(parse, table, kelvin, interval)))
                    .Where(memory => Math.Max(memory.LossOfOne, memory.LossOfZero) <= 0.5).ToList();
                return RetentionStudy.Run(settings, memories, digits, progress, session.Cancellation);
            }));
            foreach (var warning in new[]
            {
                RetentionPictures.Accuracy(digits.Name, points).Write(folder.PathOf("retention")), RetentionPictures.Energy(digits.Name, points).Write(folder.PathOf("energy")),
            }.OfType<string>().Distinct())
            {
                session.Warn(warning);
            }

            WholeFile.Write(folder.PathOf("retention.csv"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(RetentionPictures.Csv(points))));
            var document = JsonText.Document(RetentionSchema, new
            {
                DataSet = digits.Name, settings.Network.Neurons, settings.Examples, settings.Seeds, Cell = points[0].Memory.Cell.Cell, points[0].Memory.Bits, points[0].Memory.Inverted,
                Points = points.Select(point => new
                {
                    point.Memory.Temperature, point.Memory.RefreshInterval, point.Memory.LossOfOne, point.Memory.LossOfZero,
                    LabelAverage = SpikingText.Json(SpikingText.Interval(point.Runs, run => run.LabelAverage)),
                    Proportion = SpikingText.Json(SpikingText.Interval(point.Runs, run => run.Proportion)), point.Runs,
                }),
            });
            folder.Write("run.json", document);
            var path = folder.Publish();
            foreach (var point in points)
            {
                session.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{point.Memory.Temperature - TemperatureOption.Zero,5:0} °C  refresh {SiText.Of(point.Memory.RefreshInterval, "s"),8}  lost: ones {point.Memory.LossOfOne,8:0.0e+0}, zeros {point.Memory.LossOfZero,8:0.0e+0}  proportion {SpikingText.Of(SpikingText.Interval(point.Runs, run => run.Proportion)),-26} {SiText.Of(point.Runs.Average(run => run.Price!.Total), "J")} per image"));
            }

            session.Say($"written to {path}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }
}
