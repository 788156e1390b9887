using System.Text.RegularExpressions;
using DevicePhys.Cards;

namespace DevicePhys.Measured;

/// <summary>The heading of a column: a name, and the unit it is written in.</summary>
/// <param name="Name">Without the unit.</param>
/// <param name="Unit">The unit as the file means it; null when it names none.</param>
/// <param name="Celsius">Whether the values are degrees Celsius.</param>
/// <remarks>
/// Read are "I (uA)", "I [uA]", "I/uA", "Time s", "conductance_S" and "P1 uC_per_cm2". After a bare space or underscore only units that instruments
/// print count (V A s S Ohm F C Hz W J K and their quotients by cm^2), so "v_min" is not a time.
/// </remarks>
internal sealed partial record Heading(string Name, Unit? Unit, bool Celsius = false)
{
    private static readonly string[] Printed = ["V", "A", "s", "S", "Ohm", "F", "C", "Hz", "W", "J", "K"];

    /// <summary>The coherent SI unit, empty for none.</summary>
    public string Coherent => Celsius ? "K" : Unit?.Coherent.Replace("/(m^2)", "/m^2", StringComparison.Ordinal) ?? "";

    public static Heading Of(string cell)
    {
        cell = cell.Trim().Trim('"').Trim();
        if (Bracketed().Match(cell) is { Success: true } bracketed && Make(bracketed.Groups[1].Value, bracketed.Groups[2].Value, _ => true) is { } marked)
            return marked;
        for (var at = cell.Length - 1; at > 0; at--)
        {
            if (cell[at] is '_' or ' ' or '/' && Make(cell[..at], cell[(at + 1)..], IsPrinted) is { } bare && !cell[(at + 1)..].StartsWith("per_", StringComparison.Ordinal)
                && (at < 4 || !cell[..at].EndsWith("_per", StringComparison.Ordinal)))
                return bare;
        }

        return new(cell, null);
    }

    /// <summary>A column under this heading, its numbers taken as written in this unit.</summary>
    public MeasuredColumn Applied(MeasuredColumn column) => new(Name, Coherent, [.. column.Values.Select(ToSi)], column.Texts);

    /// <summary>A value as written, in SI.</summary>
    public double ToSi(double value)
    {
        if (Celsius)
            return value + 273.15;
        if (Unit is not { } unit || unit.IsCoherent)
            return value;
        var decades = unit.HalfDecades / 2;

        // 10^n is exact up to 22, so one rounding is all.
        return unit.Factor * (decades < 0 ? value / Math.Pow(10, -decades) : value * Math.Pow(10, decades)) * (unit.HalfDecades % 2 == 0 ? 1 : Math.Sqrt(10));
    }

    private static Heading? Make(string name, string text, Func<Unit, bool> accepts)
    {
        name = name.Trim();
        text = text.Trim();
        if (name.Length == 0)
            return null;
        if (text is "degC" or "\u00B0C" || (text == "C" && name.Contains("temp", StringComparison.OrdinalIgnoreCase)))
            return new(name, null, Celsius: true);
        text = Squared().Replace(text.Replace("_per_", "/", StringComparison.Ordinal).Replace("ohms", "Ohm", StringComparison.OrdinalIgnoreCase).Replace("ohm", "Ohm", StringComparison.OrdinalIgnoreCase), "$1^$2");
        return text.Length > 0 && Cards.Unit.TryParse(text, out _) is { } unit && accepts(unit) ? new(name, unit) : null;
    }

    private static bool IsPrinted(Unit unit)
    {
        var whole = unit.Coherent.Split('/');
        return Printed.Contains(whole[0]) && unit.Factor == 1 && (whole.Length == 1 || whole[1] is "m^2" or "m");
    }

    [GeneratedRegex(@"^(.*?)\s*[\(\[]\s*([^\(\)\[\]]*(?:\([^\(\)]*\))?)\s*[\)\]]$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"([A-Za-z])([23])\b")]
    private static partial Regex Squared();
}
