using System.Globalization;
using DevicePhys.Plotting;

namespace DevicePhys.Cli;

/// <summary>Values as a reader likes them: "3 ns", "4e10 A/m^2".</summary>
internal static class SiText
{
    /// <summary>An SI value with the prefix that suits it.</summary>
    /// <param name="value">The value in SI.</param>
    /// <param name="unit">Its unit without prefix: one that takes a prefix, such as "V".</param>
    public static string Of(double value, string unit)
    {
        var scale = UnitScale.For(unit, [value]);
        return $"{Number(value * scale.Factor)} {scale.Unit}".TrimEnd();
    }

    /// <summary>A number: plain where that is short, else with a power of ten.</summary>
    public static string Number(double value) =>
        value == 0 || Math.Abs(value) is >= 1e-3 and < 1e6
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : value.ToString("0.###e0", CultureInfo.InvariantCulture);
}
