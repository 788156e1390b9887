namespace DevicePhys.Circuits.Testbenches;

/// <summary>The static noise margin of a butterfly: the side of the largest square between its two curves.</summary>
/// <param name="Upper">The largest square of the lobe above the diagonal [V]; below 0 where the lobe is closed.</param>
/// <param name="Lower">The same of the lobe below the diagonal [V].</param>
/// <remarks>
/// Seevinck, List, Lohstroh, IEEE JSSC 22, 748 (1987): squares with a corner on each curve have a diagonal of slope 1; along every such line each
/// curve is met once, since it falls.
/// </remarks>
public sealed record NoiseMargin(double Upper, double Lower)
{
    /// <summary>The two squares: lower left corner, node "qb" then node "q", and side [V].</summary>
    public IReadOnlyList<(double X, double Y, double Side)> Squares { get; private init; } = [];

    /// <summary>The margin: that of the smaller lobe [V].</summary>
    public double Value => Math.Min(Upper, Lower);

    /// <summary>Measures a butterfly.</summary>
    /// <param name="curve">The butterfly.</param>
    public static NoiseMargin Of(ButterflyCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var (upper, lower) = (double.NegativeInfinity, double.NegativeInfinity);
        var squares = new (double X, double Y, double Side)[2];
        var supply = curve.Inputs[^1];
        const int lines = 2000;
        for (var i = 1; i < lines; i++)
        {
            var offset = supply * ((2.0 * i / lines) - 1);

            // The first curve is y = f(x); of the second, x = g(y), the same line is met where y = g(y) + offset.
            var first = Crossing(curve.Inputs, curve.First, offset);
            var second = Crossing(curve.Inputs, curve.Second, -offset) - offset;
            if (offset > 0 && first - second > upper)
                (upper, squares[0]) = (first - second, (second, second + offset, first - second));
            else if (offset <= 0 && second - first > lower)
                (lower, squares[1]) = (second - first, (first, first + offset, second - first));
        }

        return new NoiseMargin(upper, lower) { Squares = squares };
    }

    /// <summary>Where a falling curve meets the line y = x + offset.</summary>
    private static double Crossing(IReadOnlyList<double> x, IReadOnlyList<double> y, double offset)
    {
        var (low, high) = (0, x.Count - 1);
        if (Above(low) <= 0)
            return x[low] + Above(low);
        if (Above(high) >= 0)
            return x[high] + Above(high);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle) > 0 ? (middle, high) : (low, middle);
        }

        return x[low] + ((x[high] - x[low]) * Above(low) / (Above(low) - Above(high)));

        double Above(int i) => y[i] - x[i] - offset;
    }
}
