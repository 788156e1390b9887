using System.Globalization;
using DevicePhys.Plotting;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.Surface;

namespace DevicePhys.Cli.Mnist;

/// <summary>The pictures of the accuracy surface: a line for each quantity and a map for each cut.</summary>
internal static class SurfacePictures
{
    /// <summary>Draws them; each has the name of what is varied.</summary>
    /// <param name="title">Data set, network and card.</param>
    /// <param name="own">The point of the card.</param>
    /// <param name="points">All points.</param>
    /// <param name="published">Whether the published range belongs into the pictures.</param>
    public static IEnumerable<(string Name, Picture Picture)> Of(string title, SurfaceSetting own, IReadOnlyDictionary<SurfaceSetting, SurfacePoint> points, bool published)
    {
        foreach (var quantity in SurfaceGrid.Quantities)
        {
            var line = SurfaceGrid.Line(quantity, own).Select(value => (value, At: points[own.With(quantity, value)]));
            var found = line.Select(pair => new SweepPoint(pair.value, pair.value == own[quantity], pair.At.Accuracy, pair.At.Runs)).ToArray();
            var axis = new SweepAxis(SweepOutput.Axis(quantity), SweepOutput.Scale(quantity), own[quantity]);
            yield return (SweepOutput.NameOf(quantity), MnistPictures.Sweep(title, axis, found, published));
        }

        foreach (var cut in SurfaceGrid.Cuts(own))
        {
            var map = AccuracyMap.Draw(
                $"{title} (* default)", Axis(cut.Across), Labels(cut.Across, cut.AcrossValues, own), Axis(cut.Up), Labels(cut.Up, cut.UpValues, own),
                [.. cut.Settings(own).Select(setting => BandPoint.Of(0, points[setting].Accuracy))]);
            yield return ($"{SweepOutput.NameOf(cut.Across)}-{SweepOutput.NameOf(cut.Up)}", map);
        }
    }

    private static string Axis(SweepQuantity quantity) => SweepOutput.Axis(quantity) is var axis && axis.Symbol.Length > 0 ? $"{axis.Name} {axis.Symbol}" : axis.Name;

    private static string[] Labels(SweepQuantity quantity, IReadOnlyList<double> values, SurfaceSetting own) =>
    [
        .. values.Select(value => quantity == SweepQuantity.Adc && value == SurfaceSetting.NoConverters ? "none"
            : $"{value.ToString("0.###", CultureInfo.InvariantCulture)}{(value == own[quantity] ? " *" : "")}"),
    ];
}
