using DevicePhys.Cards;
using DevicePhys.Fitting;

namespace DevicePhys.Studies.Fitting;

/// <summary>Start values read off a sweep, and how far from them other starts are tried: what the card says belongs to another device.</summary>
/// <remarks>
/// Resistances, the state at the start, and of models with thresholds, rates and exponents (VOn, KOn, AlphaOn and their OFF twins) the threshold and
/// the rate: see <see cref="LoopShape"/>. Other thresholds: half way to the largest voltage of their sign. What cannot be read off stays as in the card.
/// </remarks>
internal static class SweepStart
{
    private const double ManyDecades = 1e4, WideFactor = 100, Factor = 3;

    public static IEnumerable<FitParameter> Of(Card card, IEnumerable<FitParameter> parameters, Sweep sweep)
    {
        if (LoopShape.Of(sweep) is not { } shape)
            return parameters;
        var known = Known(card, shape, sweep);
        return parameters.Select(p => Start(p, known.TryGetValue(p.Name, out var value) ? value : null));
    }

    private static Dictionary<string, double> Known(Card card, LoopShape shape, Sweep sweep)
    {
        double Number(string name, double otherwise) => card.Parameters.FirstOrDefault(p => p.Name == name)?.Value ?? otherwise;
        var (lambda, length) = (Number("Lambda", 0), Number("D", 1));
        var (lowest, highest) = (sweep.Voltages.Min(), sweep.Voltages.Max());
        Dictionary<string, double> known = new(StringComparer.Ordinal)
        {
            ["ROn"] = shape.ROn, ["ROff"] = shape.ROff, ["x(0)"] = shape.Start(lambda),
            ["VOn"] = 0.5 * lowest, ["Vn"] = 0.5 * lowest, ["VB"] = -0.5 * lowest, ["VOff"] = 0.5 * highest, ["Vp"] = 0.5 * highest, ["VA"] = 0.5 * highest,
        };
        foreach (var end in new[] { "On", "Off" })
        {
            var (threshold, rate) = (Number($"V{end}", 0), Number($"K{end}", 0));
            if (threshold != 0 && rate != 0 && shape.Motion(Math.Sign(threshold), Number($"Alpha{end}", 1), lambda) is { } motion)
                (known[$"V{end}"], known[$"K{end}"]) = (motion.Threshold, Math.Sign(rate) * motion.Rate * length);
        }

        return known;
    }

    // Bounds are for what is possible: a start drawn over many decades of them is wasted.
    private static FitParameter Start(FitParameter p, double? value)
    {
        var start = Math.Clamp(value is { } known && (p.Scale != ParameterScale.Log || known * p.Start > 0) ? known : p.Start, p.Lower, p.Upper);
        if (p.Scale != ParameterScale.Log)
            return p with { Start = start };
        var factor = p.Unit is "V" or "Ohm" && value is not null ? Factor : WideFactor;
        var (near, far) = (Math.Abs(start) / factor, Math.Abs(start) * factor);
        var (low, high) = start < 0 ? (-far, -near) : (near, far);
        return p with { Start = start, Starts = value is null && Spans(p) < ManyDecades ? null : (Math.Max(low, p.Lower), Math.Min(high, p.Upper)) };
    }

    private static double Spans(FitParameter p) => p.Start > 0 ? p.Upper / p.Lower : p.Lower / p.Upper;
}
