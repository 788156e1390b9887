using System.Xml.Linq;
using DevicePhys.Plotting;
using OxyPlot;
using SkiaSharp;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class PictureTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("devicephys-pictures-").FullName;

    public static TheoryData<string> Names => [.. SamplePictures.All.Keys];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_SVG_is_well_formed_and_shows_axis_titles_with_units(string name)
    {
        var (draw, texts) = SamplePictures.All[name];
        var svg = XDocument.Parse(draw().ToSvg());
        string[] shown = [.. svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Replace('\u00a0', ' ').Trim())];
        Assert.All(texts, text => Assert.Contains(shown, s => s == text || s.Contains(text, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_PNG_has_twice_the_pixels_and_is_not_blank(string name)
    {
        var picture = SamplePictures.All[name].Draw();
        var path = Path.Combine(folder, "picture.png");
        var warning = picture.WritePng(path);
        Assert.SkipWhen(warning is not null, warning ?? "");
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], File.ReadAllBytes(path)[..8]);
        using var bitmap = SKBitmap.Decode(path);
        Assert.Equal((2 * picture.Width, 2 * picture.Height), (bitmap.Width, bitmap.Height));
        Assert.Equal(SKColors.White, bitmap.GetPixel(2, 2));
        Assert.InRange(bitmap.Pixels.Distinct().Count(), 20, int.MaxValue);

        // Letters and lines, but not so many that the picture is a blot: a heat map is the fullest.
        Assert.InRange(bitmap.Pixels.Count(pixel => pixel != SKColors.White) / (double)bitmap.Pixels.Length, 0.01, 0.9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_PDF_has_one_page_of_the_picture_s_size_with_letters_of_its_own(string name)
    {
        var picture = SamplePictures.All[name].Draw();
        var path = Path.Combine(folder, "picture.pdf");
        var warning = picture.WritePdf(path);
        Assert.SkipWhen(warning is not null, warning ?? "");
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.StartsWith("%PDF-", text);
        Assert.EndsWith("%%EOF", text.TrimEnd());
        var box = System.Text.RegularExpressions.Regex.Match(text, @"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]");
        Assert.Equal(0.75 * picture.Width, double.Parse(box.Groups[1].Value), 0.6);
        Assert.Equal(0.75 * picture.Height, double.Parse(box.Groups[2].Value), 0.6);
        Assert.Contains("/FontFile", text);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, @"/Type /Page\b"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_can_be_looked_at(string name)
    {
        var target = Environment.GetEnvironmentVariable("DEVICEPHYS_PICTURES");
        Assert.SkipWhen(target is null, "DEVICEPHYS_PICTURES is not set to a folder for the pictures.");
        Directory.CreateDirectory(target!);
        Assert.Null(SamplePictures.All[name].Draw().Write(Path.Combine(target!, name.Replace(' ', '-'))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_data_give_the_same_SVG(string name)
    {
        var draw = SamplePictures.All[name].Draw;
        var picture = draw();
        var first = picture.ToSvg();
        picture.WritePng(Path.Combine(folder, "between.png"));
        Assert.Equal(first, picture.ToSvg());
        Assert.Equal(first, draw().ToSvg());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_of_an_SVG_leaves_the_picture(string name)
    {
        var picture = SamplePictures.All[name].Draw();
        foreach (var text in XDocument.Parse(picture.ToSvg()).Descendants().Where(e => e.Name.LocalName == "text"))
        {
            var place = text.Attribute("transform")!.Value.Split('(', ')', ',');
            Assert.InRange(double.Parse(place[1]), 0, picture.Width);
            Assert.InRange(double.Parse(place[2]), 0, picture.Height);
        }
    }

    [Fact]
    public void Files_are_replaced_whole_and_leave_nothing_beside_them()
    {
        var picture = SamplePictures.All["accuracy"].Draw();
        var stem = Path.Combine(folder, "accuracy");
        File.WriteAllText(stem + ".svg", new string('x', 1_000_000));
        var warning = picture.Write(stem);
        Assert.Equal(picture.ToSvg(), File.ReadAllText(stem + ".svg"));
        string[] expected = warning is null ? ["accuracy.png", "accuracy.svg"] : ["accuracy.svg"];
        Assert.Equal(expected, Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_leaves_nothing_behind()
    {
        var taken = Directory.CreateDirectory(Path.Combine(folder, "taken.svg")).FullName;
        Assert.ThrowsAny<Exception>(() => SamplePictures.All["accuracy"].Draw().WriteSvg(taken));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void A_long_title_is_set_in_smaller_letters()
    {
        var size = new Picture(new PlotModel { Title = "short" }).Model.TitleFontSize;
        var smaller = new Picture(new PlotModel { Title = new string('W', 100) }).Model.TitleFontSize;
        Assert.Equal(16, size);
        Assert.InRange(smaller, 4, 8);
    }

    [Fact]
    public void An_SVG_can_be_scaled_and_names_fonts_that_others_have() =>
        Assert.Multiple(
            () => Assert.Contains("viewBox=\"0 0 720 480\"", SamplePictures.All["conductance"].Draw().ToSvg()),
            () => Assert.Contains("font-family=\"Arial, ", SamplePictures.All["conductance"].Draw().ToSvg()),
            () => Assert.DoesNotContain("Segoe", SamplePictures.All["conductance"].Draw().ToSvg()));
}
