using System.Text.Json.Nodes;
using DevicePhys.Cards;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardHashTests
{
    [Fact]
    public void A_card_written_and_read_back_is_the_same_card()
    {
        var card = TestCards.Example.With("ROn", 12345.678901234567).With("Density", "1e6 A/cm^2");
        var back = Card.Parse(card.ToJson(), TestCards.File);
        Assert.Equal(card.Hash, back.Hash);
        Assert.Equal(card.ToJson(), back.ToJson());
        Assert.Equal(card.Parameters.Select(p => (p.Name, p.Value, p.Unit)), back.Parameters.Select(p => (p.Name, p.Value, p.Unit)));
        Assert.Equal(card.Pulses, back.Pulses);
    }

    [Fact]
    public void A_written_card_keeps_the_units_of_its_author() =>
        Assert.Contains("\"value\": \"2 MOhm\"", TestCards.Example.ToJson(), StringComparison.Ordinal);

    [Fact]
    public void The_hash_is_that_of_the_canonical_text()
    {
        // Origin: sha256sum of
        // {"model":"A","name":"b","parameters":{"X":{"source":"s","status":"fitted","value":"10000 Ohm"}},"reference":"r","title":"t"}
        var card = Card.Parse("""
            { "title": "t", "reference": "r", "name": "b", "model": "A",
              "parameters": { "X": { "value": "10 kOhm", "status": "fitted", "source": "s" } } }
            """, "x.json");
        Assert.Equal("eb69ba8e22af3d910f53453bebd158df029f78fbd03d68fec191c623cad559ae", card.Hash);
    }

    [Fact]
    public void Order_layout_and_prefixes_do_not_change_the_hash()
    {
        var root = JsonNode.Parse(TestCards.With("parameters/ROn/value", "\"1e4 Ohm\""))!.AsObject();
        var reversed = new JsonObject(root.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Assert.Equal(TestCards.Example.Hash, Card.Parse(reversed.ToJsonString(), "x.json").Hash);
    }

    [Theory]
    [InlineData("name", "\"Other\"")]
    [InlineData("title", "\"Other\"")]
    [InlineData("parameters/ROn/value", "\"10.000000000000002 kOhm\"")]
    [InlineData("parameters/ROn/source", "\"other\"")]
    [InlineData("parameters/ROn/status", "\"quoted\"")]
    [InlineData("parameters/ROn/bounds", "[\"2 kOhm\", \"100 kOhm\"]")]
    [InlineData("parameters/ROn/d2d/sigma", "0.11")]
    [InlineData("parameters/ROff/d2d/group", "\"other\"")]
    [InlineData("parameters/ROff/d2d/correlation", "0.7")]
    [InlineData("parameters/ROff/c2c", null)]
    [InlineData("parameters/Barrier/note", null)]
    [InlineData("pulses/depression/width", "\"21 ns\"")]
    [InlineData("pulses/status", "\"quoted\"")]
    [InlineData("pulses", null)]
    public void Any_content_changes_the_hash(string path, string? json) =>
        Assert.NotEqual(TestCards.Example.Hash, Card.Parse(TestCards.With(path, json), TestCards.File).Hash);
}
