using System.Runtime.InteropServices;
using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>Writes digits: chooses a style, strays from its knots, bends the plane, presses the pen and inks the path.</summary>
/// <remarks>Keeps buffers: one thread, one scribe.</remarks>
internal sealed class Scribe
{
    private const double MeanRadius = 1.3, RadiusSpread = 0.24, PressureSpread = 0.12, MinSoftness = 0.9, MaxSoftness = 1.7;
    private const int PointsPerKnot = 6;

    private readonly InkCanvas canvas = new(Frame.Side, Frame.Side);
    private readonly List<PenPoint> path = [];
    private readonly List<Knot> knots = [];

    /// <summary>Writes one digit.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">The stream that decides how.</param>
    /// <param name="image">Receives the pixels, [28 × 28], row-major, 0 background to 255 ink.</param>
    public void Write(int digit, RandomStream random, Span<byte> image)
    {
        var styles = DigitStyles.Of(digit);
        var style = styles[random.NextInt(styles.Length)];
        var warp = new Warp(random);
        var radius = MeanRadius * random.NextFactor(RadiusSpread);
        path.Clear();
        foreach (var stroke in style.Strokes)
        {
            Stray(stroke, random);
            Trace(warp, radius, random);
        }

        var points = CollectionsMarshal.AsSpan(path);
        Frame.Fit(points, random);
        canvas.Draw(points, MinSoftness + (MaxSoftness - MinSoftness) * random.NextSingle(), image);
    }

    private void Stray(Knot[] stroke, RandomStream random)
    {
        knots.Clear();
        var wander = new Wander(random);
        for (var k = 0; k < stroke.Length; k++) knots.Add(wander.Move(stroke[k], k == 0 || k == stroke.Length - 1, random));
    }

    private void Trace(in Warp warp, double radius, RandomStream random)
    {
        var stroke = CollectionsMarshal.AsSpan(knots);
        var pressure = random.NextFactor(PressureSpread);
        for (var k = 0; k + 1 < stroke.Length; k++)
        {
            var next = random.NextFactor(PressureSpread);
            var pieces = k + 2 == stroke.Length ? PointsPerKnot + 1 : PointsPerKnot;
            for (var piece = 0; piece < pieces; piece++)
            {
                var t = piece / (double)PointsPerKnot;
                var (x, y) = Spline.At(stroke, k, t);
                (x, y) = warp.Apply(x, y);
                path.Add(new PenPoint(x, y, radius * (pressure + t * (next - pressure)), IsStart: k == 0 && piece == 0));
            }

            pressure = next;
        }
    }
}
