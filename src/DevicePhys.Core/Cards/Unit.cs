using System.Collections.Concurrent;

namespace DevicePhys.Cards;

/// <summary>A unit of measurement: its coherent SI form and the factor to it, <c>Factor × 10^(HalfDecades/2)</c>.</summary>
/// <remarks>The power of ten is kept apart so that "3 ns" becomes the double 3e-9 itself and not 3 × 1e-9, which differs in the last bit.</remarks>
internal sealed record Unit(string Coherent, double Factor, int HalfDecades, Dimension Dimension)
{
    private const int CacheSize = 1000;

    private static readonly ConcurrentDictionary<string, Unit> Known = new(StringComparer.Ordinal);

    /// <summary>Whether this is already an SI unit without prefix.</summary>
    public bool IsCoherent => Factor == 1 && HalfDecades == 0;

    /// <summary>Reads a unit; null with the reason when it is none.</summary>
    public static Unit? TryParse(string text, out string flaw)
    {
        flaw = "";
        if (Known.TryGetValue(text, out var unit))
        {
            return unit;
        }

        try
        {
            unit = new UnitParser(text).Parse();
        }
        catch (FormatException exception)
        {
            flaw = CardNode.OneLine(exception.Message);
            return null;
        }

        if (Known.Count < CacheSize)
        {
            Known.TryAdd(text, unit);
        }

        return unit;
    }
}
