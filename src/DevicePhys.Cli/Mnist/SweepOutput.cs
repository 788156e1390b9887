using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Plotting;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Cli.Mnist;

/// <summary>What a sweep writes and prints.</summary>
internal static class SweepOutput
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/mnist-sweep/1";

    private static readonly (string Name, SweepQuantity Quantity)[] Names =
    [
        ("states", SweepQuantity.States),
        ("success", SweepQuantity.Success),
        ("d2d", SweepQuantity.D2D),
        ("c2c", SweepQuantity.C2C),
        ("kappa", SweepQuantity.Kappa),
        ("wire", SweepQuantity.Wire),
        ("adc", SweepQuantity.Adc),
        ("weight-scale", SweepQuantity.WeightScale),
        ("learning-rate", SweepQuantity.LearningRate),
    ];

    /// <summary>Reads the name of a quantity.</summary>
    /// <exception cref="ArgumentException">There is no such quantity.</exception>
    public static SweepQuantity Parse(string text) =>
        Array.Find(Names, pair => pair.Name == text) is { Name: not null } found
            ? found.Quantity
            : throw new ArgumentException($"--sweep '{text}': expected one of {string.Join(", ", Names.Select(pair => pair.Name))}.");

    /// <summary>The name of a quantity.</summary>
    public static string NameOf(SweepQuantity quantity) => Array.Find(Names, pair => pair.Quantity == quantity).Name;

    /// <summary>Writes sweep.json and the picture, and prints the points.</summary>
    public static void Write(
        Session session, RunFolder folder, SweepQuantity quantity, MnistSettings settings, DigitSet data, Card card, IReadOnlyList<SweepPoint> points)
    {
        var name = NameOf(quantity);
        var document = JsonText.Document(Schema, new
        {
            Dataset = data.Name,
            Network = settings.Network.ToString(),
            settings.Presentations,
            settings.Seeds,
            Card = card.Id,
            CardHash = card.Hash,
            settings.DeviceRate,
            settings.WeightScale,
            Quantity = name,
            Points = new JsonArray([.. points.Select(Point)]),
        });
        folder.Write("sweep.json", document);
        var axis = new SweepAxis(Axis(quantity), Scale(quantity), points.FirstOrDefault(point => point.IsDefault)?.Value);
        var title = $"{MnistPictures.Name(data.Name)}, {settings.Network}: {card.Id}, {settings.Seeds.Count} seeds";
        if (MnistPictures.Sweep(title, axis, points, data.Name == "mnist").Write(folder.PathOf($"sweep-{name}"), session.Pictures) is { } warning)
        {
            session.Warn(warning);
        }

        var path = folder.Publish();
        session.Say(MnistText.Sweep(name, points));
        session.Say($"written to {path}");
        session.Say(document);
    }

    private static JsonNode Point(SweepPoint point) => new JsonObject
    {
        ["value"] = point.Value,
        ["default"] = point.IsDefault,
        ["mean"] = point.Accuracy.Mean,
        ["ci95"] = point.Accuracy.HalfWidth is { } half ? new JsonArray(point.Accuracy.Mean - half, point.Accuracy.Mean + half) : null,
        ["lineShare"] = point.LineShare,
        ["runs"] = new JsonArray([.. point.Runs.Select(run => (JsonNode)run)]),
    };

    /// <summary>The axis of a quantity.</summary>
    public static AxisQuantity Axis(SweepQuantity quantity) => quantity switch
    {
        SweepQuantity.States => new AxisQuantity("Skyrmions per device", "N_{max}"),
        SweepQuantity.Success => new AxisQuantity("Success of one pulse", "q"),
        SweepQuantity.D2D => new AxisQuantity("D2D spread, multiple of the card's"),
        SweepQuantity.C2C => new AxisQuantity("Spread of a fresh skyrmion's size", "σ_{ln}"),
        SweepQuantity.Kappa => new AxisQuantity("Site-limitation exponent", "κ"),
        SweepQuantity.Wire => new AxisQuantity("Wire resistance from cell to cell / Ω"),
        SweepQuantity.Adc => new AxisQuantity("Converter bits"),
        SweepQuantity.WeightScale => new AxisQuantity("Weight scale"),
        _ => new AxisQuantity("Learning rate"),
    };

    /// <summary>How the axis of a quantity is laid out.</summary>
    public static SweepScale Scale(SweepQuantity quantity) =>
        quantity is SweepQuantity.States or SweepQuantity.WeightScale or SweepQuantity.LearningRate ? SweepScale.Logarithmic : SweepScale.Linear;
}
