using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Surface;

/// <summary>A plane through the accuracy surface: two quantities are varied, the others stay those of the card and the settings.</summary>
/// <param name="Across">The quantity along the horizontal axis.</param>
/// <param name="AcrossValues">Its values, ascending.</param>
/// <param name="Up">The quantity along the vertical axis.</param>
/// <param name="UpValues">Its values, ascending.</param>
public sealed record SurfaceCut(SweepQuantity Across, IReadOnlyList<double> AcrossValues, SweepQuantity Up, IReadOnlyList<double> UpValues)
{
    /// <summary>The settings of the cut.</summary>
    /// <param name="own">What is not varied.</param>
    /// <returns>[UpValues × AcrossValues], row-major.</returns>
    public IReadOnlyList<SurfaceSetting> Settings(SurfaceSetting own) =>
        [.. UpValues.SelectMany(up => AcrossValues.Select(across => own.With(Across, across).With(Up, up)))];
}
