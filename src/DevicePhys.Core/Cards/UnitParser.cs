using System.Globalization;

namespace DevicePhys.Cards;

/// <summary>Reads unit texts such as "kOhm", "A/m^2", "m^2/(V s)", "V/Hz^0.5".</summary>
/// <remarks>
/// Factors are joined by a space, '*' or '·'; '/' divides by the one factor after it. A product after a '/' needs parentheses,
/// because people read "m^2/V s" both ways. Powers are whole or half numbers. Used once, then thrown away.
/// </remarks>
internal sealed class UnitParser(string text)
{
    private int position;

    /// <summary>Reads the whole text; the message of the exception is a fragment for a longer sentence.</summary>
    public Unit Parse()
    {
        if (text.Length == 0)
        {
            return new Unit("", 1, 0, default);
        }

        var unit = Expression();
        if (position < text.Length)
        {
            throw new FormatException($"'{text}' is not a unit at '{text[position..]}'");
        }

        return unit.Coherent == "1" ? unit with { Coherent = "" } : unit;
    }

    private Unit Expression()
    {
        var unit = Factor();
        var divided = false;
        while (true)
        {
            var start = position;
            SkipSpaces();
            if (position == text.Length || text[position] == ')')
            {
                return unit;
            }

            var divide = text[position] == '/';
            if (divide || text[position] is '*' or '\u00B7')
            {
                position++;
                SkipSpaces();
            }
            else if (position == start)
            {
                return unit;
            }

            if (!divide && divided)
            {
                throw new FormatException($"'{text}' has a product after '/', which needs parentheses, such as 'm^2/(V s)'");
            }

            divided |= divide;
            unit = Join(unit, Factor(), divide);
        }
    }

    private Unit Factor()
    {
        Unit unit;
        if (position < text.Length && text[position] == '(')
        {
            position++;
            unit = Expression();
            if (position == text.Length || text[position] != ')')
            {
                throw new FormatException($"'{text}' has an open parenthesis");
            }

            position++;
            unit = unit with { Coherent = $"({unit.Coherent})" };
        }
        else
        {
            unit = Symbol();
        }

        return position < text.Length && text[position] == '^' ? Raised(unit) : unit;
    }

    private Unit Symbol()
    {
        var start = position;
        while (position < text.Length && (char.IsLetter(text[position]) || text[position] is '%' or '1'))
        {
            position++;
        }

        var symbol = text[start..position];
        return UnitTable.Find(symbol) ?? throw new FormatException(
            symbol.Length == 0 ? $"'{text}' is not a unit" : $"'{symbol}' is not a known unit");
    }

    private Unit Raised(Unit unit)
    {
        var start = ++position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] is '-' or '.'))
        {
            position++;
        }

        var digits = text[start..position];
        if (!double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var power)
            || Math.Abs(power) is not (> 0 and <= 9) || !double.IsInteger(2 * power) || !double.IsInteger(unit.HalfDecades * power)
            || unit.Dimension.Power((int)(2 * power)) is not { } dimension)
        {
            throw new FormatException($"'{text}' has the power '{digits}', expected a whole or half number from -9 to 9");
        }

        var coherent = $"{unit.Coherent}^{power.ToString(CultureInfo.InvariantCulture)}";
        return new Unit(coherent, Math.Pow(unit.Factor, power), (int)(unit.HalfDecades * power), dimension);
    }

    private static Unit Join(Unit left, Unit right, bool divide)
    {
        var coherent = divide ? $"{left.Coherent}/{right.Coherent}" : $"{left.Coherent} {right.Coherent}";
        return divide
            ? new Unit(coherent, left.Factor / right.Factor, left.HalfDecades - right.HalfDecades, left.Dimension * right.Dimension.Power(-2)!.Value)
            : new Unit(coherent, left.Factor * right.Factor, left.HalfDecades + right.HalfDecades, left.Dimension * right.Dimension);
    }

    private void SkipSpaces()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }
}
