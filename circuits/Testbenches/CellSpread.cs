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
    /// <param name="time">The retention time of a cell [s]; infinite beyond the longest wait.</param>
    public static RetentionLaw Law(DramCell cell, Func<DramCell, double> time)
    {
        var median = time(cell);
        if (double.IsInfinity(median))
            return OfWeakCells(cell, time);
        var (main, tail) = (0.0, 0.0);
        foreach (var moved in Parameters(cell))
        {
            // The bad side decides: there bits get lost, and the good one may keep them for ever.
            var bad = time(moved(-1)) < time(moved(1)) ? 1 : -1;
            var slope = Math.Log(median) - Log(moved(-bad), time);
            var steep = (Log(moved(bad * TailStart), time) - Log(moved(bad * TailEnd), time)) / (TailStart - TailEnd);
            (main, tail) = (main + (slope * slope), tail + (steep * steep));
        }

        return new RetentionLaw(median, Math.Sqrt(main), Math.Sqrt(tail), TailStart);
    }

    // The typical cell keeps its bit for ever. Where weak ones do not, the law is the tangent at the cell whose worst parameter is four deviations off: right
    // there, and on the safe side for typical cells.
    private static RetentionLaw OfWeakCells(DramCell cell, Func<DramCell, double> time)
    {
        var weak = Parameters(cell).SelectMany((moved, index) => new[] { 1, -1 }.Select(bad => (moved, index, bad, Time: time(moved(bad * TailEnd))))).MinBy(one => one.Time);
        if (weak.moved is null || double.IsInfinity(weak.Time))
            return RetentionLaw.Never;
        var (slope, squares) = (Log(weak.moved(weak.bad * TailEnd), time) - Log(weak.moved(weak.bad * (TailEnd - 1)), time), 0.0);
        foreach (var (moved, index) in Parameters(weak.moved(weak.bad * TailEnd)).Select((moved, index) => (moved, index)))
        {
            // Half a deviation towards the side that loses sooner: the other one may keep the bit.
            var steep = index == weak.index ? slope : 2 * (Math.Log(weak.Time) - Math.Log(Math.Min(time(moved(0.5)), time(moved(-0.5)))));
            squares += steep * steep;
        }

        return new RetentionLaw(weak.Time * Math.Exp(-TailEnd * slope), Math.Sqrt(squares), Math.Sqrt(squares), TailStart);
    }

    private static double Log(DramCell cell, Func<DramCell, double> time) => Math.Log(time(cell)) is var log && double.IsFinite(log) ? log
        : throw new ArgumentException($"{cell.Name}: a weak cell of its population loses a bit at once, expected a time above 0; there is no law of its retention.");

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
