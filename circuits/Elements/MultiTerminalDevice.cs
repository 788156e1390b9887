using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Elements;

/// <summary>A device with a compact model of any number of terminals, such as a transistor.</summary>
public sealed class MultiTerminalDevice : IElement
{
    /// <summary>Creates a device.</summary>
    /// <param name="name">The name.</param>
    /// <param name="nodes">The node of each terminal, in the order of the model.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">The number of nodes is not that of the terminals.</exception>
    public MultiTerminalDevice(string name, IReadOnlyList<string> nodes, IMultiTerminal<Dual> model)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(model);
        if (nodes.Count != model.Terminals.Count)
            throw new ArgumentException(
                $"{name}: {nodes.Count} nodes were given; the model has {model.Terminals.Count} terminals: {string.Join(", ", model.Terminals.Select(t => t.Name))}.",
                nameof(nodes));
        (Name, Nodes, Model) = (name, [.. nodes], model);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The model.</summary>
    public IMultiTerminal<Dual> Model { get; }

    /// <summary>The same model as expressions, for the export of a netlist; null where nobody gave it.</summary>
    public IMultiTerminal<Symbol>? Symbols { get; init; }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => $"{Name} {string.Join(' ', Nodes)} {TwoTerminalDevice.NameOf(Model)}";
}
