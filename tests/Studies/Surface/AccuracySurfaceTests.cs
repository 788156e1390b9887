using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.Surface;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Surface;

public sealed class AccuracySurfaceTests : IDisposable
{
    private static readonly Card Card = DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020");
    private static readonly CharacterizationOptions Options = new() { Draws = 4, Population = 2 };
    private static readonly MnistSettings Settings = new() { Network = NetworkShape.Parse("784-10"), Presentations = 100, Seeds = [1, 2], DeviceRate = 0.2, Threads = 2 };
    private static readonly DigitSet Data = SyntheticDigits.Create(trainCount: 200, testCount: 100);
    private static readonly SurfaceSetting Own = SurfaceGrid.Own(Settings, Card, Options);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_grid_holds_every_line_and_every_cut_once()
    {
        var all = SurfaceGrid.All(Own);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(new SurfaceSetting(Card.Value("NMax"), 1, Card.Value("SizeSpread"), 0, SurfaceSetting.NoConverters), Own);
        foreach (var quantity in SurfaceGrid.Quantities)
        {
            Assert.All(SurfaceGrid.Line(quantity, Own), value => Assert.Contains(Own.With(quantity, value), all));
        }

        Assert.All(SurfaceGrid.Cuts(Own).SelectMany(cut => cut.Settings(Own)), setting => Assert.Contains(setting, all));
    }

    [Fact]
    public void A_point_is_what_the_study_gives_for_the_same_card_and_settings()
    {
        var point = Run([Own.With(SweepQuantity.D2D, 2).With(SweepQuantity.Adc, 3).With(SweepQuantity.Wire, 1)]).Single();
        var table = Characterization.Run(Card.ScaleSpread(SpreadOrigin.DeviceToDevice, 2), Options);
        var plain = MnistStudy.RunDevice(Settings with { Checkpoints = 1, Adc = new(3), Wires = new(1, 1) }, Data, table);
        Assert.Equal(plain.Runs.Select(run => run.Accuracy), point.Runs);
    }

    [Fact]
    public void Points_are_kept_and_those_of_another_origin_are_refused()
    {
        var points = Run([Own, Own.With(SweepQuantity.Adc, 3), Own.With(SweepQuantity.Wire, 2)], most: 2);
        Assert.Equal(2, points.Count);
        var file = new SurfaceFile("made for a test", Settings.Seeds);
        Assert.Empty(file.Load(Of("surface.csv")));
        file.Save(Of("surface.csv"), points);
        var again = file.Load(Of("surface.csv"));
        Assert.Equal(points.Select(point => point.Setting), again.Select(point => point.Setting));
        Assert.Equal(points.SelectMany(point => point.Runs), again.SelectMany(point => point.Runs));
        Assert.Contains("made for a test", Assert.Throws<DataFileException>(() => new SurfaceFile("otherwise", Settings.Seeds).Load(Of("surface.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("3 seeds", Assert.Throws<DataFileException>(() => new SurfaceFile("made for a test", [1, 2, 3]).Load(Of("surface.csv"))).Message, StringComparison.Ordinal);
    }

    private static List<SurfacePoint> Run(IReadOnlyList<SurfaceSetting> wanted, int most = int.MaxValue)
    {
        var points = new List<SurfacePoint>();
        AccuracySurface.Run(wanted, Settings, Data, Card, Options, point =>
        {
            points.Add(point);
            return points.Count < most;
        });
        return points;
    }

    private string Of(string name) => Path.Combine(folder.Path, name);
}
