using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>Fits a pen's path into an image as MNIST's authors did with scanned digits.</summary>
/// <remarks>
/// The digit fills a 20 × 20 box without losing its proportions, and its mass is put at the centre of the 28 × 28 image, give or take
/// half a pixel, as rounding to whole pixels left it there. Size and place of the writing are lost by that, so nobody draws them.
/// </remarks>
internal static class Frame
{
    /// <summary>Rows and columns of an image.</summary>
    public const int Side = 28;

    private const double Box = 20, Shift = 0.5;

    /// <summary>Scales and moves the path; its radii are pixels already.</summary>
    public static void Fit(Span<PenPoint> path, RandomStream random)
    {
        var scale = (Box - 2 * WidestRadius(path)) / Extent(path);
        var (massX, massY) = CentreOfMass(path);
        var x = 0.5 * (Side - 1) + Shift * (2 * random.NextSingle() - 1);
        var y = 0.5 * (Side - 1) + Shift * (2 * random.NextSingle() - 1);
        foreach (ref var point in path)
            point = point with { X = x + (point.X - massX) * scale, Y = y + (point.Y - massY) * scale };
    }

    private static double WidestRadius(ReadOnlySpan<PenPoint> path)
    {
        var widest = 0.0;
        foreach (ref readonly var point in path) widest = Math.Max(widest, point.Radius);
        return widest;
    }

    private static double Extent(ReadOnlySpan<PenPoint> path)
    {
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (ref readonly var point in path)
        {
            left = Math.Min(left, point.X);
            right = Math.Max(right, point.X);
            top = Math.Min(top, point.Y);
            bottom = Math.Max(bottom, point.Y);
        }

        return Math.Max(right - left, bottom - top);
    }

    // Length times width of each piece; what crossings count twice is less than the shift that follows.
    private static (double X, double Y) CentreOfMass(ReadOnlySpan<PenPoint> path)
    {
        var (mass, momentX, momentY) = (0.0, 0.0, 0.0);
        for (var i = 1; i < path.Length; i++)
        {
            ref readonly var a = ref path[i - 1];
            ref readonly var b = ref path[i];
            if (b.IsStart) continue;
            var (x, y) = (b.X - a.X, b.Y - a.Y);
            var ink = Math.Sqrt(x * x + y * y) * (a.Radius + b.Radius);
            mass += ink;
            momentX += 0.5 * ink * (a.X + b.X);
            momentY += 0.5 * ink * (a.Y + b.Y);
        }

        return (momentX / mass, momentY / mass);
    }
}
