using System.Globalization;

namespace DevicePhys.Plotting;

/// <summary>How numbers are written beside an axis.</summary>
public static class NumberLabel
{
    private const char Minus = '\u2212';

    /// <summary>A plain number with a true minus sign.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Such as "−0.25".</returns>
    public static string Plain(double value) =>
        value.ToString("G6", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>A positive number of an axis that spans decades: plain when all of the axis is easily read so, else with a power of ten.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">Where the axis begins.</param>
    /// <param name="maximum">Where the axis ends.</param>
    /// <returns>Such as "0.01", "10^{−6}" or "2·10^{−6}".</returns>
    public static string Power(double value, double minimum, double maximum)
    {
        if (minimum >= 0.5e-3 && maximum <= 2e4)
        {
            return Plain(value);
        }

        var (digit, exponent) = Split(value);
        var power = $"10^{{{Plain(exponent)}}}";
        return Math.Abs(digit - 1) < 1e-6 ? power : $"{digit.ToString("G3", CultureInfo.InvariantCulture)}\u00b7{power}";
    }

    /// <summary>A label of a logarithmic axis: decades only, and 2 and 5 as well where the axis spans less than two decades.</summary>
    /// <param name="value">The tick.</param>
    /// <param name="minimum">Where the axis begins.</param>
    /// <param name="maximum">Where the axis ends.</param>
    /// <returns>As <see cref="Power"/>; empty for a tick without a label.</returns>
    public static string Logarithmic(double value, double minimum, double maximum)
    {
        var (digit, _) = Split(value);
        double[] labelled = maximum / minimum >= 100 ? [1] : [1, 2, 5];
        return labelled.Any(label => Math.Abs(digit - label) < 1e-6) ? Power(value, minimum, maximum) : "";
    }

    // The excess keeps a decade that was rounded down, such as 0.999999999999, in its own decade.
    private static (double Digit, int Exponent) Split(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(value) + 1e-9);
        return (value / Math.Pow(10, exponent), exponent);
    }
}
