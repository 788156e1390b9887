using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The retention of a population of dynamic cells, from how the time of one cell answers to each parameter that scatters.</summary>
/// <remarks>
/// Main part: the slopes of ln t over one standard deviation of each parameter to its bad side; tail: those between 2 and 4. Independent
/// parameters add in squares. This is the first-order (delta) method twice, at the median and in the tail; it sees the change of the mechanism
/// with one parameter, not with two at once.
/// </remarks>
internal static class CellSpread
{
    private const double TailStart = -2, TailEnd = -4;

    /// <summary>The law of a stored value.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="time">The retention time of a cell [s].</param>
    public static RetentionLaw Law(DramCell cell, Func<DramCell, double> time)
    {
        var median = time(cell);
        if (double.IsInfinity(median))
        {
            // The whole population is safe only if its weak cells are.
            return Parameters(cell).All(moved => double.IsInfinity(time(moved(TailEnd))) && double.IsInfinity(time(moved(-TailEnd))))
                ? RetentionLaw.Never
                : throw new ArgumentException($"{cell.Name}: the typical cell keeps a bit longer than the wait, a weak one does not; expected a longer wait.");
        }

        var (main, tail) = (0.0, 0.0);
        foreach (var moved in Parameters(cell))
        {
            // The bad side decides: there bits get lost, and the good one may keep them for ever.
            var bad = time(moved(-1)) < time(moved(1)) ? 1 : -1;
            var slope = Math.Log(median) - Log(moved(-bad));
            var steep = (Log(moved(bad * TailStart)) - Log(moved(bad * TailEnd))) / (TailStart - TailEnd);
            (main, tail) = (main + (slope * slope), tail + (steep * steep));
        }

        return new RetentionLaw(median, Math.Sqrt(main), Math.Sqrt(tail), TailStart);

        double Log(DramCell other) => Math.Log(time(other)) is var log && double.IsFinite(log) ? log
            : throw new ArgumentException($"{cell.Name}: a weak cell of its population loses a bit at once, expected a time above 0; there is no law of its retention.");
    }

    // The cell with one parameter moved by z standard deviations.
    private static IEnumerable<Func<double, DramCell>> Parameters(DramCell cell)
    {
        var sigma = cell.Access.ThresholdSigma;
        if (sigma > 0)
            yield return z => cell with { Access = cell.Access.Shifted(z * sigma) };
        if (cell.Leakage is not { } card)
            yield break;
        foreach (var parameter in card.Parameters)
        {
            // The subthreshold current of the card is off: the access transistor of the circuit has its own threshold.
            if (parameter is not { D2D: { Sigma: > 0 } spread } || parameter.Name == "VT0")
                continue;
            double At(double z) => spread.Distribution == Distribution.LogNormal ? Math.Exp(spread.Sigma * z) : 1 + (spread.Sigma * z);
            yield return parameter.Name == "CS"
                ? z => cell with { Storage = cell.Storage * At(z) }
                : z => cell with { Leakage = card.With(parameter.Name, parameter.Value * At(z)) };
        }
    }
}
