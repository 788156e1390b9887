using System.CommandLine;
using DevicePhys.Cards;

namespace DevicePhys.Cli;

/// <summary>Reads an option that is a quantity with its unit.</summary>
internal static class QuantityOption
{
    /// <summary>The value in SI, above 0; null where the option is not given.</summary>
    /// <exception cref="ArgumentException">It is no such quantity; one sentence.</exception>
    public static double? Value(ParseResult parse, Option<string?> option, string unit) => Any(parse, option, unit)?.Value;

    /// <summary>The value in SI, above 0, in one of several units, and which; null where the option is not given.</summary>
    /// <exception cref="ArgumentException">It is no such quantity; one sentence.</exception>
    public static (double Value, string Unit)? Any(ParseResult parse, Option<string?> option, params IReadOnlyList<string> units)
    {
        if (parse.GetValue(option) is not { } text)
            return null;
        try
        {
            var quantity = Quantity.Parse(text);
            return units.FirstOrDefault(quantity.IsIn) is { } unit && quantity.Value > 0
                ? (quantity.Value, unit)
                : throw new ArgumentException($"{option.Name}: '{text}' should be above 0 and in '{string.Join("' or '", units)}'.");
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"{option.Name}: {exception.Message}.", exception);
        }
    }
}
