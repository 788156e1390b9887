using System.Text.Json;
using DevicePhys.Cards;
using DevicePhys.Cli.Cards;
using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class CardsVerbTests
{
    private const string Made = """
        {
          "model": "Made", "name": "Up", "title": "A [card] of the tests", "reference": "nobody",
          "parameters": {
            "ROn": { "value": "10 kOhm", "source": "Table 1", "status": "quoted", "bounds": ["1 kOhm", "0.1 MOhm"],
                     "d2d": { "distribution": "lognormal", "sigma": 0.1, "group": "size", "correlation": 0.8 }, "note": "Read at 0.1 V." },
            "Delta": { "value": "1.3 eV", "source": "Fig. 2", "status": "fitted", "bounds": ["0.1 eV", "5 eV"],
                       "c2c": { "distribution": "normal", "sigma": 0.02 } },
            "Kappa": { "value": 0, "source": "chosen", "status": "reconstructed" }
          }
        }
        """;

    public static TheoryData<string> Shipped => [.. DeviceCatalog.Default.Cards.Select(card => card.Id)];

    [Fact]
    public async Task The_list_has_every_card()
    {
        var run = await Invocation.OfTool("cards");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(DeviceCatalog.Default.Cards, card => Assert.Contains(card.Id, run.Output));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task One_card_is_shown_with_every_number_and_source(string id)
    {
        var run = await Invocation.OfTool("cards", id);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var card = DeviceCatalog.Default.Card(id);
        Assert.All(card.Parameters, parameter =>
        {
            Assert.Contains(parameter.Text, run.Output);
            Assert.Contains(parameter.Source, run.Output);
        });
    }

    [Fact]
    public async Task The_JSON_list_has_hashes_and_counts()
    {
        var run = await Invocation.OfTool("cards", "--json");
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/cards/1", document.GetProperty("schema").GetString());
        var listed = document.GetProperty("cards").EnumerateArray().ToDictionary(card => card.GetProperty("id").GetString()!);
        Assert.Equal(DeviceCatalog.Default.Cards.Select(card => card.Id), listed.Keys);
        Assert.All(DeviceCatalog.Default.Cards, card =>
        {
            Assert.Equal(card.Hash, listed[card.Id].GetProperty("hash").GetString());
            Assert.Equal(card.Parameters.Count, listed[card.Id].GetProperty("statuses").EnumerateObject().Sum(status => status.Value.GetInt32()));
        });
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task The_JSON_of_one_card_has_every_value_in_SI(string id)
    {
        var run = await Invocation.OfTool("cards", id, "--json");
        var shown = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("cards").EnumerateArray());
        var parameters = shown.GetProperty("parameters").EnumerateArray().Select(p => (p.GetProperty("name").GetString(), p.GetProperty("value").GetDouble()));
        Assert.Equal(DeviceCatalog.Default.Card(id).Parameters.Select(p => ((string?)p.Name, p.Value)), parameters);
    }

    [Fact]
    public void A_number_is_one_line_of_columns_with_its_source_below()
    {
        var text = CardText.Whole(Card.Parse(Made, "made.card.json")).ReplaceLineEndings("\n");
        Assert.Contains(
            """
            parameter  value    status         bounds        D2D                                  C2C
            ROn        10 kOhm  quoted         1 – 100 kOhm  10 % log-normal, with 'size' by 0.8
                Table 1 (Read at 0.1 V)
            Delta      1.3 eV   fitted         0.1 – 5 eV                                         2 % normal
                Fig. 2
            Kappa      0        reconstructed
                chosen

            no pulses: the card describes no synapse
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_card_without_bounds_or_pulses_has_null_in_their_place()
    {
        var document = JsonDocument.Parse(CardJson.One(Card.Parse(Made, "made.card.json")).ToJsonString()).RootElement;
        var card = document.GetProperty("cards")[0];
        Assert.Equal(JsonValueKind.Null, card.GetProperty("pulses").ValueKind);
        Assert.Equal(JsonValueKind.Null, card.GetProperty("parameters")[2].GetProperty("upper").ValueKind);
    }

    [Fact]
    public async Task An_unknown_card_is_one_sentence()
    {
        var run = await Invocation.OfTool("cards", "Nobody.Nothing");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("devicephys: Nobody.Nothing: there is no such card", run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
