using DevicePhys.Cards;

namespace DevicePhys.Arrays.Memory;

/// <summary>The area of a bit cell and where the number comes from.</summary>
/// <param name="Value">The area [m²].</param>
/// <param name="Source">Publication or derivation.</param>
/// <param name="Status">How sure it is.</param>
public sealed record CellArea(double Value, string Source, ParameterStatus Status)
{
    private const double OxidePermittivity = 3.9 * 8.8541878128e-12;

    /// <summary>The static cell of six transistors.</summary>
    /// <param name="feature">Feature size [m].</param>
    public static CellArea SixTransistors(double feature) =>
        new(160 * feature * feature, "160 F², NeuroSim Param.cpp, 22 nm and above", ParameterStatus.Quoted);

    /// <summary>A transistor beside a planar capacitor.</summary>
    /// <param name="feature">Feature size [m].</param>
    /// <param name="storage">The capacitor [F].</param>
    /// <param name="oxide">Thickness of its oxide [m].</param>
    /// <remarks>Departure: no spacing round the capacitor and no depletion of its plates, so that it is a lower bound.</remarks>
    public static CellArea PlanarCapacitor(double feature, double storage, double oxide) => new(
        (16 * feature * feature) + (storage * oxide / OxidePermittivity),
        "16 F² for the transistor (4F × 4F, NeuroSim's 1T1R) and CS tOx/ε of the capacitor, no spacing", ParameterStatus.Derived);

    /// <summary>The cell of the 1T-SRAM-Q, its capacitor folded into the trench.</summary>
    /// <param name="feature">Feature size [m].</param>
    public static CellArea FoldedCapacitor(double feature) =>
        new(0.55e-12 * feature * feature / (0.13e-6 * 0.13e-6), "0.5 to 0.6 µm² at 0.13 µm, recalled; with F²", ParameterStatus.Reconstructed);
}
