using System.Globalization;
using System.Text;
using DevicePhys.Cards;
using DevicePhys.Devices.Skyrmions.Tracks;
using DevicePhys.Plotting;

namespace DevicePhys.Cli.Tracks;

/// <summary>What the track verb writes and says.</summary>
internal static class TrackOutput
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/track/1";

    /// <summary>Writes pictures and paths into the folder, publishes it and says what happened.</summary>
    public static void Write(
        Session session, RunFolder folder, Card card, TrackTrain train, (IReadOnlyList<int> AfterPulse, TrackRecord Record) report, ulong seed)
    {
        var record = report.Record;
        TrackLine[] lines =
        [
            .. record.Paths.Select(path => new TrackLine(
                path.Times, [.. path.Points.Select(p => p.X)], [.. path.Points.Select(p => p.Y)], path.Fate == SkyrmionFate.OnTrack)),
        ];
        var (length, width) = (card.Value("TrackLength", "m"), card.Value("TrackWidth", "m"));
        var title = $"{card.Id}: {train.Forward} pulses forward, {train.Backward} backward";
        var warnings = new[]
        {
            TrackHistory.Draw(title, record.Times, record.Densities, record.Counts, lines, length).Write(folder.PathOf("history"), session.Pictures),
            TrackView.Draw(title, lines, [.. record.Pins.Select(pin => (pin.X, pin.Y))], length, width, card.Value("Radius", "m")).Write(folder.PathOf("track"), session.Pictures),
        };
        if (warnings.OfType<string>().FirstOrDefault() is { } warning)
        {
            session.Warn(warning);
        }

        File.WriteAllText(folder.PathOf("paths.csv"), Paths(record));
        var left = record.Paths.Count(p => p.Fate == SkyrmionFate.LeftThroughNotch);
        var lost = record.Paths.Count(p => p.Fate == SkyrmionFate.LostAtEdge);
        var document = JsonText.Document(Schema, new
        {
            Card = card.Id,
            CardHash = card.Hash,
            Seed = seed,
            train.Density,
            train.Width,
            train.Period,
            train.Forward,
            train.Backward,
            Counts = report.AfterPulse,
            Nucleated = record.Paths.Count,
            LeftThroughNotch = left,
            LostAtEdge = lost,
            HighestTemperature = record.Temperatures.Max(),
        });
        var path = folder.Publish(document);
        session.Say($"""
            {card.Id}: {record.Paths.Count} skyrmions nucleated, {left} left through the notch, {lost} lost at an edge, {report.AfterPulse[^1]} there
              after each pulse  {string.Join(" ", report.AfterPulse)}
              hottest           {SiText.Number(Math.Round(record.Temperatures.Max(), 1))} K
            written to {path}
            """);
        session.Say(document);
    }

    private static string Paths(TrackRecord record)
    {
        var text = new StringBuilder("skyrmion,time_s,x_m,y_m\n");
        foreach (var path in record.Paths)
        {
            for (var i = 0; i < path.Times.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{path.Number},{path.Times[i]:G6},{path.Points[i].X:G6},{path.Points[i].Y:G6}\n");
            }
        }

        return text.ToString();
    }
}
