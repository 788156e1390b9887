using System.CommandLine;
using DevicePhys.Circuits.Cells;
using DevicePhys.Cli.Sweeps;
using DevicePhys.Plotting;

namespace DevicePhys.Cli.Verbs;

/// <summary>sweep: a device or a cell on a bench.</summary>
internal static class SweepVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/sweep/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "A card, a .card.json file, or a bit cell: " + string.Join(", ", BitCells.All.Select(cell => cell.Name)) + "." }.Offer(Suggestions.Cards().Concat(BitCells.All.Select(cell => cell.Name)));
        var bench = new Option<string>("--bench", "-b") { Description = "iv, qv, pulses, retention, disturb, snm or readwrite.", Required = true, HelpName = "bench" }.Offer(SweepChoice.Benches);
        var access = new Option<string>("--access") { Description = "What stands between a device and its lines: " + string.Join(", ", ResistiveCell.Names) + ".", DefaultValueFactory = _ => "1R", HelpName = "cell" }.Offer(ResistiveCell.Names);
        var voltage = Text("--voltage", "End of a voltage sweep, or the supply of a cell.");
        var current = Text("--current", "End of a current sweep: the current is driven, the voltage measured.");
        var compliance = Text("--compliance", "The largest current of a voltage sweep, or the largest voltage of a current sweep.");
        var start = new Option<string?>("--start") { Description = "Where states start in iv and qv, such as u=0.5; others as the model says.", HelpName = "name=value,..." };
        var period = Text("--period", "Length of a triangle; by default 100 pulse widths.");
        var time = Text("--time", "How long to wait in retention and disturb.");
        var temperature = TemperatureOption.Create("The temperature of the transistors of a cell, or of a card that has one.");
        var pulses = new Option<int>("--pulses") { Description = "Pulses of each kind.", DefaultValueFactory = _ => 50, HelpName = "number" };
        var traces = new Option<int>("--traces") { Description = "Traces of a device that jumps or scatters.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of jumps and C2C draws.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var engine = new Option<string>("--engine") { Description = "The circuit engine.", DefaultValueFactory = _ => "builtin", HelpName = "engine" };
        var (output, force) = (CommonOptions.CreateOutput("sweep"), CommonOptions.CreateForce());
        return new Verb("sweep", "Put a device or a memory cell on a bench: numbers as CSV, a picture as SVG and PNG.", Run)
        {
            what, bench, access, voltage, current, compliance, start, period, time, temperature, pulses, traces, seed, engine, output, force,
        };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var request = new SweepRequest(
                QuantityOption.Value(parse, voltage, "V"), QuantityOption.Value(parse, current, "A"), QuantityOption.Any(parse, compliance, "A", "V"),
                QuantityOption.Value(parse, period, "s"), QuantityOption.Value(parse, time, "s"), TemperatureOption.Value(parse, temperature),
                parse.GetValue(pulses), parse.GetValue(traces), parse.GetValue(seed), parse.GetValue(engine)!)
            {
                Start = StateList.Parse(parse.GetValue(start)),
            };
            var (name, on) = (parse.GetRequiredValue(what), parse.GetRequiredValue(bench));
            var work = SweepChoice.Of(name, on, parse.GetValue(access)!, request);
            using var folder = RunFolder.Open("sweep", parse.GetValue(output), parse.GetValue(force));
            var report = await session.TrackAsync(progress => Task.Run(() =>
            {
                progress.Report(new WorkProgress($"{on} of {name}", 0));
                return work(session.Cancellation);
            }));
            report.Trace.WriteCsv(folder.PathOf($"{on}.csv"));
            string?[] warnings = [report.Picture.Write(folder.PathOf(on), session.Pictures), .. report.More.Select(more => more.Picture.Write(folder.PathOf($"{on}-{more.Suffix}"), session.Pictures))];
            if (warnings.OfType<string>().FirstOrDefault() is { } warning)
                session.Warn(warning);
            var record = JsonText.Document(Schema, new
            {
                What = name, Bench = on, Access = parse.GetValue(access), request.Seed, request.Engine, request.Pulses, request.Traces, request.Temperature, report.Figures,
            });
            var path = folder.Publish(record);
            session.Say($"{name}, {on}: {string.Join('\n', report.Lines)}\nwritten to {path}");
            session.Say(record);
            return ExitCode.Ok;
        }
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "quantity" };
}
