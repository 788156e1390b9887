using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DevicePhys.Errors;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

public sealed class PulseTableFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_is_loaded_as_it_was_saved(bool counting)
    {
        var table = counting ? TestTables.Counting : TestTables.Plain;
        PulseTableFile.Save(table, folder["t.npz"]);
        var back = PulseTableFile.Load(folder["t.npz"]);
        Assert.Equal((table.Bins, table.Levels, table.RetentionTime), (back.Bins, back.Levels, back.RetentionTime));
        Assert.Equal((table.Potentiation, table.Depression), (back.Potentiation, back.Depression));
        Assert.Equal(Numbers(table), Numbers(back));
        Assert.Equal(table.Chain is null, back.Chain is null);
        Assert.Equal(table.Provenance with { Settings = back.Provenance.Settings }, back.Provenance);
        Assert.Equal(table.Provenance.Settings.OrderBy(s => s.Key, StringComparer.Ordinal), back.Provenance.Settings.OrderBy(s => s.Key, StringComparer.Ordinal));
        Assert.Equal(PulseTableFile.Hash(table), PulseTableFile.Hash(back));
        Assert.Equal(["t.npz"], folder.Files);
    }

    [Fact]
    public void The_hash_of_a_table_is_that_of_its_file()
    {
        PulseTableFile.Save(TestTables.Counting, folder["t.npz"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder["t.npz"]))), PulseTableFile.Hash(TestTables.Counting));
    }

    [Fact]
    public void The_order_of_the_settings_does_not_change_the_hash_and_their_content_does()
    {
        var table = TestTables.Plain;
        Assert.Equal(PulseTableFile.Hash(table), PulseTableFile.Hash(With(new(table.Provenance.Settings.Reverse()))));
        Assert.NotEqual(PulseTableFile.Hash(table), PulseTableFile.Hash(With(new() { ["levels"] = "3" })));
        Assert.NotEqual(PulseTableFile.Hash(table), PulseTableFile.Hash(TestTables.Table(null, 3.3e8, 0)));

        PulseTable With(Dictionary<string, string> settings) => new(
            table.Bins, table.Levels, table.Nominal, table.Population, table.Potentiation, table.Depression, table.RetentionTime, table.Chain,
            table.Provenance with { Settings = settings });
    }

    [Theory]
    [InlineData("read_noise", "the member 'read_noise' is missing, expected a pulse table.")]
    [InlineData("meta_json", "the member 'meta_json' is missing, expected a pulse table.")]
    [InlineData("chain_conductance", "the member 'chain_conductance' is missing, expected a pulse table.")]
    [InlineData("chain_depression", "the member 'chain_depression' is missing, expected a pulse table.")]
    public void A_missing_member_is_named(string name, string message) =>
        Assert.Equal($"t.npz: {message}", Refused(members => members.Remove(name)));

    [Fact]
    public void A_foreign_member_is_named() =>
        Assert.StartsWith("t.npz: extra: it does not belong to a pulse table, expected ", Refused(members => members["extra"] = NpyArray.Of([1.0])), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_shape_or_type_is_named()
    {
        Assert.Equal(
            "t.npz: read_noise: it is <f8 (9), expected <f8 (3 × 3).",
            Refused(members => members["read_noise"] = NpyArray.Of(members["read_noise"].Values<double>())));
        Assert.Equal(
            "t.npz: read_noise: it is <f4 (3 × 3), expected <f8 (3 × 3).",
            Refused(members => members["read_noise"] = NpyArray.Of(new float[9], 3, 3)));
        Assert.Equal("t.npz: meta_json: it is <i4, expected bytes (|u1).", Refused(members => members["meta_json"] = NpyArray.Of([1])));
        Assert.Equal(
            "t.npz: conductance_range: it is empty, expected at least one row.",
            Refused(members => members["conductance_range"] = NpyArray.Of(Array.Empty<double>(), 0, 2)));
        Assert.Equal(
            "t.npz: chain_potentiation: it is <f8 (1 × 9), expected <f8 (3 × 3).",
            Refused(members => members["chain_potentiation"] = NpyArray.Of(members["chain_potentiation"].Values<double>(), 1, 9)));
    }

    [Theory]
    [InlineData("potentiation", 2, double.NaN, "nominal corner: potentiation steps has a value that is not a finite number.")]
    [InlineData("potentiation", 2, 1.0, "nominal corner: the levels of a bin should be in ascending order.")]
    [InlineData("depression", 7, -1.0, "corner 0: the levels of a bin should be in ascending order.")]
    [InlineData("read_noise", 8, -1.0, "corner 1: the read noise should be at least 0.")]
    [InlineData("conductance_range", 0, 1.0, "nominal corner: GMin 1 S and GMax 3E-06 S should satisfy 0 < GMin < GMax.")]
    [InlineData("chain_conductance", 0, double.NaN, "the conductances of the chain should be finite.")]
    [InlineData("chain_potentiation", 0, 0.6, "the rows of the chain should be probabilities that sum to 1, one row and column per count.")]
    [InlineData("chain_depression", 0, double.NaN, "the rows of the chain should be probabilities that sum to 1, one row and column per count.")]
    public void A_wrong_number_is_named(string name, int at, double value, string message) =>
        Assert.Equal($"t.npz: {message}", Refused(members => members[name].Values<double>()[at] = value));

    [Theory]
    [InlineData("schema", "\"devicephys/pulsetable/2\"", "meta_json: the schema is another one, expected 'devicephys/pulsetable/1'.")]
    [InlineData("schema", null, "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    [InlineData("bins", "1", "meta_json: 1 bins of 2 levels, expected at least 2 bins of 1 level.")]
    [InlineData("bins", "-3", "meta_json: -3 bins of 2 levels, expected at least 2 bins of 1 level.")]
    [InlineData("bins", "4", "potentiation: it is <f8 (3 × 3 × 2), expected <f8 (3 × 4 × 2).")]
    [InlineData("bins", "\"3\"", "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    [InlineData("retentionTime", "0", "the retention time should be above 0.")]
    [InlineData("retentionTime", "\"NaN\"", "the retention time should be above 0.")]
    [InlineData("potentiation", "null", "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    [InlineData("potentiation/width", "0", "the potentiation pulse should have a finite amplitude and energy, and 0 < width <= period.")]
    [InlineData("depression/energy", "\"Infinity\"", "the depression pulse should have a finite amplitude and energy, and 0 < width <= period.")]
    [InlineData("provenance/settings", "{\"a\": null}", "a setting of the provenance is null, expected a text.")]
    [InlineData("provenance/seed", "-1", "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    [InlineData("provenance/card", "null", "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    [InlineData("extra", "1", "meta_json: it is not the JSON of a pulse table, expected schema 'devicephys/pulsetable/1'.")]
    public void Wrong_metadata_are_refused(string path, string? json, string message)
    {
        var actual = Refused(members =>
        {
            var root = JsonNode.Parse(members["meta_json"].Values<byte>())!;
            var keys = path.Split('/');
            var parent = keys[..^1].Aggregate(root, (node, key) => node[key]!).AsObject();
            if (json is null)
            {
                parent.Remove(keys[^1]);
            }
            else
            {
                parent[keys[^1]] = JsonNode.Parse(json);
            }

            members["meta_json"] = NpyArray.Of(Encoding.UTF8.GetBytes(root.ToJsonString()));
        });
        Assert.Equal($"t.npz: {message}", actual);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("{\"schema\":1,\"schema\":1}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    public void Metadata_that_are_no_object_are_refused(string json) =>
        Assert.StartsWith("t.npz: meta_json: it is ", Refused(members => members["meta_json"] = NpyArray.Of(Encoding.UTF8.GetBytes(json))), StringComparison.Ordinal);

    [Fact]
    public void A_table_that_contradicts_itself_is_not_saved()
    {
        var table = TestTables.Table(TestTables.Chain with { Depression = new double[9] }, 1, 0);
        Assert.Throws<ArgumentException>(() => PulseTableFile.Save(table, folder["t.npz"]));
        Assert.Empty(folder.Files);
    }

    private static string Refused(Action<Dictionary<string, NpyArray>> change)
    {
        using var own = new TestFolder();
        PulseTableFile.Save(TestTables.Counting, own["t.npz"]);
        var members = new Dictionary<string, NpyArray>(NpzFile.Load(own["t.npz"]));
        change(members);
        return Assert.Throws<DataFileException>(() => PulseTableFile.Read(members, "t.npz")).Message;
    }

    private static double[] Numbers(PulseTable table)
    {
        TableCorner[] corners = [table.Nominal, .. table.Population];
        var inCorners = corners.SelectMany(corner => (double[])
            [corner.GMin, corner.GMax, .. corner.Potentiation.Span, .. corner.Depression.Span, .. corner.ReadNoise.Span]);
        return table.Chain is { } chain
            ? [.. inCorners, .. chain.Conductance.Span, .. chain.Potentiation.Span, .. chain.Depression.Span]
            : [.. inCorners];
    }
}
