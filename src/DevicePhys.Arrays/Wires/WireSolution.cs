namespace DevicePhys.Arrays.Wires;

/// <summary>How a solution of a wired crossbar was found, and how accurate it is.</summary>
/// <param name="Iterations">Iterations made; the most of all when several inputs were solved.</param>
/// <param name="Residual">The sum of the absolute currents that no node accounts for [A].</param>
/// <param name="Current">The sum of the absolute sensed currents [A].</param>
/// <remarks>
/// The errors of all sensed currents together are at most <see cref="Residual"/>, because a current that enters at any node leaves at the sense inputs
/// at most once. Rounding, some 10⁻¹⁵ of the driven currents, comes on top.
/// </remarks>
public readonly record struct WireSolution(int Iterations, double Residual, double Current)
{
    /// <summary>The error bound relative to the sum of the sensed currents.</summary>
    public double RelativeError => Residual == 0 ? 0 : Residual / Current;
}
