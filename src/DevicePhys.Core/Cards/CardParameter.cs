using System.Globalization;

namespace DevicePhys.Cards;

/// <summary>One number of a card, with its history.</summary>
/// <param name="Name">The paper's symbol.</param>
/// <param name="Value">The value in SI.</param>
/// <param name="Unit">Its SI unit without prefix, empty for a pure number.</param>
/// <param name="Source">Where it comes from: a paper, table or figure.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Lower">The smallest value that makes sense, in SI; minus infinity when the card gives no bounds.</param>
/// <param name="Upper">The largest value that makes sense, in SI; infinity when the card gives no bounds.</param>
/// <param name="D2D">The spread across devices, else null.</param>
/// <param name="C2C">The spread across cycles, else null.</param>
/// <param name="Note">A remark, else null.</param>
public sealed record CardParameter(
    string Name,
    double Value,
    string Unit,
    string Source,
    ParameterStatus Status,
    double Lower,
    double Upper,
    Spread? D2D,
    Spread? C2C,
    string? Note)
{
    // A normal spread that leaves its bounds more often than this is no normal any more, and the card should say so.
    private const double LargestShareOutside = 0.05;

    /// <summary>The value in SI.</summary>
    public double Value
    {
        get;
        init
        {
            field = value;
            Written = null;
        }
    } = Value;

    /// <summary>The value as the card wrote it, such as "10 kOhm"; in SI when it was computed.</summary>
    public string Text => Written ?? Quantity.Format(Value, Unit);

    /// <summary>Whether the card gives bounds.</summary>
    public bool HasBounds => double.IsFinite(Lower) && double.IsFinite(Upper);

    internal string? Written { get; init; }

    /// <summary>The spread of one origin.</summary>
    /// <param name="origin">Across devices or across cycles.</param>
    /// <returns>The spread, or null.</returns>
    public Spread? Spread(SpreadOrigin origin) => origin == SpreadOrigin.DeviceToDevice ? D2D : C2C;

    internal bool Allows(double value) => value >= Lower && value <= Upper;

    /// <summary>What is wrong with the number itself, else null.</summary>
    internal string? ValueFlaw() =>
        !double.IsFinite(Value) ? "the value should be a finite number"
        : double.IsFinite(Lower) != double.IsFinite(Upper) ? "the bounds should be two finite numbers or none"
        : !(Lower <= Upper) ? $"the bounds {Show(Lower)} and {Show(Upper)} should be in ascending order"
        : !Allows(Value) ? $"'{CardNode.Shown(Text)}' should be within its bounds, {Show(Lower)} to {Show(Upper)}"
        : null;

    /// <summary>What is wrong with a spread of it, else null.</summary>
    internal string? SpreadFlaw(SpreadOrigin origin)
    {
        if (Spread(origin) is not { } spread)
        {
            return null;
        }

        var key = origin == SpreadOrigin.DeviceToDevice ? "d2d" : "c2c";
        if (!(spread.Sigma >= 0 && double.IsFinite(spread.Sigma)))
        {
            return $"the sigma of its {key} should be a finite number of at least 0";
        }

        if (!(Math.Abs(spread.Correlation) <= 1))
        {
            return $"the correlation of its {key} should be between -1 and 1";
        }

        if (Value == 0 && spread.Sigma > 0)
        {
            return $"its {key} is relative and the value is 0, so it would do nothing; expected another value or no {key}";
        }

        if (spread.Distribution == Distribution.TruncatedNormal)
        {
            return HasBounds ? null : $"its {key} is truncated, which needs 'bounds'";
        }

        var outside = ShareOutside(spread);
        return outside <= LargestShareOutside
            ? null
            : $"its {key} leaves the bounds in {(100 * outside).ToString("0", CultureInfo.InvariantCulture)} % of the draws; "
                + "expected a smaller sigma, wider bounds or the distribution 'truncated'";
    }

    /// <summary>The standard normal numbers at the bounds, the smaller first; infinite where the spread never reaches a bound.</summary>
    internal (double Low, double High) ZBounds(Spread spread)
    {
        // A negative value swaps the bounds.
        double ToZ(double bound) => spread.Distribution == Distribution.LogNormal
            ? (bound / Value > 0 ? Math.Log(bound / Value) : double.NegativeInfinity) / spread.Sigma
            : (bound / Value - 1) / spread.Sigma;
        var (a, b) = (ToZ(Lower), ToZ(Upper));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    private double ShareOutside(Spread spread)
    {
        if (spread.Sigma == 0)
        {
            return 0;
        }

        var (low, high) = ZBounds(spread);
        return 1 - (Cumulative(high) - Cumulative(low));
    }

    internal static double Cumulative(double z) =>
        double.IsInfinity(z) ? (z > 0 ? 1 : 0) : MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);

    private string Show(double value) => $"'{Quantity.Format(value, Unit)}'";
}
