using System.CommandLine;
using System.Globalization;
using System.Text;
using DevicePhys.Plotting;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>spiking retention: what rarer refresh of the memory costs a network that has learnt digits.</summary>
internal static class RetentionVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking-retention/1";

    private const string Name = "spiking-retention";

    private static readonly double[] Intervals = [0.5e-3, 1e-3, 2e-3, 5e-3, 10e-3, 20e-3, 50e-3, 100e-3, 200e-3];

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var options = new SpikingOptions();
        var temperatures = new Option<string[]>("--temperatures")
        {
            Description = $"Temperatures of the memory. {TemperatureOption.Form}", DefaultValueFactory = _ => ["27C", "55C", "85C"], HelpName = "temperatures", AllowMultipleArgumentsPerToken = true,
        };
        var (output, force) = (CommonOptions.CreateOutput(Name), CommonOptions.CreateForce());
        var verb = new Verb("retention", "Train once, then hold the weights in a cell that is refreshed more and more rarely, at several temperatures.", Run) { temperatures, output, force };
        foreach (var option in options.All)
            verb.Add(option);
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            double[] kelvins = [.. parse.GetValue(temperatures)!.Select(text => TemperatureOption.Parse(text, "--temperatures")).Order()];
            using var folder = RunFolder.Open(Name, parse.GetValue(output), parse.GetValue(force));
            var table = await Task.Run(() => SpikingOptions.Table(parse.GetValue(options.Cell) ?? "1T-1C", kelvins, session.Cancellation));
            var memories = kelvins.SelectMany(kelvin => Intervals.Select(interval => options.Memory(parse, table, kelvin, interval)))
                .Where(memory => Math.Max(memory.LossOfOne, memory.LossOfZero) <= 0.5).ToList();
            if (memories.Count == 0)
                throw new ArgumentException($"--temperatures: {table.Cell} loses more than half of its bits within {SiText.Of(Intervals[0], "s")}, expected colder ones.");
            var digits = await options.Digits(parse, session);
            var parts = options.Parts(parse, Name, parse.GetValue(output), SpikingStore.Identity(settings, memories, digits));
            var points = await session.TrackAsync(progress => Task.Run(() => RetentionStudy.Run(settings, memories, digits, parts.Store, progress, session.Cancellation)));
            foreach (var warning in new[]
            {
                RetentionPictures.Accuracy(digits.Name, points).Write(folder.PathOf("retention"), session.Pictures), RetentionPictures.Energy(digits.Name, points).Write(folder.PathOf("energy"), session.Pictures),
            }.OfType<string>().Distinct())
            {
                session.Warn(warning);
            }

            WholeFile.Write(folder.PathOf("retention.csv"), stream => stream.Write(Encoding.UTF8.GetBytes(RetentionPictures.Csv(points))));
            var document = JsonText.Document(Schema, new
            {
                DataSet = digits.Name, settings.Network.Neurons, settings.Examples, settings.Seeds, Cell = points[0].Memory.Cell.Cell, points[0].Memory.Bits, points[0].Memory.Inverted,
                Points = points.Select(point => new
                {
                    point.Memory.Temperature, point.Memory.RefreshInterval, point.Memory.LossOfOne, point.Memory.LossOfZero,
                    LabelAverage = SpikingText.Json(SpikingText.Interval(point.Runs, run => run.LabelAverage)),
                    Proportion = SpikingText.Json(SpikingText.Interval(point.Runs, run => run.Proportion)), Runs = point.Runs.Select(SpikingText.Json),
                }),
            });
            folder.Write("run.json", document);
            var path = folder.Publish();
            parts.Remove();
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
