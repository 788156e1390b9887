namespace DevicePhys.Circuits.Cells;

/// <summary>The layout of a cell with a MOS capacitor beside its access transistor: flat, or folded down the side walls of the isolation trench.</summary>
/// <param name="Feature">Feature size F [m].</param>
/// <param name="Oxide">Thickness of the capacitor's oxide [m].</param>
/// <param name="Depth">How far the plate reaches down the side walls [m]; 0 for a flat one.</param>
/// <remarks>
/// A cell is 4F wide (NeuroSim's 1T1R, 4F × 4F, is its transistor); the plate is 3F wide, one F of isolation beside it and one at its end. The
/// oxide covers the top and three side walls: CS tOx/ε = 3F L + Depth (3F + 2L). Departures: no depletion of the plates, corners as good as the flat
/// part. Validity: the plate is at least one F long.
/// </remarks>
public sealed record StoragePlate(double Feature, double Oxide, double Depth = 0)
{
    private const double OxidePermittivity = 3.9 * 8.8541878128e-12;

    /// <summary>A wire [F/m]: NeuroSim's SubArray.cpp, 0.2 fF/µm, quoted.</summary>
    private const double WireCapacitance = 0.2e-9;

    /// <summary>The length of the plate [m].</summary>
    /// <param name="storage">The capacitance [F].</param>
    /// <exception cref="ArgumentException">The plate would be shorter than F.</exception>
    public double Length(double storage)
    {
        var length = ((storage * Oxide / OxidePermittivity) - (3 * Feature * Depth)) / ((3 * Feature) + (2 * Depth));
        return length >= Feature ? length : throw new ArgumentException(FormattableString.Invariant(
            $"A capacitor of {storage:G3} F in side walls of {Depth:G3} m would be shorter than the feature size of {Feature:G3} m: expected a larger capacitor or a shallower trench."));
    }

    /// <summary>The length of a cell along its bit line [m].</summary>
    /// <param name="storage">The capacitance [F].</param>
    public double Pitch(double storage) => (5 * Feature) + Length(storage);

    /// <summary>The area of a cell [m²].</summary>
    /// <param name="storage">The capacitance [F].</param>
    public double CellArea(double storage) => 4 * Feature * Pitch(storage);

    /// <summary>A bit line over these cells, from one over others with as many cells: only its wire changes [F].</summary>
    /// <param name="line">The known line [F].</param>
    /// <param name="other">The layout of the known line's cells.</param>
    /// <param name="storage">The capacitance of either cell [F].</param>
    /// <param name="cells">Cells along the line.</param>
    public double BitLine(double line, StoragePlate other, double storage, int cells)
    {
        ArgumentNullException.ThrowIfNull(other);
        return line - (cells * WireCapacitance * (other.Pitch(storage) - Pitch(storage)));
    }
}
