using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Elements;

/// <summary>An ideal current source; as in SPICE its current flows through the source from plus to minus, so out of the circuit at plus.</summary>
/// <param name="name">The name.</param>
/// <param name="plus">The node the current is taken from.</param>
/// <param name="minus">The node the current is given to.</param>
/// <param name="waveform">The current [A].</param>
public sealed class CurrentSource(string name, string plus, string minus, Waveform waveform) : IElement
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [plus, minus];

    /// <summary>The current from plus through the source to minus [A].</summary>
    public Waveform Waveform { get; } = waveform;

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => $"{Name} {Nodes[0]} {Nodes[1]} {Waveform} A";
}
