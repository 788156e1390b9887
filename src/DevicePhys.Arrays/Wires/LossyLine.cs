namespace DevicePhys.Arrays.Wires;

/// <summary>A bit line as a leaking line: by hand, what its wires leave of the current of its cells.</summary>
/// <remarks>
/// A line of resistance r from cell to cell, from which cells of conductance g leak to word lines that are held at their voltages, obeys V'' = g·r·V per cell squared (the telegrapher's
/// equation at rest). By reciprocity a cell at x from the far end is seen by the share cosh(x/λ)/cosh(M/λ), λ = 1/√(g·r); its mean over the M cells is tanh(M/λ)/(M/λ). Rows that are not driven
/// stand at 0 V and leak like the others, so the share does not depend on the image. Valid for many cells of like conductance, λ well above 1, sensing at one end, and word lines
/// without resistance: with it an array passes on less. <see cref="WiredCrossbar"/> is exact.
/// </remarks>
public static class LossyLine
{
    /// <summary>The share of the current that arrives, in the mean over the cells.</summary>
    /// <param name="cells">M, the cells of the line.</param>
    /// <param name="conductance">g, their mean conductance [S].</param>
    /// <param name="segment">r, the resistance from cell to cell [Ohm].</param>
    /// <returns>From 0 to 1; 1 for ideal wires.</returns>
    public static double Share(int cells, double conductance, double segment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(conductance);
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        var length = cells * Math.Sqrt(conductance * segment);
        return length < 1e-6 ? 1 : Math.Tanh(length) / length;
    }
}
