using System.Buffers;
using DevicePhys.Cards;
using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits;

/// <summary>A circuit as a list of named elements between named nodes; node "0" is ground.</summary>
/// <remarks>
/// Node and element names that differ only by case are refused, because SPICE could not tell them apart. Not thread safe while it is built.
/// </remarks>
public sealed class Netlist
{
    /// <summary>The name of the ground node.</summary>
    public const string Ground = "0";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \t\r\n;,()");

    private readonly List<IElement> elements = [];
    private readonly Dictionary<string, IElement> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> nodes = new(StringComparer.OrdinalIgnoreCase) { [Ground] = Ground };

    /// <summary>The elements, in the order of their addition.</summary>
    public IReadOnlyList<IElement> Elements => elements;

    /// <summary>The nodes, ground first, then in the order of their first use.</summary>
    public IEnumerable<string> Nodes => nodes.Values;

    /// <summary>Adds a resistor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="resistance">The resistance, above 0 [Ohm].</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name or the resistance cannot be used.</exception>
    public Netlist Resistor(string name, string a, string b, double resistance) => Add(new Resistor(name, a, b, resistance));

    /// <summary>Adds a capacitor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="capacitance">The capacitance, above 0 [F].</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name or the capacitance cannot be used.</exception>
    public Netlist Capacitor(string name, string a, string b, double capacitance) => Add(new Capacitor(name, a, b, capacitance));

    /// <summary>Adds a voltage source.</summary>
    /// <param name="name">The name.</param>
    /// <param name="plus">The node held above the other by the waveform.</param>
    /// <param name="minus">The other node.</param>
    /// <param name="waveform">Plus against minus [V].</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name cannot be used.</exception>
    public Netlist VoltageSource(string name, string plus, string minus, Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return Add(new VoltageSource(name, plus, minus, waveform));
    }

    /// <summary>Adds a current source.</summary>
    /// <param name="name">The name.</param>
    /// <param name="plus">The node the current is taken from.</param>
    /// <param name="minus">The node the current is given to.</param>
    /// <param name="waveform">The current from plus through the source to minus [A].</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name cannot be used.</exception>
    public Netlist CurrentSource(string name, string plus, string minus, Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return Add(new CurrentSource(name, plus, minus, waveform));
    }

    /// <summary>Adds a device with a compact model.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The node of the first terminal.</param>
    /// <param name="b">The node of the second terminal.</param>
    /// <param name="model">The model; one that is an <see cref="IJumpProcess{T}"/> jumps in stochastic runs.</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name cannot be used.</exception>
    public Netlist Device(string name, string a, string b, ITwoTerminal<Dual> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Add(new TwoTerminalDevice(name, a, b, model));
    }

    /// <summary>Adds the device of a card; its netlist can be exported too.</summary>
    /// <param name="name">The name.</param>
    /// <param name="nodes">The node of each terminal, in the order of the model.</param>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name cannot be used, or the number of nodes is not that of the terminals.</exception>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public Netlist Device(string name, IReadOnlyList<string> nodes, Card card, ModelCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(catalog);
        var symbols = catalog.CreateModel<Symbol>(card);
        return catalog.CreateModel<Dual>(card) switch
        {
            IMultiTerminal<Dual> model => Add(new MultiTerminalDevice(name, nodes, model) { Symbols = (IMultiTerminal<Symbol>)symbols }),
            ITwoTerminal<Dual> model when nodes.Count == 2 =>
                Add(new TwoTerminalDevice(name, nodes[0], nodes[1], model) { Symbols = (ITwoTerminal<Symbol>)symbols }),
            _ => throw new ArgumentException($"{name}: {nodes.Count} nodes were given; the model of {card.Id} has two terminals.", nameof(nodes)),
        };
    }

    /// <summary>Adds an inductor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="a">The first node.</param>
    /// <param name="b">The second node.</param>
    /// <param name="inductance">The inductance, above 0 [H].</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name or the inductance cannot be used.</exception>
    public Netlist Inductor(string name, string a, string b, double inductance) => Add(new Inductor(name, a, b, inductance));

    /// <summary>Adds a multi-terminal device with a compact model, such as a transistor.</summary>
    /// <param name="name">The name.</param>
    /// <param name="nodes">The node of each terminal, in the order of the model.</param>
    /// <param name="model">The model.</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name cannot be used, or the number of nodes is not that of the terminals.</exception>
    public Netlist Device(string name, IReadOnlyList<string> nodes, IMultiTerminal<Dual> model) => Add(new MultiTerminalDevice(name, nodes, model));

    /// <summary>Adds an element.</summary>
    /// <param name="element">The element.</param>
    /// <returns>This netlist.</returns>
    /// <exception cref="ArgumentException">A name is empty, taken, or differs from another only by case.</exception>
    public Netlist Add(IElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        CheckName(element.Name, "element");
        if (byName.TryGetValue(element.Name, out var other))
            throw new ArgumentException(
                $"{element.Name}: there is already an element '{other.Name}'; names should differ by more than case.",
                nameof(element));
        foreach (var node in element.Nodes)
        {
            CheckName(node, $"node of {element.Name}");
            if (nodes.TryGetValue(node, out var known) && known != node)
                throw new ArgumentException($"{element.Name}: node '{node}' and node '{known}' should differ by more than case.", nameof(element));
        }

        foreach (var node in element.Nodes)
            nodes.TryAdd(node, node);
        byName.Add(element.Name, element);
        elements.Add(element);
        return this;
    }

    /// <summary>The circuit in one line, for the provenance of a result.</summary>
    public string Describe() => string.Join("; ", elements);

    /// <inheritdoc/>
    public override string ToString() => Describe();

    private static void CheckName(string name, string what)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAny(Forbidden))
            throw new ArgumentException(
                $"'{name}' cannot name a {what}: a name should have at least one character and no space, comma, semicolon or bracket.",
                nameof(name));
    }
}
