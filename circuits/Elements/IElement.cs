namespace DevicePhys.Circuits.Elements;

/// <summary>One element of a netlist: what it is and what it connects; how to solve it is each engine's own affair.</summary>
/// <remarks>Immutable.</remarks>
public interface IElement
{
    /// <summary>The name, unique within the netlist whatever its case.</summary>
    string Name { get; }

    /// <summary>The nodes, in the order of the element's terminals.</summary>
    IReadOnlyList<string> Nodes { get; }
}
