using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Elements;

/// <summary>A device with a compact model between two nodes.</summary>
/// <param name="name">The name.</param>
/// <param name="a">The node of the first terminal.</param>
/// <param name="b">The node of the second terminal.</param>
/// <param name="model">The model; one that is an <see cref="IJumpProcess{T}"/> jumps in stochastic runs.</param>
public sealed class TwoTerminalDevice(string name, string a, string b, ITwoTerminal<Dual> model) : IElement
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; } = [a, b];

    /// <summary>The model.</summary>
    public ITwoTerminal<Dual> Model { get; } = model;

    /// <summary>The same model as expressions, for the export of a netlist; null where nobody gave it.</summary>
    public ITwoTerminal<Symbol>? Symbols { get; init; }

    /// <summary>The name of a model's class.</summary>
    /// <param name="model">The model.</param>
    public static string NameOf(object model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var type = model.GetType().Name;
        var arity = type.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? type : type[..arity];
    }

    /// <summary>A line of a netlist.</summary>
    public override string ToString() => $"{Name} {Nodes[0]} {Nodes[1]} {NameOf(Model)}";
}
