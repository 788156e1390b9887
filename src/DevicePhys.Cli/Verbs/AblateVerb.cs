using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Mnist;
using DevicePhys.Plotting;
using DevicePhys.Studies.Ablation;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>ablate: which property of a device costs how many points of accuracy.</summary>
internal static class AblateVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/ablate/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var (options, device, read) = (new MnistOptions(), new DeviceOptions(), new ArrayOptions(ohms: 1, bits: 8));
        var (output, force) = (CommonOptions.CreateOutput("ablate"), CommonOptions.CreateForce());
        var verb = new Verb("ablate", "What non-linearity, asymmetry, number of states, C2C, D2D, wires and converters cost a network of some device, in points with confidence intervals.", Run)
        {
            options.Data, options.Network, options.Presentations, options.Seeds, options.DeviceRate, options.WeightScale, options.Threads, output, force,
        };
        foreach (var option in device.All().Concat(read.All()))
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            using var folder = RunFolder.Open("ablate", parse.GetValue(output), parse.GetValue(force));
            var table = device.Load(parse);
            var settings = read.Apply(options.Settings(parse), parse);
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            settings = await RateChoice.SettleAsync(settings, options, parse, session, data, table);
            var result = await session.TrackAsync(progress => Task.Run(() => AblationStudy.Run(settings, data, table, progress, session.Cancellation)));
            session.Say(string.Create(CultureInfo.InvariantCulture,
                $"{data.Name}, {settings.Network}, {table.Provenance.Card}, {settings.Presentations} presentations, {settings.Seeds.Count} seeds, rate {settings.DeviceRate}, weight scale {settings.WeightScale}"));
            session.Say(AblationText.Of(result));
            var title = $"{table.Provenance.Card}, {MnistPictures.Name(data.Name)}, {settings.Network}, {settings.Seeds.Count} seeds";
            if (AblationText.Picture(title, result).Write(folder.PathOf("ablation"), session.Pictures) is { } warning)
            {
                session.Warn(warning);
            }

            var document = JsonText.Document(Schema, new
            {
                DataSet = data.Name, Network = settings.Network.ToString(), table.Provenance.Card, TableHash = PulseTableFile.Hash(table), settings.Presentations, settings.Seeds,
                settings.DeviceRate, settings.WeightScale, WireSegment = settings.Wires?.WordLineSegment ?? 0, AdcBits = settings.Adc?.Bits ?? 0, Ablation = AblationText.Json(result),
            });
            session.Say($"written to {folder.Publish(document)}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }
}
