using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Mnist;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>spiking mnist: digits learnt by spike timing, weights in memory cells or as plain numbers.</summary>
internal static class DigitsVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking/1";

    private const string Name = "spiking";

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var options = new SpikingOptions();
        var refresh = new Option<string?>("--refresh") { Description = "Time between two refreshes of a row, for cells that need it.", HelpName = "quantity" };
        var temperature = TemperatureOption.Create("The temperature of the memory.", "27C");
        var (output, force) = (CommonOptions.CreateOutput(Name), CommonOptions.CreateForce());
        var verb = new Verb("mnist", "Learn MNIST by spike timing; with --cell the weights are written back to its bits after every image.", Run) { refresh, temperature, output, force };
        foreach (var option in options.All)
            verb.Add(option);
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            var kelvin = TemperatureOption.Value(parse, temperature)!.Value;
            var interval = QuantityOption.Value(parse, refresh, "s") ?? double.PositiveInfinity;
            if (parse.GetValue(options.Cell) is { } cell)
                settings = settings with { Memory = options.Memory(parse, cell, kelvin, interval, session.Cancellation) };
            settings.Check();
            using var folder = RunFolder.Open(Name, parse.GetValue(output), parse.GetValue(force));
            var digits = await options.Digits(parse, session);
            var parts = options.Parts(parse, Name, parse.GetValue(output), SpikingStore.Identity(settings, [], digits));
            var result = await session.TrackAsync(progress => Task.Run(() => SpikingDigitsStudy.Run(settings, digits, parts.Store, progress, session.Cancellation)));
            foreach (var warning in new DigitsPictures(result, digits).Write(folder, session.Pictures))
                session.Warn(warning);
            var runs = result.Runs;
            var (average, proportion) = (SpikingText.Interval(runs, run => run.LabelAverage), SpikingText.Interval(runs, run => run.Proportion));
            var document = JsonText.Document(Schema, new
            {
                DataSet = digits.Name, settings.Network.Neurons, settings.Examples, settings.LabelImages, settings.TestImages, settings.Seeds,
                Memory = settings.Memory is { } memory
                    ? new { memory.Cell.Cell, memory.Bits, memory.Stochastic, memory.Inverted, memory.RefreshInterval, memory.Temperature, memory.LossOfOne, memory.LossOfZero }
                    : null,
                LabelAverage = SpikingText.Json(average), Proportion = SpikingText.Json(proportion), result.Confusion, Runs = runs.Select(SpikingText.Json),
            });
            folder.Write("run.json", document);
            var path = folder.Publish();
            parts.Remove();
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
}
