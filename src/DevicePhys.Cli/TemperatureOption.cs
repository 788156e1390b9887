using System.CommandLine;
using System.Globalization;

namespace DevicePhys.Cli;

/// <summary>Reads a temperature, the same way for every verb: "85C" or "358.15K"; a bare number from −55 to 150 is in degrees Celsius.</summary>
/// <remarks>A bare number beyond the range that electronics is made for is refused: whoever writes 300 may well mean kelvin.</remarks>
internal static class TemperatureOption
{
    /// <summary>0 °C [K].</summary>
    public const double Zero = 273.15;

    /// <summary>The name of the option.</summary>
    public const string Name = "--temperature";

    /// <summary>What the help text says of every temperature.</summary>
    public const string Form = "Such as 85C or 358.15K; a bare number is in degrees Celsius.";

    private const double LowestBare = -55, HighestBare = 150;

    private static readonly (string Unit, double Offset)[] Units = [("degC", Zero), ("°C", Zero), ("C", Zero), ("K", 0)];

    /// <summary>The option.</summary>
    /// <param name="description">Whose temperature it is, one sentence.</param>
    /// <param name="value">What it is when it is not given, or null.</param>
    public static Option<string?> Create(string description, string? value = null)
    {
        var option = new Option<string?>(Name) { Description = $"{description} {Form}", HelpName = "temperature" };
        if (value is not null)
            option.DefaultValueFactory = _ => value;
        return option;
    }

    /// <summary>The temperature [K]; null where the option is not given.</summary>
    /// <exception cref="ArgumentException">It is none; one sentence.</exception>
    public static double? Value(ParseResult parse, Option<string?> option) => parse.GetValue(option) is { } text ? Parse(text, option.Name) : null;

    /// <summary>A temperature [K].</summary>
    /// <exception cref="ArgumentException">It is none; one sentence.</exception>
    public static double Parse(string text, string option = Name)
    {
        var trimmed = text.Trim();
        var (unit, offset) = Array.Find(Units, unit => trimmed.EndsWith(unit.Unit, StringComparison.Ordinal));
        if (!double.TryParse(trimmed[..^(unit?.Length ?? 0)], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw new ArgumentException($"{option}: '{text}' should be a temperature such as 85C or 358.15K.");
        if (unit is null && value is not (>= LowestBare and <= HighestBare))
            throw new ArgumentException($"{option}: '{text}' may be in kelvin or in degrees Celsius, expected {trimmed}K or {trimmed}C.");
        var kelvin = value + (unit is null ? Zero : offset);
        return kelvin > 0 ? kelvin : throw new ArgumentException($"{option}: '{text}' is not above absolute zero, expected a temperature such as 85C or 358.15K.");
    }
}
