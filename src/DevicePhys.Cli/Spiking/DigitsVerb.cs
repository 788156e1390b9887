using System.CommandLine;
using System.Globalization;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Spiking;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Spiking;

/// <summary>spiking mnist: digits learnt by spike timing, weights in memory cells, in devices, or as plain numbers.</summary>
internal static class DigitsVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking/1";

    private const string Name = "spiking";

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var (options, device) = (new SpikingOptions(), new SynapseDevice());
        var refresh = new Option<string?>("--refresh") { Description = "Time between two refreshes of a row, for cells that need it.", HelpName = "quantity" };
        var temperature = TemperatureOption.Create("The temperature of the memory.", "27C");
        var (output, force) = (CommonOptions.CreateOutput(Name), CommonOptions.CreateForce());
        var verb = new Verb("mnist", "Learn MNIST by spike timing; with --cell the weights are written back to bit cells or to devices after every image.", Run) { refresh, temperature, output, force };
        foreach (var option in options.All.Concat(device.All))
            verb.Add(option);
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            var kelvin = TemperatureOption.Value(parse, temperature)!.Value;
            var interval = QuantityOption.Value(parse, refresh, "s") ?? double.PositiveInfinity;
            using var folder = RunFolder.Open(Name, parse.GetValue(output), parse.GetValue(force));
            if (parse.GetValue(options.Cell) is { } cell && !CellCharacterization.Cells.ContainsKey(cell))
            {
                options.RefuseBits(parse, cell, refresh, temperature);
                settings = settings with { Memory = await device.Settings(parse, cell, settings, session) with { Rounding = options.Rounding(parse) } };
            }
            else
            {
                device.Refuse(parse);
                settings = settings with { Memory = parse.GetValue(options.Cell) is { } bits ? options.Memory(parse, bits, kelvin, interval, session.Cancellation) : null };
            }

            settings.Check();
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
                settings.WriteEvery, Memory = SpikingText.Json(settings.Memory),
                LabelAverage = SpikingText.Json(average), Proportion = SpikingText.Json(proportion), result.Confusion, Runs = runs.Select(SpikingText.Json),
            });
            folder.Write("run.json", document);
            if (settings.Memory is DeviceSynapseSettings { Table: var table })
                PulseTableFile.Save(table, folder.PathOf("table.npz"));
            var path = folder.Publish();
            parts.Remove();
            session.Say(string.Create(
                CultureInfo.InvariantCulture, $"{MnistPictures.Name(digits.Name)}, {settings.Network.Neurons} neurons, {settings.Examples} training images, {runs.Count} seed(s), weights in {settings.Memory?.Name ?? "plain numbers"}"));
            session.Say($"  label average  {SpikingText.Of(average)}");
            session.Say($"  proportion     {SpikingText.Of(proportion)}");
            session.Say(string.Create(CultureInfo.InvariantCulture, $"  per test image {runs.Average(run => run.InputSpikes):0} input spikes, {runs.Average(run => run.Spikes):0.0} output spikes"));
            if (SpikingText.Price(runs) is { } price)
                session.Say($"  energy         {price}");
            if (SpikingText.Writes(result) is { } writes)
                session.Say($"  write-back     per training image {writes}");
            session.Say($"written to {path}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }
}
