namespace DevicePhys.Circuits.Elements;

/// <summary>A voltage source that follows a voltage (SPICE's E).</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node held above the other.</param>
/// <param name="minus">The other node.</param>
/// <param name="controlPlus">The control node that counts positive.</param>
/// <param name="controlMinus">The other control node; no current flows into either.</param>
/// <param name="gain">The voltage over the control voltage.</param>
public sealed class VoltageControlledVoltageSource(string name, string plus, string minus, string controlPlus, string controlMinus, double gain) : IElement
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus, controlPlus, controlMinus];

    /// <summary>The voltage over the control voltage.</summary>
    public double Amplification { get; } = Gain.Finite(name, gain);

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {string.Join(' ', Nodes)} {Amplification:R}");
}
