using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Mnist;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;

namespace DevicePhys.Cli.Verbs;

/// <summary>train: any device's pulse table to MNIST accuracy with its confidence interval.</summary>
internal static class TrainVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/train/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var options = new MnistOptions();
        var table = new Option<string>("--table") { Description = "A pulse table (.npz), or a folder with CrossSim dG tables.", Required = true, HelpName = "file" };
        var verb = new Verb("train", "Train a network with a device known by its pulse table: MNIST accuracy with confidence interval, beside ideal weights.", Run)
        {
            table, options.Data, options.Network, options.Presentations, options.Seeds, options.IdealRate, options.DeviceRate, options.WeightScale, options.Threads,
        };
        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse);
            var path = parse.GetRequiredValue(table);
            var device = Directory.Exists(path) ? CrossSimTables.Import([path]) : PulseTableFile.Load(path);
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            var ideal = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunIdeal(settings, data, progress, session.Cancellation)));
            var trained = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunDevice(settings, data, device, progress, session.Cancellation)));
            Tell(session, settings, data, device, ideal, trained);
            return ExitCode.Ok;
        }
    }

    private static void Tell(Session session, MnistSettings settings, DigitSet data, PulseTable device, MnistResult ideal, MnistResult trained)
    {
        session.Say(string.Create(CultureInfo.InvariantCulture, $"""
            {data.Name}, {settings.Network}, {settings.Presentations} presentations, {settings.Seeds.Count} seeds, rate {settings.DeviceRate}, weight scale {settings.WeightScale}
              ideal software   {ideal.Accuracy.Mean:0.00} %   95 % interval {ideal.Accuracy.Lower:0.00} to {ideal.Accuracy.Upper:0.00} %
              {device.Provenance.Card,-16} {trained.Accuracy.Mean:0.00} %   95 % interval {trained.Accuracy.Lower:0.00} to {trained.Accuracy.Upper:0.00} %
              {trained.Runs.Average(run => run.PulsesPerImage):0.0} write pulses per presentation
            """));
        session.Say(JsonText.Document(Schema, new
        {
            DataSet = data.Name,
            Network = settings.Network.ToString(),
            settings.Presentations,
            settings.Seeds,
            settings.DeviceRate,
            settings.IdealRate,
            settings.WeightScale,
            Ideal = Result(ideal),
            Device = new { device.Provenance.Card, TableHash = PulseTableFile.Hash(device), Result = Result(trained) },
        }));

        static object Result(MnistResult result) => new
        {
            result.Accuracy.Mean,
            Ci95 = new[] { result.Accuracy.Lower, result.Accuracy.Upper },
            Runs = result.Runs.Select(run => new { run.Seed, run.Accuracy, run.PulsesPerImage }),
        };
    }
}
