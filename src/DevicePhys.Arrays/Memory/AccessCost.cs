using DevicePhys.Arrays.Energy;

namespace DevicePhys.Arrays.Memory;

/// <summary>What one access to a memory costs: the row it opens, and the wires between that row and the edge of the macro.</summary>
/// <param name="Row">All bit lines of the row [J].</param>
/// <param name="Wires">The wires that carry the word across the macro [J].</param>
/// <remarks>
/// Row: bits per row times the energy of a cell's read. Wires: word × 0.2 fF/µm (NeuroSim's SubArray.cpp) ×
/// √area, the mean distance of a bank from a corner × V²/2, as every other bit of a word changes its wire. Decoders and clocks are not counted.
/// </remarks>
public sealed record AccessCost(double Row, double Wires)
{
    /// <summary>Both [J].</summary>
    public double Total => Row + Wires;

    /// <summary>The cost of reading a word.</summary>
    /// <param name="macro">The memory.</param>
    /// <param name="opened">Cells that the access opens.</param>
    /// <param name="word">Bits of a word.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static AccessCost Read(MemoryMacro macro, int opened, int word)
    {
        ArgumentNullException.ThrowIfNull(macro);
        ArgumentOutOfRangeException.ThrowIfLessThan(opened, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(word, 1);
        var wire = WireTechnology.Nodes[0].CapacitancePerMetre * Math.Sqrt(macro.Area);
        return new AccessCost(opened * macro.ReadEnergy, word * wire * macro.Supply * macro.Supply / 2);
    }
}
