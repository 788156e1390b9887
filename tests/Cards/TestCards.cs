using System.Text.Json.Nodes;
using DevicePhys.Cards;
using Xunit;

namespace DevicePhys.Tests.Cards;

/// <summary>The catalog of the test models, and its card in whole and broken forms.</summary>
internal static class TestCards
{
    public const string File = "SoftSwitch.Example.card.json";

    public static ModelCatalog Catalog { get; } = new(typeof(TestCards).Assembly);

    public static Card Example => Catalog.Card("SoftSwitch.Example");

    public static string Json { get; } = ReadJson();

    /// <summary>The card with one place changed: "a/b/c" names the key c in b in a; null takes it away.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Json)!;
        var keys = path.Split('/');
        var parent = keys[..^1].Aggregate(root, (node, key) => node[key]!).AsObject();
        if (json is null)
        {
            Assert.True(parent.Remove(keys[^1]));
        }
        else
        {
            parent[keys[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    private static string ReadJson()
    {
        using var stream = typeof(TestCards).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
