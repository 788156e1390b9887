using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;

namespace DevicePhys.Validation.Circuits;

/// <summary>The voltage a storage capacitor leaves on its bit line.</summary>
public sealed class ChargeShare : IValidation
{
    /// <inheritdoc/>
    public string Id => "V33";

    /// <inheritdoc/>
    public string Claim => "charge share of a 1T-1C cell with a bit line at half the supply";

    /// <inheritdoc/>
    public string Source => "charge conservation: ΔV = (VCell − VPre) CS/(CS + CBL)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (storage, line, supply, published) in new[] { (5e-15, 50e-15, 1.2, 54.5e-3), (15e-15, 100e-15, 1.2, 78.3e-3), (25e-15, 200e-15, 1.8, 100e-3) })
        {
            var cell = new DramCell { Storage = storage, BitLine = line, Supply = supply, WordHigh = supply + 0.8, Cycle = 100e-9 };

            // The closed form knows no charge but that of the capacitor: a transistor with next to no oxide over its channel and no overlap.
            var bare = cell.Access with { Card = cell.Access.Card.With("Cox", 1e-4).With("CGSO", 0).With("CGBO", 0) };
            var what = $"{ValueText.Of(storage, "F")} on {ValueText.Of(line, "F")}, {ValueText.Of(supply, "V")}";
            yield return Check.Relative(what, published, "V", 1e-3, Half(cell with { Access = bare, Crossing = 1e-21, Leakage = null }));
            yield return Check.Relative($"{what}, with the charges of the transistor", published, "V", 0.05, Half(cell))
                .Reported("the closed form has no channel charge and no coupling of the word line");
        }
    }

    /// <summary>Half the difference of a 1 and a 0: what both have in common, such as the coupling of the word line, is no signal.</summary>
    private static double Half(DramCell cell) => 0.5 * (ChargeSharing.Signal(cell, bit: true) - ChargeSharing.Signal(cell, bit: false));
}
