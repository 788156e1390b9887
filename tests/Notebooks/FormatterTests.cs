using System.Text.Json.Nodes;
using DevicePhys.Devices;
using DevicePhys.Notebooks.Display;
using DevicePhys.Plotting;
using DevicePhys.Traces;
using OxyPlot;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class FormatterTests
{
    private sealed record Device(string Name, double Resistance);

    private sealed class Special
    {
        public override string ToString() => "special";
    }

    private sealed record Broken
    {
        public double Value => throw new InvalidOperationException("no value");
    }

    [Fact]
    public void Pictures_come_as_SVG_and_where_a_font_is_here_as_PNG()
    {
        var picture = CurvePlot.Draw("t", new AxisQuantity("V"), new AxisQuantity("I"), [new CurveSeries("a", [0, 1], [0, 1])]);
        foreach (var forms in new[] { Formatter.Bundle(picture), Formatter.Bundle(new PlotModel { Title = "t" }) })
        {
            Assert.StartsWith("<svg", Text(forms, "image/svg+xml"), StringComparison.Ordinal);
            Assert.Equal("[picture: t]", Text(forms, "text/plain"));
            if (forms["image/png"] is { } png)
                Assert.Equal("PNG"u8, Convert.FromBase64String((string)png!).AsSpan(1, 3));
        }
    }

    [Fact]
    public void Records_are_tables_numbers_flush_right_and_text_is_escaped()
    {
        var forms = Formatter.Bundle(new[] { new Device("a<b", 1e3), new Device("c", 2.5e4) });
        Assert.Equal("Name  Resistance\na<b         1000\nc          25000", Text(forms, "text/plain"));
        Assert.Contains("<td style=\"text-align:left\">a&lt;b</td><td style=\"text-align:right\">1000</td>", Text(forms, "text/html"), StringComparison.Ordinal);
        Assert.Equal("member      value\nName        d\nResistance  0.5", Text(Formatter.Bundle(new Device("d", 0.5)), "text/plain"));
        Assert.Equal("A  B\n1  x", Text(Formatter.Bundle(new[] { new { A = 1, B = "x" } }), "text/plain"));
        Assert.Equal("Item1  Item2\n    1  x", Text(Formatter.Bundle(new[] { (1, "x") }), "text/plain"));
        Assert.Equal("key  value\na        1", Text(Formatter.Bundle(new Dictionary<string, int> { ["a"] = 1 }), "text/plain"));
        Assert.Equal("0  1\n1  2\n3  4", Text(Formatter.Bundle(new[,] { { 1, 2 }, { 3, 4 } }), "text/plain"));
    }

    [Fact]
    public void Traces_and_data_frames_are_tables_and_long_ones_are_cut()
    {
        var trace = new Trace(new TraceColumn("time", "s"), new TraceColumn("voltage", "V"));
        for (var i = 0; i < 100; i++)
            trace.Append(i * 1e-9, i);
        var forms = Formatter.Bundle(trace);
        Assert.StartsWith("time [s]  voltage [V]\n", Text(forms, "text/plain"), StringComparison.Ordinal);
        Assert.EndsWith("(20 of 100 rows)", Text(forms, "text/plain"), StringComparison.Ordinal);
        Assert.Equal(forms.ToJsonString(), Formatter.Bundle(trace.ToDataFrame()).ToJsonString());
        Assert.Contains("reconstructed", Text(Formatter.Bundle(DeviceCatalog.Default.Card("Vteam.PtHfTi")), "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_else_is_text_in_the_invariant_culture()
    {
        Assert.Equal("1.5E-07", Text(Formatter.Bundle(1.5e-7), "text/plain"));
        Assert.Equal("<null>", Text(Formatter.Bundle(null), "text/plain"));
        Assert.Equal("[ 1, 2, 3 ]", Text(Formatter.Bundle(new[] { 1.0, 2, 3 }), "text/plain"));
        Assert.Equal("[ \"a\" ]", Text(Formatter.Bundle(new List<string> { "a" }), "text/plain"));
        Assert.EndsWith("... (1000 items) ]", Text(Formatter.Bundle(new int[1000]), "text/plain"), StringComparison.Ordinal);
        Assert.Equal("special", Text(Formatter.Bundle(new Special()), "text/plain"));
        Assert.Equal("<b>x</b>", Text(Formatter.Bundle(new HtmlText("<b>x</b>")), "text/html"));
    }

    [Fact]
    public void A_sequence_without_end_is_shown_by_its_beginning()
    {
        static IEnumerable<int> Endless()
        {
            for (var i = 0; ; i++)
                yield return i;
        }

        Assert.Contains("19, ...", Text(Formatter.Bundle(Endless().Select(i => i)), "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_shown_says_so() =>
        Assert.Equal("Broken: it cannot be shown, InvalidOperationException: no value", Text(Formatter.Bundle(new Broken()), "text/plain"));

    private static string Text(JsonObject forms, string mime) => (string)forms[mime]!;
}
