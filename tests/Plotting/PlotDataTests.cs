using DevicePhys.Plotting;
using Xunit;

namespace DevicePhys.Tests.Plotting;

/// <summary>The numbers that go along with a picture.</summary>
public sealed class PlotDataTests
{
    // Heat maps and pictures of several panels are only looked at.
    private static readonly string[] WithoutData = ["confusion", "correlation", "array map", "receptive fields"];

    public static TheoryData<string> Names => [.. SamplePictures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_SVG_carries_the_numbers_of_its_picture(string name)
    {
        var picture = SamplePictures.All[name].Draw();
        var (drawn, read) = (picture.Data(), SvgData.Read(picture.ToSvg(withData: true)));
        Assert.Equal(WithoutData.Contains(name), drawn is null);
        Assert.Equal(drawn?.ToJson(), read?.ToJson());
        Assert.Null(SvgData.Read(picture.ToSvg()));
    }

    [Fact]
    public void A_line_keeps_its_points_its_axis_and_its_colour()
    {
        var data = CurvePlot.Draw("loop", new("Voltage", "V", "V"), new("Current", "I", "A"), [new("a", [0, 1, 0.5], [0, 2e-6, 1e-6])]).Data()!;
        Assert.Equal(("loop", "Voltage V (V)", "Current I (µA)"), (data.Title, data.X.Title, data.Y.Title));
        Assert.Equal([0, 1, 0.5], data.Series[0].X);
        Assert.Equal([0, 2.0, 1], data.Series[0].Y, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal((PlotShape.Line, "#0072b2"), (data.Series[0].Shape, data.Series[0].Color));
        Assert.True(data.X.Minimum < 0 && data.X.Maximum > 1);
    }

    [Fact]
    public void A_name_cannot_break_out_of_the_page_or_the_picture()
    {
        const string name = "</script><script>alert(1)</script>&amp;]]>";
        var picture = CurvePlot.Draw(name, new("x"), new("y"), [new(name, [0, 1], [0, 1]), new("b", [0, 1], [1, 0])]);
        Assert.DoesNotContain('<', picture.Data()!.ToJson());
        Assert.Equal(name, SvgData.Read(picture.ToSvg(withData: true))!.Series[0].Name);
    }

    [Theory]
    [InlineData("{}", "damaged")]
    [InlineData("nothing", "damaged")]
    [InlineData("null", "missing")]
    [InlineData("""{"title":"t","x":{"title":"x","logarithmic":false,"minimum":0,"maximum":0},"y":{"title":"y","logarithmic":false,"minimum":0,"maximum":1},"series":[]}""", "the axis 'x' has no length")]
    [InlineData("""{"title":"t","x":{"title":"x","logarithmic":false,"minimum":0,"maximum":1},"y":{"title":"y","logarithmic":true,"minimum":0,"maximum":1},"series":[]}""", "the axis 'y' has no length")]
    [InlineData("""{"title":"t","x":{"title":"x","logarithmic":false,"minimum":0,"maximum":1},"y":{"title":"y","logarithmic":false,"minimum":0,"maximum":1},"series":[{"name":"a","shape":"line","color":"#000000","width":1,"x":[1,2],"y":[1]}]}""", "2 places and 1 values")]
    [InlineData("""{"title":"t","x":{"title":"x","logarithmic":false,"minimum":0,"maximum":1},"y":{"title":"y","logarithmic":false,"minimum":0,"maximum":1},"series":[{"name":"a","shape":"line","color":"red;","width":1,"x":[1],"y":[1]}]}""", "no colour")]
    [InlineData("""{"title":"t","x":{"title":"x","logarithmic":false,"minimum":0,"maximum":1},"y":{"title":"y","logarithmic":false,"minimum":0,"maximum":1},"series":[{"name":"a","shape":7,"color":"#000000","width":1,"x":[1],"y":[1]}]}""", "damaged")]
    public void Damaged_data_are_refused_with_a_sentence(string json, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => PlotData.Parse(json)).Message);
}
