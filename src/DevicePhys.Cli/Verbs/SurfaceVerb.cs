using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Cli.Mnist;
using DevicePhys.Devices;
using DevicePhys.Plotting;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.Surface;

namespace DevicePhys.Cli.Verbs;

/// <summary>surface: the accuracy of the skyrmion network over D2D, C2C, states, wires and converters, in pieces of any length.</summary>
internal static class SurfaceVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/surface/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var options = new MnistOptions();
        var file = new Argument<string>("file") { Description = "The CSV file with the points; it grows with every one, and points that it has are not run again." };
        var minutes = new Option<double>("--minutes") { Description = "Stop after this time; the next call goes on.", DefaultValueFactory = _ => double.PositiveInfinity, HelpName = "number" };
        var verb = new Verb("surface", "Accuracy over D2D, C2C, states, wire resistance and converter bits: lines and cuts as a table and pictures.", Run)
        {
            file, minutes, options.Card, options.Data, options.Network, options.Presentations, options.Seeds, options.DeviceRate, options.WeightScale, options.Threads,
        };
        foreach (var option in options.Tables.All())
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var (settings, card) = (options.Settings(parse), DeviceCatalog.Default.Card(parse.GetValue(options.Card)!));
            var tables = options.Tables.Characterization(parse) with { Threads = settings.Threads };
            var data = await new MnistData(DataFolders.FromEnvironment(parse.GetValue(options.Data))).LoadAsync(null, session.Cancellation);
            if (data.Notice is not null)
            {
                session.Warn(data.Notice);
            }

            var path = parse.GetRequiredValue(file);
            var saved = new SurfaceFile(Made(data, settings, card, tables), settings.Seeds);
            var (own, points) = (SurfaceGrid.Own(settings, card, tables), saved.Load(path).ToList());
            var all = SurfaceGrid.All(own);
            var missing = all.Except(points.Select(point => point.Setting)).ToArray();
            var (watch, limit) = (Stopwatch.StartNew(), parse.GetValue(minutes));
            await session.TrackAsync(progress => Task.Run(() =>
            {
                AccuracySurface.Run(missing, settings, data, card, tables, Keep, progress, session.Cancellation);
                return true;
            }));
            var left = all.Count - all.Intersect(points.Select(point => point.Setting)).Count();
            if (left == 0)
            {
                Draw(session, path, $"{MnistPictures.Name(data.Name)}, {settings.Network}: {card.Id}, {settings.Seeds.Count} seeds", own, points, data.Name == "mnist");
            }

            session.Say(left == 0 ? $"{all.Count} points, written to {path}; pictures beside it" : $"{left} of {all.Count} points are still to be run: the same command goes on with them");
            session.Say(JsonText.Document(Schema, new { File = path, saved.Made, Points = points.Count, Left = left, Best = points.Count > 0 ? points.Max(point => point.Accuracy.Mean) : (double?)null }));
            return ExitCode.Ok;

            bool Keep(SurfacePoint point)
            {
                points.Add(point);
                saved.Save(path, points);
                return watch.Elapsed.TotalMinutes < limit;
            }
        }
    }

    private static string Made(DigitSet data, MnistSettings settings, Card card, CharacterizationOptions tables) => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy [%]; {data.Name}, {settings.Network}, {settings.Presentations} presentations, rate {settings.DeviceRate}, weight scale {settings.WeightScale}, {card.Id} {card.Hash[..12]}, table seed {tables.Seed}, {tables.Draws} draws, population {tables.Population}; {SurfaceSetting.NoConverters} bits: no converters");

    private static void Draw(Session session, string path, string title, SurfaceSetting own, List<SurfacePoint> points, bool published)
    {
        foreach (var (name, picture) in SurfacePictures.Of(title, own, points.ToDictionary(point => point.Setting), published))
        {
            if (picture.Write($"{Path.ChangeExtension(path, null)}-{name}") is { } warning)
            {
                session.Warn(warning);
                return;
            }
        }
    }
}
