using DevicePhys.Circuits.Cells;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The signal a dynamic cell leaves on its bit line before the sense amplifier acts.</summary>
public static class ChargeSharing
{
    /// <summary>Writes a bit, waits for the precharge, and reads without an amplifier.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bit">What is written.</param>
    /// <returns>Bit line against the one it is compared with, at the decision [V].</returns>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static double Signal(DramCell cell, bool bit)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var result = ReadWrite.Run(
            cell with { Sense = null }, [bit ? CellOperation.Write1 : CellOperation.Write0, CellOperation.Read], TransientOptions.AtTolerance(1e-6));
        return result.Outcomes[1].Sensed;
    }

    /// <summary>What charge conservation alone gives: half the supply times CS/(CS + CBL) [V].</summary>
    /// <param name="cell">The cell.</param>
    public static double Ideal(DramCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Supply / 2 * cell.Storage / (cell.Storage + cell.BitLine);
    }
}
