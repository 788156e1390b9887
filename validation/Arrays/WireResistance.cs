using DevicePhys.Arrays.Energy;

namespace DevicePhys.Validation.Arrays;

/// <summary>The wire over one cell of a crossbar.</summary>
public sealed class WireResistance : IValidation
{
    /// <inheritdoc/>
    public string Id => "V39";

    /// <inheritdoc/>
    public string Claim => "resistance of the wire over one cell of two wire widths";

    /// <inheritdoc/>
    public string Source => "NeuroSim (ASU), Param.cpp: width, aspect ratio and resistivity of the node";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (node, published) in new[] { ("32 nm", 1.06), ("7 nm", 5.05) })
            yield return Check.Relative(node, published, "Ohm", 5e-3, WireTechnology.Nodes.Single(each => each.Name == node).Wires(widths: 2).WordLineSegment);
    }
}
