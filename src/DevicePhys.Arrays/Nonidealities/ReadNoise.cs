using DevicePhys.Tables;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Read noise: each read of each cell is a normal distance away from its conductance.</summary>
/// <param name="Absolute">The part of the standard deviation that does not depend on the conductance [S].</param>
/// <param name="Relative">The part that grows with it, as a fraction; both add as variances.</param>
/// <remarks>
/// A sum of independent normal terms is normal: the noise of a bit line has the variance Σ x²·σ², one more product with squared inputs and cell variances, and one normal number per sum
/// replaces one per cell and read. That is exact for noise that is normal, independent from cell to cell and from read to read, and for ideal wires and a linear read. It is not for noise
/// that lasts from one read to the next (telegraph noise slower than a read), for wires (whose currents share the noise), or behind a clipping read.
/// </remarks>
public sealed record ReadNoise(double Absolute, double Relative)
{
    /// <summary>The read noise of a table's nominal device: its mean square over the range.</summary>
    /// <param name="table">The table.</param>
    /// <returns>Noise that does not depend on the conductance.</returns>
    public static ReadNoise Of(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ReadNoise(Math.Sqrt(table.Nominal.ReadNoise.ToArray().Average(noise => noise * noise)), 0);
    }

    /// <summary>The variance of one read.</summary>
    /// <param name="conductance">The conductance [S].</param>
    /// <returns>[S²].</returns>
    public double Variance(double conductance) => (Absolute * Absolute) + (Relative * Relative * conductance * conductance);
}
