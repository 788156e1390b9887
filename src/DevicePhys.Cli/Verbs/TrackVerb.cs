using System.CommandLine;
using DevicePhys.Cards;
using DevicePhys.Cli.Tracks;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions.Tracks;

namespace DevicePhys.Cli.Verbs;

/// <summary>track: skyrmions on a track during a pulse train.</summary>
internal static class TrackVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var card = new Argument<string>("card") { Description = "A card of the model SkyrmionTrack, or a .card.json file.", DefaultValueFactory = _ => "SkyrmionTrack.GdFeCo" };
        var forward = Whole("--forward", 10, "Pulses that bring skyrmions in.");
        var backward = Whole("--backward", 4, "Pulses after them that take skyrmions out.");
        var density = Text("--density", "2.45e11 A/m^2", "Current density of a pulse.");
        var width = Text("--width", "10 ns", "Length of a pulse.");
        var period = Text("--period", "100 ns", "From pulse to pulse.");
        var seed = new Option<ulong>("--seed") { Description = "The seed of pins, nucleation and thermal motion.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var output = CommonOptions.CreateOutput("track");
        var force = CommonOptions.CreateForce();
        return new Verb("track", "Send current pulses through a skyrmion track: every path, the count, and pictures of both.", Run)
        {
            card, forward, backward, density, width, period, seed, output, force,
        };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var device = DeviceCatalog.Default.Card(parse.GetRequiredValue(card));
            var train = new TrackTrain(
                parse.GetValue(forward), parse.GetValue(backward), Value(parse, density, "A/m^2"), Value(parse, width, "s"), Value(parse, period, "s"));
            var simulation = new TrackSimulation(device, new TrackOptions { Seed = parse.GetValue(seed) });
            using var folder = RunFolder.Open("track", parse.GetValue(output), parse.GetValue(force));
            var report = await session.TrackAsync(progress => Task.Run(() => train.Run(device, simulation, progress, session.Cancellation)));
            TrackOutput.Write(session, folder, device, train, report, parse.GetValue(seed));
            return ExitCode.Ok;
        }
    }

    private static double Value(ParseResult parse, Option<string> option, string unit)
    {
        var text = parse.GetValue(option)!;
        try
        {
            var quantity = Quantity.Parse(text);
            return quantity.IsIn(unit) && quantity.Value > 0
                ? quantity.Value
                : throw new ArgumentException($"{option.Name}: '{text}' should be above 0 and in '{unit}'.");
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"{option.Name}: {exception.Message}.", exception);
        }
    }

    private static Option<int> Whole(string name, int value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };

    private static Option<string> Text(string name, string value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "quantity" };
}
