using System.CommandLine;
using System.Diagnostics;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Plotting;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>mnist: the whole chain, from a card to an accuracy with its confidence interval.</summary>
internal static class MnistVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var options = new MnistOptions();
        var verb = new Verb("mnist", "The main job: a card through circuit, pulse table and crossbar to MNIST accuracy.", Run);
        foreach (var option in options.All())
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            var card = DeviceCatalog.Default.Card(parse.GetValue(options.Card)!);
            var tables = options.Tables.Characterization(parse) with { Threads = settings.Threads };
            var sweep = parse.GetValue(options.Sweep) is { } quantity ? SweepOutput.Parse(quantity) : (SweepQuantity?)null;
            if (sweep is not null && parse.GetValue(options.Table) is not null)
            {
                throw new ArgumentException("--table and --sweep do not go together: a sweep makes a table for every point.");
            }

            using var folder = RunFolder.Open("mnist", parse.GetValue(options.Output), parse.GetValue(options.Force));
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            if (sweep is { } swept)
            {
                var points = await session.TrackAsync(progress => Task.Run(() => MnistSweep.Run(swept, settings, data, card, tables, progress, session.Cancellation)));
                SweepOutput.Write(session, folder, swept, settings, data, card, points);
                return ExitCode.Ok;
            }

            var watch = Stopwatch.StartNew();
            var table = await Table(parse.GetValue(options.Table), card, tables, session);
            if (parse.GetValue(options.Tune))
            {
                var points = await session.TrackAsync(progress => Task.Run(() => MnistTuning.Run(settings, data, table, progress, session.Cancellation)));
                TuningOutput.Write(session, folder, settings, data, card, points);
                return ExitCode.Ok;
            }

            var ideal = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunIdeal(settings, data, progress, session.Cancellation)));
            var device = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunDevice(settings, data, table, progress, session.Cancellation)));
            Write(session, folder, new MnistReport(settings, data.Name, data.Source, card, table, ideal, device, watch.Elapsed.TotalSeconds));
            return ExitCode.Ok;
        }
    }

    private static async Task<PulseTable> Table(string? path, Card card, CharacterizationOptions options, Session session)
    {
        if (path is null)
        {
            return await session.TrackAsync(progress => Task.Run(() => Characterization.Run(card, options, progress, session.Cancellation)));
        }

        var table = PulseTableFile.Load(path);
        return table.Provenance.CardHash == card.Hash
            ? table
            : throw new DataFileException($"{path}: card: the table was made from {table.Provenance.Card} with other content than {card.Id} has now, expected its own table.");
    }

    private static void Write(Session session, RunFolder folder, MnistReport report)
    {
        folder.Write("run.json", report.Full());
        PulseTableFile.Save(report.Table, folder.PathOf("table.npz"));
        var warnings = new[]
        {
            MnistPictures.Accuracy(report).Write(folder.PathOf("accuracy"), session.Pictures),
            MnistPictures.Confusion(report).Write(folder.PathOf("confusion"), session.Pictures),
        };
        if (warnings.OfType<string>().FirstOrDefault() is { } warning)
        {
            session.Warn(warning);
        }

        var path = folder.Publish();
        session.Say(MnistText.Results(report));
        session.Say(MnistText.Cost(report));
        session.Say($"written to {path}");
        session.Say(report.Summary());
    }
}
