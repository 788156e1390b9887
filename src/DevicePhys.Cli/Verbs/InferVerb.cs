using System.CommandLine;
using System.Globalization;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Devices;
using DevicePhys.Plotting;
using DevicePhys.Statistics;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Inference;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>infer: trained weights in fresh devices again and again, and the distribution of the accuracy.</summary>
internal static class InferVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/infer/1";

    private static readonly double[] Shares = [0, 0.05, 0.5, 0.95, 1];

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (options, devices, draws) = (new MnistOptions(), new DeviceOptions(), new InferenceOptions());
        var (output, force) = (CommonOptions.CreateOutput("infer"), CommonOptions.CreateForce());
        var verb = new Verb("infer", "Monte Carlo inference: weights trained in software, put into fresh devices again and again; the distribution of the accuracy.", Run) { options.Card };
        foreach (var option in devices.All().Concat([options.Data, options.Network, options.Presentations, options.IdealRate, options.Threads]).Concat(draws.All()).Concat(options.Tables.All()).Concat([output, force]))
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Settings(parse) with { Seeds = [1], Checkpoints = 1 };
            var chosen = draws.Settings(parse, settings.Threads);
            using var folder = RunFolder.Open("infer", parse.GetValue(output), parse.GetValue(force));
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            var table = devices.IsGiven(parse) ? devices.Load(parse) : await session.TrackAsync(progress => Task.Run(() => Characterization.Run(
                DeviceCatalog.Default.Card(parse.GetValue(options.Card)!), options.Tables.Characterization(parse) with { Threads = settings.Threads }, progress, session.Cancellation)));
            var (layers, software) = await Task.Run(() => TrainedWeights.Ideal(settings, data, 1, session.Cancellation));
            var result = await session.TrackAsync(progress => Task.Run(() => TableInference.Run(layers, table, data.Test, chosen, progress, session.Cancellation)));
            Write(session, folder, settings, chosen, data, table, software, result);
            return ExitCode.Ok;
        }
    }

    private static void Write(
        Session session, RunFolder folder, MnistSettings settings, TableInferenceSettings chosen, DigitSet data, PulseTable table, double software, InferenceResult result)
    {
        var (accuracy, spread, quantiles) = (result.Accuracy, Moments.Of([.. result.Runs]).StandardDeviation, Quantiles.Of([.. result.Runs], Shares));
        var tolerance = chosen.Programming == Programming.Verify ? TableInference.Tolerance(table, chosen) : (double?)null;
        var document = JsonText.Document(Schema, new
        {
            DataSet = data.Name, Network = settings.Network.ToString(), settings.Presentations, table.Provenance.Card, TableHash = PulseTableFile.Hash(table), Software = software,
            chosen.Programming, Tolerance = tolerance, chosen.MostPulses, chosen.DeviceToDevice, chosen.ReadNoise, chosen.Stuck, chosen.Age, WireSegment = chosen.Wires?.WordLineSegment ?? 0,
            chosen.Instances, chosen.Seed, accuracy.Mean, Ci95 = new[] { accuracy.Lower, accuracy.Upper }, StandardDeviation = spread,
            Quantiles = Shares.Zip(quantiles, (share, value) => new { Share = share, Accuracy = value }), result.Runs,
        });
        folder.Write("infer.json", document);
        var picture = ProbabilityPlot.Draw(
            string.Create(CultureInfo.InvariantCulture, $"{MnistPictures.Name(data.Name)}, {settings.Network}: {table.Provenance.Card}, {chosen.Instances} draws of all devices (software {software:0.00} %)"),
            new AxisQuantity("Test accuracy", "", "%"), [new ProbabilitySeries("fresh devices", result.Runs)]);
        if (picture.Write(folder.PathOf("accuracy"), session.Pictures) is { } warning)
        {
            session.Warn(warning);
        }

        var path = folder.Publish();
        session.Say(string.Create(CultureInfo.InvariantCulture, $"""
            {data.Name}, {settings.Network}, {table.Provenance.Card}, {chosen.Instances} networks of fresh devices, programmed by {chosen.Programming.ToString().ToLowerInvariant()}{(tolerance is { } near ? $" to {100 * near:0.0} % of the range" : "")}
              software weights   {software:0.00} %
              mean over devices  {accuracy.Mean:0.00} %   95 % interval {accuracy.Lower:0.00} to {accuracy.Upper:0.00} %
              from one network to the next: standard deviation {spread:0.00} points; worst {quantiles[0]:0.00}, 5 % below {quantiles[1]:0.00}, median {quantiles[2]:0.00}, 5 % above {quantiles[3]:0.00}, best {quantiles[4]:0.00} %
            """));
        session.Say($"written to {path}");
        session.Say(document);
    }
}
