using System.CommandLine;
using System.Globalization;
using DevicePhys.Studies.Cores;
using DevicePhys.Studies.Efficiency;

namespace DevicePhys.Cli.Spiking;

/// <summary>spiking cores: a mesh of TrueNorth-like cores and sigma-delta layers at work, counted, timed and priced.</summary>
internal static class CoresVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/spiking-cores/1";

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var side = Number("--side", "Cores along either axis of the mesh.", 16);
        var rate = new Option<string?>("--rate") { Description = "Spikes per neuron and second.", HelpName = "quantity", DefaultValueFactory = _ => "20Hz" };
        var ticks = Number("--ticks", "Ticks of 1 ms that are counted.", 200);
        var threads = Number("--threads", "Threads that share the cores.", Environment.ProcessorCount);
        var frames = Number("--frames", "Frames that the sigma-delta layers are shown.", 100);
        var threshold = Number("--threshold", "How far a value has to move before it is sent, of pixels from 0 to 255.", 8);
        var seed = new Option<ulong>("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1, HelpName = "number" };
        return new Verb("cores", "Run a mesh of TrueNorth-like cores and sigma-delta layers like GrAI One's: counts, time beside real time, energy from the cells.", Run)
        {
            side, rate, ticks, threads, frames, threshold, seed,
        };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var hertz = QuantityOption.Value(parse, rate, "Hz")!.Value;
            var (mesh, video, energy) = await session.TrackAsync(progress => Task.Run(() =>
            {
                progress.Report(new WorkProgress("cores", 0));
                var technology = CoreTechnology.Of(28, 256, session.Cancellation);
                var result = MeshStudy.Run(parse.GetValue(side), hertz, parse.GetValue(ticks), parse.GetValue(threads), parse.GetValue(seed), technology, session.Cancellation);
                progress.Report(new WorkProgress("layers", 0.5));
                var (work, joules) = VideoStudy.Run(parse.GetValue(frames), parse.GetValue(threshold), parse.GetValue(seed), technology);
                return (result, work, joules);
            }));
            session.Say(string.Create(CultureInfo.InvariantCulture, $"{mesh.Cores} cores, {mesh.Ticks} ticks at {mesh.Rate:0.0} Hz: {mesh.Work.Spikes} spikes, {mesh.Work.Rows} rows, {mesh.Work.Synapses} synaptic events, {mesh.Work.Hops} hops"));
            session.Say(string.Create(CultureInfo.InvariantCulture, $"{1e3 * mesh.SecondsPerTick:0.000} ms per tick of 1 ms, {mesh.RealTime:0.00} of real time; {(mesh.EventEnergy is { } each ? SiText.Of(each, "J") : "no energy")} per synaptic event (28 nm, cells and arithmetic only)"));
            session.Say(string.Create(CultureInfo.InvariantCulture, $"sigma-delta layers: {video.Events} events, {video.Synapses} operations, {(double)video.Synapses / video.DenseSynapses:P1} of a dense network, {SiText.Of(energy, "J")}"));
            session.Say(JsonText.Document(Schema, new
            {
                Seed = parse.GetValue(seed), Threads = parse.GetValue(threads), Mesh = mesh, Video = new { Frames = parse.GetValue(frames), Threshold = parse.GetValue(threshold), Work = video, Energy = energy },
            }));
            return ExitCode.Ok;
        }
    }

    private static Option<int> Number(string name, string description, int value) => new(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => value };
}
