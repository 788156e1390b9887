using DevicePhys.Circuits.Cells;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The levels that a floating-body cell is written and read with, from the cell itself at its temperature.</summary>
/// <remarks>
/// The rests of the body move by some 3 mV/K, so that levels chosen at one temperature fail at another. The separatrix is the unstable rest; the bit line of
/// a written 0 is the one of the scanned levels that leaves the body furthest below it (a weak pulse draws too few holes, a strong one latches the transistor
/// of the bit line); the well of a written 1 lies a margin above the lowest that carries a 0 across it; the threshold of a read is the middle of
/// what a 1 and a 0 give, as a reference of two such cells would.
/// </remarks>
public static class BodyLevels
{
    private const double Step = 0.05, Margin = 0.1;
    private const int BitLineSteps = 32, Halvings = 8;

    /// <summary>The cell with its levels.</summary>
    /// <param name="cell">The cell; its highest well is where the search for a lower one begins.</param>
    /// <exception cref="ArgumentException">The body does not have two stable rests, or no level writes the cell.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    public static FloatingBodyCell Of(FloatingBodyCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var rests = BodyRests.Of(cell, cell.Supply);
        if (rests.Count != 3)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{cell.Name}: at a well of {cell.Supply} V and {cell.Bipolar.Value("Temperature", "K")} K its body has {rests.Count} rest, expected 3: it keeps one state only."));
        }

        var known = cell with { Separatrix = rests[1] };
        var zero = Enumerable.Range(1, BitLineSteps).Select(step => known with { BitLow = -step * Step })
            .MinBy(candidate => Body(candidate, CellOperation.Write1, CellOperation.Write0))!;
        var one = zero with { WellHigh = Math.Min(cell.WellHigh, LowestWell(zero) + Margin) };
        var outcomes = ReadWrite.Run(one, BitCells.Routine).Outcomes;
        var reads = outcomes.Where(outcome => outcome.Slot.Operation == CellOperation.Read).Select(outcome => outcome.Sensed + one.SenseThreshold).ToArray();
        return one with { SenseThreshold = reads.Average() };
    }

    // The body rises above the separatrix from here on, out of its low rest, the 0 of old.
    private static double LowestWell(FloatingBodyCell cell)
    {
        var (low, high) = (cell.Supply, cell.WellHigh);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Body(cell with { WellHigh = middle }, CellOperation.Write1) > 0 ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>How far above the separatrix the last write leaves the body [V].</summary>
    private static double Body(FloatingBodyCell cell, params CellOperation[] operations) => ReadWrite.Run(cell, operations).Outcomes[^1].Stored;
}
