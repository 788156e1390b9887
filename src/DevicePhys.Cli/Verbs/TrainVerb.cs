using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Mnist;
using DevicePhys.Studies.Ablation;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>train: any device's pulse table, or measurements of it, to MNIST accuracy with its confidence interval.</summary>
internal static class TrainVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/train/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (options, source, read) = (new MnistOptions(), new DeviceOptions(), new ArrayOptions(ohms: 0, bits: 0));
        var noAblation = new Option<bool>("--no-ablation") { Description = "With measured data: leave out which effect costs how much." };
        var verb = new Verb("train", "Train a network with a device known by its pulse table or by measurements: MNIST accuracy with confidence interval, beside ideal weights.", Run)
        {
            options.Data, options.Network, options.Presentations, options.Seeds, options.IdealRate, options.DeviceRate, options.WeightScale, options.Threads, noAblation,
        };
        foreach (var option in source.All().Concat(read.All()))
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = read.Apply(options.Settings(parse), parse);
            var device = source.Load(parse);
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            settings = await RateChoice.SettleAsync(settings, options, parse, session, data, device);
            var ideal = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunIdeal(settings, data, progress, session.Cancellation)));
            var trained = await session.TrackAsync(progress => Task.Run(() => MnistStudy.RunDevice(settings, data, device, progress, session.Cancellation)));
            var ablation = source.IsMeasured(parse) && !parse.GetValue(noAblation)
                ? await session.TrackAsync(progress => Task.Run(() => AblationStudy.Run(settings, data, device, progress, session.Cancellation)))
                : null;
            Tell(session, settings, data, device, ideal, trained, ablation);
            return ExitCode.Ok;
        }
    }

    private static void Tell(Session session, MnistSettings settings, DigitSet data, PulseTable device, MnistResult ideal, MnistResult trained, AblationResult? ablation)
    {
        session.Say(string.Create(CultureInfo.InvariantCulture, $"""
            {data.Name}, {settings.Network}, {settings.Presentations} presentations, {settings.Seeds.Count} seeds, rule {settings.Rule.ToString().ToLowerInvariant()}, rate {settings.DeviceRate}, weight scale {settings.WeightScale}
              ideal software   {ideal.Accuracy.Mean:0.00} %   95 % interval {ideal.Accuracy.Lower:0.00} to {ideal.Accuracy.Upper:0.00} %
              {device.Provenance.Card,-16} {trained.Accuracy.Mean:0.00} %   95 % interval {trained.Accuracy.Lower:0.00} to {trained.Accuracy.Upper:0.00} %
              {trained.Runs.Average(run => run.PulsesPerImage):0.0} write pulses per presentation; on average one moves the device by {Share(device, Polarity.Potentiation):+0.0} % (potentiation) or {Share(device, Polarity.Depression):0.0} % (depression) of its range
            """));
        if (ablation is not null)
        {
            session.Say(AblationText.Of(ablation));
        }

        session.Say(JsonText.Document(Schema, new
        {
            DataSet = data.Name,
            Network = settings.Network.ToString(),
            settings.Presentations,
            settings.Seeds,
            Rule = settings.Rule.ToString().ToLowerInvariant(),
            settings.DeviceRate,
            settings.IdealRate,
            settings.WeightScale,
            Ideal = Result(ideal),
            Device = new { device.Provenance.Card, TableHash = PulseTableFile.Hash(device), Result = Result(trained) },
            Ablation = ablation is null ? null : AblationText.Json(ablation),
        }));

        static double Share(PulseTable table, Polarity polarity) => 100 * table.MeanStep(polarity) / (table.Nominal.GMax - table.Nominal.GMin);

        static object Result(MnistResult result) => new
        {
            result.Accuracy.Mean,
            Ci95 = new[] { result.Accuracy.Lower, result.Accuracy.Upper },
            Runs = result.Runs.Select(run => new { run.Seed, run.Accuracy, run.PulsesPerImage }),
        };
    }
}
