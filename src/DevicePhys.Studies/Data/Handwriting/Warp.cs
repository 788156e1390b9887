using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>One writer's distortion of the plane: a smooth bending, then width, slant and rotation.</summary>
internal readonly struct Warp
{
    private const double CentreX = 33, CentreY = 50, HalfHeight = 50;
    private const double WidthSpread = 0.27, MeanSlant = 0.12, SlantSpread = 0.28, HalfTurnSpread = 0.065, BendSpread = 0.11;

    private readonly double width, slant, cosine, sine;
    private readonly Bend bendX, bendY;

    /// <summary>Draws a distortion.</summary>
    public Warp(RandomStream random)
    {
        width = random.NextFactor(WidthSpread);
        slant = MeanSlant + SlantSpread * random.NextBell();
        // Sine and cosine of an angle whose half has this tangent.
        var tangent = HalfTurnSpread * random.NextBell();
        cosine = (1 - tangent * tangent) / (1 + tangent * tangent);
        sine = 2 * tangent / (1 + tangent * tangent);
        bendX = new Bend(random);
        bendY = new Bend(random);
    }

    /// <summary>Moves a point; the result has its origin near the digit's centre and is about 1 from there to the top.</summary>
    public (double X, double Y) Apply(double x, double y)
    {
        var u = (x - CentreX) / HalfHeight;
        var v = (y - CentreY) / HalfHeight;
        var bentX = width * (u + bendX.At(u, v)) - slant * v;
        var bentY = v + bendY.At(u, v);
        return (cosine * bentX - sine * bentY, sine * bentX + cosine * bentY);
    }

    /// <summary>A random polynomial without linear part: those make proportions, bows and unequal loops.</summary>
    private readonly struct Bend(RandomStream random)
    {
        private readonly double uu = BendSpread * random.NextBell(), uv = BendSpread * random.NextBell(), vv = BendSpread * random.NextBell();
        private readonly double uuv = BendSpread * random.NextBell(), uvv = BendSpread * random.NextBell(), vvv = BendSpread * random.NextBell();

        public double At(double u, double v) => u * u * (uu + uuv * v) + u * v * (uv + uvv * v) + v * v * (vv + vvv * v);
    }
}
