using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;

namespace DevicePhys.Validation.Circuits;

/// <summary>The rests of the body of the bistable one-transistor cell.</summary>
public sealed class BistableRoots : IValidation
{
    private static readonly string[] Names = ["low", "unstable", "high"];

    /// <inheritdoc/>
    public string Id => "V38";

    /// <inheritdoc/>
    public string Claim => "bistable one-transistor cell: one rest of the body up to 1.3 V, three from 1.5 V, two of them kept";

    /// <inheritdoc/>
    public string Source => "check calculation with the numbers of GummelPoon.FloatingBody; principle: Han et al., IEDM 2015, p. 684";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.Absolute("rests at 1.3 V", 1, "", 0, BodyRests.Of(new FloatingBodyCell(), 1.3).Count);
        foreach (var (well, published) in new[] { (1.5, new[] { 0.037, 0.487, 0.630 }), (1.8, [0.039, 0.398, 0.710]) })
        {
            var rests = BodyRests.Of(new FloatingBodyCell(), well);
            yield return Check.Absolute($"rests at {ValueText.Of(well, "V")}", 3, "", 0, rests.Count);
            for (var i = 0; i < 3; i++)
                yield return Check.Absolute($"{Names[i]}, {ValueText.Of(well, "V")}", published[i], "V", 2e-3, rests.Count == 3 ? rests[i] : double.NaN);
        }

        foreach (var (write, kept) in new[] { (CellOperation.Write0, 0.037), (CellOperation.Write1, 0.630) })
            yield return Check.Absolute($"body kept for 1 s after {write}", kept, "V", 2e-3, BodyRests.Kept(new FloatingBodyCell(), write, 1));
    }
}
