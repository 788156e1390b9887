using System.CommandLine;
using System.Globalization;

namespace DevicePhys.Cli;

/// <summary>Reads a temperature: "85" in degrees Celsius, or a quantity in kelvin such as "358.15 K".</summary>
internal static class TemperatureOption
{
    /// <summary>0 °C [K].</summary>
    public const double Zero = 273.15;

    /// <summary>The option.</summary>
    public static Option<string> Create(string description, string value = "27") =>
        new("--temperature") { Description = $"{description} A bare number is in degrees Celsius.", DefaultValueFactory = _ => value, HelpName = "temperature" };

    /// <summary>The temperature [K].</summary>
    /// <exception cref="ArgumentException">It is none; one sentence.</exception>
    public static double Parse(string text, string option = "--temperature")
    {
        var (number, offset) = text.Trim().EndsWith('K') ? (text.Trim()[..^1], 0) : (text, Zero);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value + offset > 0 && double.IsFinite(value)
            ? value + offset
            : throw new ArgumentException($"{option}: '{text}' should be a temperature such as 85 (°C) or '358 K'.");
    }
}
