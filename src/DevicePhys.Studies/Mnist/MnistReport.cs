using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Statistics;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Mnist;

/// <summary>A finished MNIST study and everything needed to repeat it, ready to be written as JSON.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="DataSet">"mnist", "synthetic" or "custom".</param>
/// <param name="DataSource">Where the digits came from.</param>
/// <param name="Card">The device.</param>
/// <param name="Table">Its pulse table.</param>
/// <param name="Ideal">The ideal software network.</param>
/// <param name="Device">The device network.</param>
/// <param name="WallSeconds">How long it took [s].</param>
public sealed record MnistReport(
    MnistSettings Settings,
    string DataSet,
    string DataSource,
    Card Card,
    PulseTable Table,
    MnistResult Ideal,
    MnistResult Device,
    double WallSeconds)
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/mnist/1";

    /// <summary>The results in short: what "--json" prints.</summary>
    /// <returns>A JSON object; accuracies in percent.</returns>
    public JsonObject Summary() => new()
    {
        ["schema"] = Schema,
        ["dataset"] = DataSet,
        ["network"] = Settings.Network.ToString(),
        ["presentations"] = Settings.Presentations,
        ["seeds"] = Settings.Seeds.Count,
        ["ideal"] = Network(Ideal, []),
        ["device"] = Network(Device, new JsonObject { ["card"] = Card.Id, ["engine"] = Table.Provenance.Engine }),
        ["wallSeconds"] = Math.Round(WallSeconds, 3),
    };

    /// <summary>The results in full, with settings, hashes and every single run: what "run.json" holds.</summary>
    /// <returns>A JSON object, the members of <see cref="Summary"/> first.</returns>
    public JsonObject Full()
    {
        var full = Summary();
        full["version"] = DevicePhysVersion.Current;
        full["data"] = DataSource;
        full["cardHash"] = Card.Hash;
        full["tableHash"] = PulseTableFile.Hash(Table);
        full["settings"] = new JsonObject
        {
            ["idealRate"] = Settings.IdealRate,
            ["deviceRate"] = Settings.DeviceRate,
            ["weightScale"] = Settings.WeightScale,
            ["initialFill"] = Settings.InitialFill,
            ["initialSpread"] = Settings.InitialSpread,
            ["deviceToDevice"] = Settings.DeviceToDevice,
            ["tableSeed"] = Table.Provenance.Seed,
            ["tableDraws"] = Table.Provenance.Draws,
            ["threads"] = Settings.Threads,
        };
        full["checkpoints"] = Numbers(Ideal.Presentations.Select(shown => (double)shown));
        full["idealRuns"] = Runs(Ideal);
        full["deviceRuns"] = Runs(Device);
        return full;
    }

    private static JsonObject Network(MnistResult result, JsonObject start)
    {
        var accuracy = result.Accuracy;
        start["mean"] = accuracy.Mean;
        start["ci95"] = Interval(accuracy);
        start["runs"] = Numbers(result.Runs.Select(run => run.Accuracy));
        return start;
    }

    private static JsonArray? Interval(ConfidenceInterval accuracy) =>
        accuracy.HalfWidth is { } half ? [accuracy.Mean - half, accuracy.Mean + half] : null;

    private static JsonArray Runs(MnistResult result) =>
    [
        .. result.Runs.Select(run => (JsonNode)new JsonObject
        {
            ["seed"] = run.Seed,
            ["accuracy"] = run.Accuracy,
            ["curve"] = Numbers(run.Curve),
            ["pulsesPerImage"] = run.PulsesPerImage,
            ["writeEnergyPerImage"] = run.WriteEnergyPerImage,
            ["confusion"] = Numbers(run.Confusion.Select(count => (double)count)),
        }),
    ];

    private static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(value => (JsonNode)value)];
}
