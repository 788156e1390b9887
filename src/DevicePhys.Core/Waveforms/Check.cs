using System.Runtime.CompilerServices;

namespace DevicePhys.Waveforms;

/// <summary>The border of the waveforms: a bad number is refused once, where it comes in.</summary>
internal static class Check
{
    /// <summary>A finite number, or an exception that names the argument.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} should be a finite number.");

    /// <summary>A finite number above 0, or an exception that names the argument.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} should be a finite number above 0.");

    /// <summary>A finite number of at least 0, or an exception that names the argument.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} should be a finite number of at least 0.");
}
