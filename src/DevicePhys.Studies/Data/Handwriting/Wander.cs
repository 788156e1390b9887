using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>How a pen strays from a stroke's knots: the whole stroke is misplaced, and each knot's error leans on the one before.</summary>
/// <remarks>Independent errors would make kinks; a hand that is off at one knot is still off, the same way, at the next.</remarks>
internal struct Wander(RandomStream random)
{
    private const double StrokeSpread = 3, KnotSpread = 3.5, EndSpread = 7;

    // 0.6² + 0.8² = 1: the standard deviation stays the same along the stroke.
    private const double Kept = 0.6, Fresh = 0.8;

    private readonly double strokeX = StrokeSpread * random.NextBell(), strokeY = StrokeSpread * random.NextBell();
    private double errorX = random.NextBell(), errorY = random.NextBell();

    /// <summary>Moves the next knot of the stroke.</summary>
    /// <param name="knot">The knot as the style has it.</param>
    /// <param name="isEnd">Whether the pen is put down or lifted here, where a hand is less exact than on its way.</param>
    /// <param name="random">The stream.</param>
    public Knot Move(Knot knot, bool isEnd, RandomStream random)
    {
        errorX = Kept * errorX + Fresh * random.NextBell();
        errorY = Kept * errorY + Fresh * random.NextBell();
        var spread = isEnd ? EndSpread : KnotSpread;
        return knot with { X = knot.X + strokeX + spread * errorX, Y = knot.Y + strokeY + spread * errorY };
    }
}
