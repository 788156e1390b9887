using System.Collections.Frozen;

namespace DevicePhys.Cards;

/// <summary>The units a card may use, by symbol.</summary>
internal static class UnitTable
{
    private static readonly FrozenDictionary<string, Unit> Prefixable = Table(
        ("m", new("m", 1, 0, Dimension.Of(length: 1))),
        ("s", new("s", 1, 0, Dimension.Of(time: 1))),
        ("g", new("kg", 1, -6, Dimension.Of(mass: 1))),
        ("A", new("A", 1, 0, Dimension.Of(current: 1))),
        ("K", new("K", 1, 0, Dimension.Of(temperature: 1))),
        ("mol", new("mol", 1, 0, Dimension.Of(amount: 1))),
        ("Hz", new("Hz", 1, 0, Dimension.Of(time: -1))),
        ("N", new("N", 1, 0, Dimension.Of(mass: 1, length: 1, time: -2))),
        ("Pa", new("Pa", 1, 0, Dimension.Of(mass: 1, length: -1, time: -2))),
        ("J", new("J", 1, 0, Dimension.Of(mass: 1, length: 2, time: -2))),
        ("W", new("W", 1, 0, Dimension.Of(mass: 1, length: 2, time: -3))),
        ("C", new("C", 1, 0, Dimension.Of(current: 1, time: 1))),
        ("V", new("V", 1, 0, Dimension.Of(mass: 1, length: 2, time: -3, current: -1))),
        ("F", new("F", 1, 0, Dimension.Of(mass: -1, length: -2, time: 4, current: 2))),
        ("Ohm", new("Ohm", 1, 0, Dimension.Of(mass: 1, length: 2, time: -3, current: -2))),
        ("\u03A9", new("Ohm", 1, 0, Dimension.Of(mass: 1, length: 2, time: -3, current: -2))),
        ("\u2126", new("Ohm", 1, 0, Dimension.Of(mass: 1, length: 2, time: -3, current: -2))),
        ("S", new("S", 1, 0, Dimension.Of(mass: -1, length: -2, time: 3, current: 2))),
        ("Wb", new("Wb", 1, 0, Dimension.Of(mass: 1, length: 2, time: -2, current: -1))),
        ("T", new("T", 1, 0, Dimension.Of(mass: 1, time: -2, current: -1))),
        ("H", new("H", 1, 0, Dimension.Of(mass: 1, length: 2, time: -2, current: -2))),
        ("rad", new("rad", 1, 0, default)),
        ("eV", new("J", 1.602176634, -38, Dimension.Of(mass: 1, length: 2, time: -2))));

    private static readonly FrozenDictionary<string, Unit> Plain = Table(
        ("1", new("1", 1, 0, default)),
        ("%", new("1", 1, -4, default)),
        ("deg", new("rad", Math.PI / 180, 0, default)),
        ("Ang", new("m", 1, -20, Dimension.Of(length: 1))),
        ("min", new("s", 60, 0, Dimension.Of(time: 1))),
        ("h", new("s", 3600, 0, Dimension.Of(time: 1))),
        ("day", new("s", 86400, 0, Dimension.Of(time: 1))),
        ("year", new("s", 365.25 * 86400, 0, Dimension.Of(time: 1))));

    /// <summary>The unit of a symbol, with its SI prefix if it has one; null when unknown.</summary>
    public static Unit? Find(string symbol)
    {
        if (Plain.TryGetValue(symbol, out var unit) || Prefixable.TryGetValue(symbol, out unit))
        {
            return unit;
        }

        return symbol.Length > 1 && PrefixDecades(symbol[0]) is { } decades && Prefixable.TryGetValue(symbol[1..], out unit)
            ? unit with { HalfDecades = unit.HalfDecades + 2 * decades }
            : null;
    }

    private static int? PrefixDecades(char prefix) => prefix switch
    {
        'a' => -18,
        'f' => -15,
        'p' => -12,
        'n' => -9,
        'u' or '\u00B5' or '\u03BC' => -6,
        'm' => -3,
        'c' => -2,
        'd' => -1,
        'k' => 3,
        'M' => 6,
        'G' => 9,
        'T' => 12,
        'P' => 15,
        'E' => 18,
        _ => null,
    };

    private static FrozenDictionary<string, Unit> Table(params (string Symbol, Unit Unit)[] rows) =>
        rows.ToFrozenDictionary(row => row.Symbol, row => row.Unit, StringComparer.Ordinal);
}
