using System.Globalization;
using DevicePhys.Plotting;

namespace DevicePhys.Validation;

/// <summary>Values with as many digits as their tolerance asks for.</summary>
public static class ValueText
{
    /// <summary>A value with the prefix that suits it, such as "122.449 ns".</summary>
    /// <param name="value">The value, in the plain unit.</param>
    /// <param name="unit">The unit; one with '/', '^' or blanks and a pure number take no prefix.</param>
    /// <param name="resolution">The smallest difference that matters, in the plain unit; 0 for four digits.</param>
    public static string Of(double value, string unit, double resolution = 0)
    {
        if (!double.IsFinite(value))
            return $"{value.ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd();
        var plain = unit is "" or "%" or "deg" or "kT" || unit.AsSpan().IndexOfAny("/^ ") >= 0;
        var scale = plain ? new UnitScale(unit, 1) : UnitScale.For(unit, [value]);
        return $"{Number(value * scale.Factor, Digits(value, resolution))} {scale.Unit}".TrimEnd();
    }

    private static int Digits(double value, double resolution) => value != 0 && resolution > 0 && double.IsFinite(resolution)
        ? Math.Clamp((int)Math.Ceiling(Math.Log10(Math.Abs(value) / resolution)) + 2, 4, 14)
        : 4;

    private static string Number(double value, int digits)
    {
        if (value == 0)
            return "0";
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);
        var text = exponent is >= -3 and < 6
            ? value.ToString("F" + Math.Clamp(digits - 1 - exponent, 0, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);
        return (text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text).Replace('-', '−');
    }
}
