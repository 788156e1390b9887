using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Elements;

/// <summary>An ideal voltage source.</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node held above the other by the waveform.</param>
/// <param name="minus">The other node.</param>
/// <param name="waveform">Plus against minus [V].</param>
public sealed class VoltageSource(string name, string plus, string minus, Waveform waveform) : IElement
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus];

    /// <summary>Plus against minus [V].</summary>
    public Waveform Waveform { get; } = waveform;

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => $"{Name} {Nodes[0]} {Nodes[1]} {Waveform} V";
}
