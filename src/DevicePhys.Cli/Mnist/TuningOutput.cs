using DevicePhys.Cards;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Cli.Mnist;

/// <summary>What a search on the validation split writes and prints.</summary>
internal static class TuningOutput
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/mnist-tune/1";

    /// <summary>Writes tune.json and prints the points.</summary>
    public static void Write(Session session, RunFolder folder, MnistSettings settings, DigitSet data, Card card, IReadOnlyList<TuningPoint> points)
    {
        var document = JsonText.Document(Schema, new
        {
            Dataset = data.Name,
            Network = settings.Network.ToString(),
            settings.Presentations,
            settings.Seeds,
            Card = card.Id,
            CardHash = card.Hash,
            MnistTuning.ValidationImages,
            Points = points.Select(point => new { point.Network, point.Rate, point.WeightScale, point.Accuracy.Mean, point.Accuracy.HalfWidth }),
            BestIdeal = MnistTuning.Best(points, "ideal").Rate,
            BestDevice = MnistTuning.Best(points, "device").Rate,
            BestWeightScale = MnistTuning.Best(points, "device").WeightScale,
        });
        folder.Write("tune.json", document);
        var path = folder.Publish();
        session.Say(MnistText.Tuning(points));
        session.Say($"written to {path}");
        session.Say(document);
    }
}
