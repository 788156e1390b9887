using DevicePhys.Cards;

namespace DevicePhys.Arrays.Memory;

/// <summary>The area of a bit cell and where the number comes from.</summary>
/// <param name="Value">The area [m²].</param>
/// <param name="Source">Publication or derivation.</param>
/// <param name="Status">How sure it is.</param>
public sealed record CellArea(double Value, string Source, ParameterStatus Status)
{
    /// <summary>The static cell of six transistors.</summary>
    /// <param name="feature">Feature size [m].</param>
    public static CellArea SixTransistors(double feature) =>
        new(160 * feature * feature, "160 F², NeuroSim Param.cpp, 22 nm and above", ParameterStatus.Quoted);
}
