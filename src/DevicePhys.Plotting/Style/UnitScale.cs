namespace DevicePhys.Plotting;

/// <summary>A unit with the SI prefix that suits a range of values.</summary>
/// <param name="Unit">The unit with its prefix, such as "µS".</param>
/// <param name="Factor">What a value in the plain unit is multiplied by: 1e6 for µS.</param>
public sealed record UnitScale(string Unit, double Factor)
{
    private static readonly string[] Prefixes = ["a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T"];

    /// <summary>Chooses the prefix that leaves the largest value between 1 and 1000.</summary>
    /// <param name="unit">The unit without prefix; empty, or "%", for a number that takes none.</param>
    /// <param name="values">The values in that unit.</param>
    /// <returns>The scale.</returns>
    public static UnitScale For(string unit, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(values);
        var largest = values.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (unit is "" or "%" || largest == 0)
        {
            return new UnitScale(unit, 1);
        }

        // The small excess keeps 999.9999999 (a rounded 1000) from being called 1000 of the lower prefix.
        var thousands = Math.Clamp((int)Math.Floor((Math.Log10(largest) + 1e-9) / 3), -6, 4);
        return new UnitScale(Prefixes[thousands + 6] + unit, Math.Pow(10, -3 * thousands));
    }
}
