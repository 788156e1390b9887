namespace DevicePhys.Circuits.Elements;

/// <summary>A current source that follows a voltage (SPICE's G).</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node the current is taken from.</param>
/// <param name="minus">The other node.</param>
/// <param name="controlPlus">The control node that counts positive.</param>
/// <param name="controlMinus">The other control node; no current flows into either.</param>
/// <param name="transconductance">The current from plus through the source to minus over the control voltage [S].</param>
public sealed class VoltageControlledCurrentSource(string name, string plus, string minus, string controlPlus, string controlMinus, double transconductance) : IElement
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus, controlPlus, controlMinus];

    /// <summary>The current from plus through the source to minus over the control voltage [S].</summary>
    public double Transconductance { get; } = Gain.Finite(name, transconductance);

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {string.Join(' ', Nodes)} {Transconductance:R} S");
}
