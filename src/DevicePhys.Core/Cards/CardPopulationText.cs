using System.Text.Json;
using System.Text.Json.Nodes;
using DevicePhys.Variability;

namespace DevicePhys.Cards;

/// <summary>Reads and writes the population of a card.</summary>
internal static class CardPopulationText
{
    private static readonly (string, MarginalKind)[] Kinds =
    [
        ("normal", MarginalKind.Normal), ("lognormal", MarginalKind.LogNormal), ("weibull", MarginalKind.Weibull), ("mixture", MarginalKind.Mixture), ("empirical", MarginalKind.Empirical),
    ];

    /// <summary>Reads it; what the numbers mean is checked by the card.</summary>
    public static CardPopulation Read(JsonElement element, string file)
    {
        var node = new CardNode(element, file, "population", "features", "device", "memory", "noise");
        (string Parameter, int Sign, Marginal Marginal)[] features = [.. Items(node, "features", node.Member("features")).Select(item => Feature(item, file))];
        double[,] Matrix(string key)
        {
            double[][] rows = [.. Items(node, key, node.Member(key)).Select(row => Numbers(node, key, row))];
            if (rows.Any(row => row.Length != rows.Length))
                throw node.Error($"'{key}' should have as many rows as columns");
            var matrix = new double[rows.Length, rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j < rows.Length; j++)
                    matrix[i, j] = rows[i][j];
            }

            return matrix;
        }

        return new(
            [.. features.Select(f => (f.Parameter, f.Sign))],
            new Population([.. features.Select(f => new PopulationFeature(f.Parameter, "", f.Marginal))], Matrix("device"), Matrix("memory"), Matrix("noise")));
    }

    /// <summary>Writes it.</summary>
    public static JsonObject Write(CardPopulation population) => new()
    {
        ["features"] = new JsonArray([.. population.Places.Zip(population.Population.Features).Select(pair => (JsonNode)new JsonObject
        {
            ["parameter"] = pair.First.Parameter,
            ["sign"] = pair.First.Sign,
            ["distribution"] = Kinds.First(kind => kind.Item2 == pair.Second.Marginal.Kind).Item1,
            ["numbers"] = List(Numbers(pair.Second.Marginal)),
        })]),
        ["device"] = Rows(population.Population.DeviceCovariance),
        ["memory"] = Rows(population.Population.Memory),
        ["noise"] = Rows(population.Population.NoiseCovariance),
    };

    private static (string, int, Marginal) Feature(JsonElement element, string file)
    {
        var node = new CardNode(element, file, "population: features", "parameter", "sign", "distribution", "numbers");
        var (kind, numbers) = (node.Word("distribution", Kinds), Numbers(node, "numbers", node.Member("numbers")));
        var sign = node.Number("sign", "") is var given && Math.Abs(given) == 1 ? (int)given : throw node.Error("'sign' should be 1 or -1");
        var expected = kind switch { MarginalKind.Empirical => numbers.Length, MarginalKind.Mixture => 7, _ => 2 };
        if (numbers.Length != expected)
            throw node.Error($"'numbers' holds {numbers.Length} numbers, expected {expected}");
        return (node.Text("parameter"), sign, kind switch
        {
            MarginalKind.Empirical => new Marginal(kind, 0, 0, numbers),
            MarginalKind.Mixture => new Marginal(kind, numbers[5], numbers[6], []) { Parts = new TwoComponents(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], double.NaN) },
            _ => new Marginal(kind, numbers[0], numbers[1], []),
        });
    }

    private static double[] Numbers(Marginal m) => m.Kind switch
    {
        MarginalKind.Empirical => [.. m.Values],
        MarginalKind.Mixture => [m.Parts!.Share, m.Parts.Mean, m.Parts.Deviation, m.Parts.OtherMean, m.Parts.OtherDeviation, m.First, m.Second],
        _ => [m.First, m.Second],
    };

    private static JsonElement[] Items(CardNode node, string key, JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : throw node.Error($"'{key}' should be a list");

    private static double[] Numbers(CardNode node, string key, JsonElement list) =>
    [
        .. Items(node, key, list).Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw node.Error($"'{key}' should hold numbers in SI units")),
    ];

    private static JsonArray Rows(double[,] matrix) =>
        new([.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => (JsonNode)List(Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix[row, column])))]);

    private static JsonArray List(IEnumerable<double> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
