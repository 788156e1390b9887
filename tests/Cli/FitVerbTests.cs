using System.Globalization;
using System.Text.Json;
using DevicePhys.Cards;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class FitVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_synapse_is_fitted_into_a_card_and_a_page()
    {
        await Write("ltp.csv", "pulse,conductance_S", n => Rise(n, 1.5));
        await Write("ltd.csv", "pulse,conductance_S", n => Rise(60 - n, -2.5));
        var run = await Invocation.OfTool("fit", "ExponentialSynapse", folder["ltp.csv"], folder["ltd.csv"], "-o", folder["f.card.json"], "--report", folder["f.html"], "--json");
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/fit/1", document.GetProperty("schema").GetString());
        Assert.True(document.GetProperty("converged").GetBoolean());
        Assert.Equal(1.5, Value(document, "LTP.Curvature"), 1e-6);
        Assert.Equal(-2.5, Value(document, "LTD.Curvature"), 1e-6);
        var card = Card.Load(folder["f.card.json"]);
        Assert.Equal((ParameterStatus.Fitted, 60.0), (card.Parameter("CurvatureLtp").Status, card.Value("PMaxLtp")));
        Assert.Equal(1e5, card.Value("ROn", "Ohm"), 1);
        Assert.Contains("95 % interval", card.Parameter("ROn").Note, StringComparison.Ordinal);
        Assert.Contains("data:image/svg+xml", await File.ReadAllTextAsync(folder["f.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_is_fitted_to_the_rows_asked_for()
    {
        var rows = Enumerable.Range(1, 20).SelectMany(n => (string[])[$"A,{n},{0.5 * (1 - Math.Exp(-Math.Pow(n / 7.0, 2))):R}", $"B,{n},0.1"]);
        await File.WriteAllLinesAsync(folder["w.csv"], ["chip,t (s),share", .. rows], TestContext.Current.CancellationToken);
        var run = await Invocation.OfTool("fit", "Weibull", folder["w.csv"], "--where", "chip=A", "--set", "Amplitude=0.5", "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(7, Value(JsonDocument.Parse(run.Output).RootElement, "Tau"), 1e-6);
    }

    // The k-th erasure takes 100 - 60 exp(-k/50) pulses, to a whole number; its last read is 3 k.
    [Theory]
    [InlineData("count", "Tau", 50, 1.5)]
    [InlineData("last", "Start", 0, 1e-3)]
    public async Task A_law_is_fitted_to_lines_of_numbers_chosen_by_their_words(string of, string parameter, double expected, double tolerance)
    {
        await WriteLines(cycles: 200);
        var run = await Invocation.OfTool("fit", "Saturating", folder["lines.txt"], "--label", "Gerase", "--of", of, "--json");
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(200, document.GetProperty("curves")[0].GetProperty("points").GetInt32());
        if (of == "count")
            Assert.Equal(0, run.Code);
        Assert.Equal(expected, Value(document, parameter), tolerance + (of == "last" ? 1 : 0));
    }

    [Theory]
    [InlineData("fit Weibull {0}/none.csv", "none.csv: the file cannot be read")]
    [InlineData("fit Weibull {0}/a.csv --where x=1", "there is no column 'x'")]
    [InlineData("fit Vteam {0}/a.csv", "there is no column for the voltage")]
    [InlineData("fit Vteem {0}/a.csv", "there is no such card")]
    [InlineData("fit Weibull {0}/a.csv --set Tau", "--set: 'Tau' makes no sense")]
    [InlineData("fit Vteam {0}/iv.csv --free ROm --duration 1", "'ROm' cannot be fitted, expected one of ROn")]
    [InlineData("fit Vteam {0}/iv.csv", "there is no column for the time")]
    [InlineData("fit Saturating {0}/lines.txt --label Gread", "no line begins with 'Gread', expected one of 'Gprog', 'Gerase'")]
    [InlineData("fit Saturating {0}/lines.txt --label Gerase", "4 lines begin with 'Gerase', expected one, or --of count, first or last")]
    [InlineData("fit Weibull {0}/a.csv -o {0}/c.card.json", "'Weibull' is a law and has no card")]
    public async Task Mistakes_are_named_in_a_sentence(string line, string sentence)
    {
        await File.WriteAllTextAsync(folder["a.csv"], "a,b\n1,0.1\n2,0.2\n3,0.3\n4,0.35\n", TestContext.Current.CancellationToken);
        await Write("iv.csv", "V,I", n => 1e-3 * n);
        await WriteLines();
        var run = await Invocation.OfTool([.. line.Split(' ').Select(word => word.Replace("{0}", Path.GetDirectoryName(folder["a.csv"]), StringComparison.Ordinal))]);
        Assert.NotEqual(0, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["c.card.json"]));
    }

    private Task WriteLines(int cycles = 4) => File.WriteAllLinesAsync(folder["lines.txt"], ["(U2,2,4) tprog: 0.0002", .. Enumerable.Range(1, cycles).SelectMany(k => (string[])
    [
        "Gprog, 3, 2, 1", $"Gerase, {string.Join(", ", Enumerable.Range(0, (int)Math.Round(100 - (60 * Math.Exp(-k / 50.0))) - 1))}, {3 * k}",
    ])], TestContext.Current.CancellationToken);

    private static double Rise(int n, double c) => 2e-6 + (8e-6 * (1 - Math.Exp(-c * n / 60)) / (1 - Math.Exp(-c)));

    private static double Value(JsonElement document, string name) =>
        document.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    private Task Write(string name, string heading, Func<int, double> value) => File.WriteAllLinesAsync(
        folder[name], [heading, .. Enumerable.Range(0, 61).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n},{value(n):R}"))], TestContext.Current.CancellationToken);
}
