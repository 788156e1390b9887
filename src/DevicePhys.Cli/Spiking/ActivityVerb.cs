using System.CommandLine;
using System.Globalization;
using DevicePhys.Plotting;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>spiking activity: spikes and synaptic events against neurons, for several ratios of synapses to neurons.</summary>
internal static class ActivityVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking-activity/1";

    private static readonly AxisQuantity Neurons = new("Neurons", "", "");

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var sizes = Numbers("--neurons", "Sizes of the network, multiples of 5.", [500, 1000, 2000, 4000]);
        var ratios = Numbers("--ratios", "Synapses per neuron, multiples of 5.", [20, 40, 80, 160]);
        var duration = new Option<string?>("--duration") { Description = "How long each network runs.", HelpName = "quantity", DefaultValueFactory = _ => "1s" };
        var seed = new Option<ulong>("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var (output, force) = (CommonOptions.CreateOutput("spiking-activity"), CommonOptions.CreateForce());
        return new Verb("activity", "Spikes and synaptic events of random networks against their size, for several ratios of synapses to neurons.", Run)
        {
            sizes, ratios, duration, seed, output, force,
        };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            using var folder = RunFolder.Open("spiking-activity", parse.GetValue(output), parse.GetValue(force));
            var seconds = QuantityOption.Value(parse, duration, "s")!.Value;
            var points = await session.TrackAsync(progress => Task.Run(
                () => ActivityStudy.Run(parse.GetValue(sizes)!, parse.GetValue(ratios)!, seconds, parse.GetValue(seed), progress, session.Cancellation)));
            var shown = points[0];
            var border = shown.Neurons * 4 / 5;
            string?[] warnings =
            [
                Lines("Spikes", points, point => point.Spikes).Write(folder.PathOf("spikes"), session.Pictures),
                Lines("Synaptic events", points, point => point.SynapticEvents).Write(folder.PathOf("events"), session.Pictures),
                RasterPlot.Draw($"{shown.Neurons} neurons, {shown.Ratio} synapses each", Group("excitatory", cell => cell < border), Group("inhibitory", cell => cell >= border))
                    .Write(folder.PathOf("raster"), session.Pictures),
            ];
            if (warnings.OfType<string>().FirstOrDefault() is { } warning)
                session.Warn(warning);
            var document = JsonText.Document(Schema, new
            {
                Duration = seconds, Seed = parse.GetValue(seed), Points = points.Select(point => new { point.Neurons, point.Ratio, point.Spikes, point.SynapticEvents }),
            });
            folder.Write("run.json", document);
            var path = folder.Publish();
            foreach (var point in points)
                session.Say(string.Create(CultureInfo.InvariantCulture, $"{point.Neurons,6} neurons × {point.Ratio,4} synapses  {point.Spikes,8} spikes  {point.SynapticEvents,10} synaptic events  {point.Spikes / (point.Neurons * seconds):0.00} Hz"));
            session.Say($"written to {path}");
            session.Say(document);
            return ExitCode.Ok;

            (string Name, IReadOnlyList<double> Times, IReadOnlyList<int> Neurons) Group(string name, Func<int, bool> belongs)
            {
                var chosen = Enumerable.Range(0, shown.Cells.Count).Where(s => belongs(shown.Cells[s])).ToList();
                return (name, [.. chosen.Select(s => shown.Times[s])], [.. chosen.Select(s => shown.Cells[s])]);
            }
        }
    }

    private static Picture Lines(string what, IReadOnlyList<ActivityPoint> points, Func<ActivityPoint, long> figure) => CurvePlot.Draw(
        $"{what} against neurons", Neurons, new AxisQuantity(what, "", ""),
        [.. points.GroupBy(point => point.Ratio).Select(group => new CurveSeries(
            $"M = {group.Key}", [.. group.Select(point => (double)point.Neurons)], [.. group.Select(point => (double)figure(point))]))],
        logarithmic: true);

    private static Option<int[]> Numbers(string name, string description, int[] values) => new(name)
    {
        Description = description, DefaultValueFactory = _ => values, HelpName = "numbers", AllowMultipleArgumentsPerToken = true,
    };
}
