namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>A smooth curve through knots: centripetal Catmull-Rom, which makes no cusps however unequal the distances are.</summary>
/// <remarks>Barry and Goldman, SIGGRAPH 1988; the centripetal choice: Yuksel, Schaefer, Keyser, CAD 43(7), 747 (2011).</remarks>
internal static class Spline
{
    /// <summary>The point of the curve between two neighbouring knots of a stroke.</summary>
    /// <param name="knots">The knots of the stroke, at least 2.</param>
    /// <param name="i">The first of the two knots.</param>
    /// <param name="t">0 at knot i to 1 at knot i+1.</param>
    public static (double X, double Y) At(ReadOnlySpan<Knot> knots, int i, double t)
    {
        var (b, c) = (knots[i], knots[i + 1]);
        // At an end or a corner there is no neighbour to lean on: the curve leaves as if mirrored there.
        var a = i == 0 || b.IsCorner ? Mirror(c, b) : knots[i - 1];
        var d = i + 2 == knots.Length || c.IsCorner ? Mirror(b, c) : knots[i + 2];
        var ab = Interval(a, b);
        var bc = Interval(b, c);
        var cd = Interval(c, d);
        var s = t * bc;
        return (
            Between(a.X, b.X, c.X, d.X, ab, bc, cd, s),
            Between(a.Y, b.Y, c.Y, d.Y, ab, bc, cd, s));
    }

    private static double Between(double a, double b, double c, double d, double ab, double bc, double cd, double s)
    {
        var onAb = b + (b - a) * (s / ab);
        var onBc = b + (c - b) * (s / bc);
        var onCd = c + (d - c) * ((s - bc) / cd);
        var first = onAb + (onBc - onAb) * ((s + ab) / (ab + bc));
        var second = onBc + (onCd - onBc) * (s / (bc + cd));
        return first + (second - first) * (s / bc);
    }

    // Square root of the distance; the small number keeps two knots that coincide from dividing by zero.
    private static double Interval(Knot from, Knot to)
    {
        var x = to.X - from.X;
        var y = to.Y - from.Y;
        return Math.Sqrt(Math.Sqrt(x * x + y * y)) + 1e-6;
    }

    private static Knot Mirror(Knot of, Knot at) => new(2 * at.X - of.X, 2 * at.Y - of.Y, false);
}
