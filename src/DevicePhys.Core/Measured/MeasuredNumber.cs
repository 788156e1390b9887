using System.Globalization;

namespace DevicePhys.Measured;

/// <summary>A number as instruments write it.</summary>
internal static class MeasuredNumber
{
    // SCPI-99: 9.91e37 is not a number, 9.9e37 is infinity.
    private const double Overflow = 9.8e37;

    private static readonly string[] Marks =
        ["", "-", "--", "nan", "n/a", "na", "#n/a", "inf", "+inf", "-inf", "infinity", "overflow", "ovld", "ovrflw", "overld", "ovrld", "comp", "null"];

    /// <summary>Reads a cell: a number, or NaN for an empty cell or a mark of overflow; false when it is neither.</summary>
    public static bool TryParse(ReadOnlySpan<char> cell, out double value)
    {
        cell = cell.Trim().Trim('"').Trim();
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            if (!(Math.Abs(value) < Overflow))
                value = double.NaN;
            return true;
        }

        value = double.NaN;
        foreach (var mark in Marks)
        {
            if (cell.Equals(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return cell.Length > 0 && cell.TrimStart('*').IsEmpty;
    }

    /// <summary>Whether a cell is a finite number.</summary>
    public static bool Is(ReadOnlySpan<char> cell) => TryParse(cell, out var value) && !double.IsNaN(value);
}
