using System.Globalization;

namespace DevicePhys.Cards;

/// <summary>A number with its unit, converted to SI.</summary>
/// <param name="Value">The value in SI.</param>
/// <param name="Unit">The SI unit without prefix, such as "Ohm" or "A/m^2"; empty for a pure number.</param>
/// <remarks>
/// Known units: m s g A K mol Hz N Pa J W C V F Ohm (Ω) S Wb T H rad eV with the prefixes a f p n u (µ) m c d k M G T P E, and
/// % deg Ang min h day year without. Factors are joined by a space, '*' or '·', divided by '/', raised by '^' to whole or half
/// powers: "1e10 A/m^2", "25 cm^2/(V s)", "3 nV/Hz^0.5". eV becomes J; energies in kT are pure numbers. Decimal prefixes are exact:
/// "3 ns" is the double 3e-9.
/// </remarks>
public readonly record struct Quantity(double Value, string Unit)
{
    private const int LongestText = 100;
    private const int LargestExponent = 1000;

    /// <summary>Reads a text such as "10 kOhm".</summary>
    /// <param name="text">The text.</param>
    /// <returns>The quantity in SI.</returns>
    /// <exception cref="FormatException">The text is no finite number with a known unit.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var quantity, out var flaw) ? quantity : throw new FormatException(flaw);
    }

    /// <summary>Writes a value so that <see cref="Parse"/> gives it back exactly.</summary>
    /// <param name="value">The value in SI.</param>
    /// <param name="unit">Its SI unit, empty for a pure number.</param>
    /// <returns>The text.</returns>
    public static string Format(double value, string unit)
    {
        var number = value.ToString("R", CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(unit) ? number : $"{number} {unit}";
    }

    /// <summary>The quantity as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Format(Value, Unit);

    /// <summary>Whether this quantity is of the kind that a unit measures.</summary>
    /// <param name="unit">An SI unit without prefix; empty for a pure number.</param>
    /// <returns>True when both measure the same.</returns>
    /// <exception cref="ArgumentException">The unit is unknown, or not an SI unit without prefix.</exception>
    public bool IsIn(string unit) => HaveSameDimension(Unit ?? "", unit);

    internal static bool HaveSameDimension(string own, string asked)
    {
        if (string.Equals(own, asked, StringComparison.Ordinal))
        {
            return true;
        }

        var wanted = Cards.Unit.TryParse(asked, out var flaw) ?? throw new ArgumentException($"{flaw}.", nameof(asked));
        if (!wanted.IsCoherent)
        {
            throw new ArgumentException($"Values are SI inside: ask in '{wanted.Coherent}', not in '{asked}'.", nameof(asked));
        }

        return Cards.Unit.TryParse(own, out _) is { } unit && unit.Dimension == wanted.Dimension;
    }

    internal static bool TryParse(string text, out Quantity quantity, out string flaw)
    {
        quantity = default;
        var number = text.Length <= LongestText ? NumberAtStart(text) : "";
        if (number.Length == 0)
        {
            flaw = $"'{CardNode.Shown(text)}' is not a number with a unit, such as '10 kOhm'";
            return false;
        }

        if (Cards.Unit.TryParse(text[number.Length..].Trim(' '), out flaw) is not { } unit)
        {
            flaw = $"'{CardNode.Shown(text)}': {flaw}, expected SI units such as 'kOhm' or 'A/m^2'";
            return false;
        }

        var value = Scaled(number, unit.HalfDecades >> 1) * unit.Factor * ((unit.HalfDecades & 1) == 0 ? 1 : Math.Sqrt(10));
        if (!double.IsFinite(value) || (value == 0 && MantissaHasDigits(number)))
        {
            flaw = $"'{CardNode.Shown(text)}' does not fit a double, expected a finite number";
            return false;
        }

        quantity = new Quantity(value, unit.Coherent);
        return true;
    }

    // The power of ten of the unit joins the exponent in the text, so that one correctly rounded conversion does both.
    private static double Scaled(string number, int decades)
    {
        var e = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? number : number[..e];
        var exponent = 0;
        if (e >= 0 && !int.TryParse(number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            exponent = number[e + 1] == '-' ? -LargestExponent : LargestExponent;
        }

        exponent = Math.Clamp(exponent, -LargestExponent, LargestExponent) + decades;
        return double.Parse($"{mantissa}e{exponent}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static bool MantissaHasDigits(string number)
    {
        var e = number.AsSpan().IndexOfAny('e', 'E');
        return number.AsSpan(0, e < 0 ? number.Length : e).IndexOfAnyInRange('1', '9') >= 0;
    }

    private static string NumberAtStart(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = Digits(text, at);
        var end = at + digits;
        if (end < text.Length && text[end] == '.')
        {
            var decimals = Digits(text, end + 1);
            digits += decimals;
            end += decimals > 0 ? decimals + 1 : 0;
        }

        if (digits == 0)
        {
            return "";
        }

        if (end + 1 < text.Length && text[end] is 'e' or 'E')
        {
            var sign = text[end + 1] is '-' or '+' ? 1 : 0;
            var exponent = Digits(text, end + 1 + sign);
            end += exponent > 0 ? 1 + sign + exponent : 0;
        }

        return text[..end];
    }

    private static int Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
