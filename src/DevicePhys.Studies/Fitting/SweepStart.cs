using DevicePhys.Fitting;
using DevicePhys.Statistics;

namespace DevicePhys.Studies.Fitting;

/// <summary>Start values read off a sweep: what the card says belongs to another device.</summary>
/// <remarks>
/// ROn and ROff: the smallest and the largest resistance among samples whose current is not lost in noise. The state: where the first of these
/// samples lies between the two. Thresholds: half way to the largest voltage of their sign.
/// </remarks>
internal static class SweepStart
{
    private const double Noise = 0.03;

    public static IEnumerable<FitParameter> Of(IEnumerable<FitParameter> parameters, Sweep sweep)
    {
        var floor = Noise * sweep.Currents.Max(Math.Abs);
        double[] resistances = [.. sweep.Voltages.Zip(sweep.Currents).Where(p => Math.Abs(p.Second) > floor && p.First / p.Second > 0).Select(p => p.First / p.Second)];
        if (resistances.Length == 0)
            return parameters;
        var ends = Quantiles.Of(resistances, 0.02, 0.98);
        return parameters.Select(p => Estimate(p.Name, p.Unit, ends, sweep) is { } value ? p with { Start = Math.Clamp(value, p.Lower, p.Upper) } : p);
    }

    private static double? Estimate(string name, string unit, double[] ends, Sweep sweep) => (name, unit) switch
    {
        ("ROn", "Ohm") => ends[0],
        ("ROff", "Ohm") => ends[1],
        ("VOn" or "Vn", "V") => 0.5 * sweep.Voltages.Min(),
        ("VOff" or "Vp" or "VA", "V") => 0.5 * sweep.Voltages.Max(),
        ("VB", "V") => -0.5 * sweep.Voltages.Min(),
        _ => null,
    };
}
