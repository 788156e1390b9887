using DevicePhys.Circuits.Elements;
using SpiceSharp;
using Library = SpiceSharp.Components;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>A netlist as the library's circuit.</summary>
internal sealed class Translation
{
    public Translation(Netlist netlist)
    {
        foreach (var element in netlist.Elements)
            Add(element);
    }

    /// <summary>The circuit.</summary>
    public Circuit Circuit { get; } = [];

    /// <summary>The devices, by name.</summary>
    public Dictionary<string, CompactModel> Devices { get; } = new(StringComparer.Ordinal);

    /// <summary>The waveforms of the sources, by name.</summary>
    public Dictionary<string, SourceWaveform> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>The library's name of a node: no node but ours is ground.</summary>
    public static string Node(string name) => name == Netlist.Ground ? name : $"n.{name}";

    private void Add(IElement element)
    {
        var nodes = element.Nodes.Select(Node).ToArray();
        switch (element)
        {
            case Resistor resistor:
                Circuit.Add(new Library.Resistor(element.Name, nodes[0], nodes[1], resistor.Resistance));
                break;
            case Capacitor capacitor:
                Circuit.Add(new Library.Capacitor(element.Name, nodes[0], nodes[1], capacitor.Capacitance));
                break;
            case VoltageSource source:
                Circuit.Add(new Library.VoltageSource(element.Name, nodes[0], nodes[1], Waveform(element.Name, source.Waveform)));
                break;
            case CurrentSource source:
                Circuit.Add(new Library.CurrentSource(element.Name, nodes[0], nodes[1], Waveform(element.Name, source.Waveform)));
                break;
            case TwoTerminalDevice device:
                var model = new CompactModel(element.Name, nodes[0], nodes[1], device.Model);
                Devices.Add(element.Name, model);
                Circuit.Add(model);
                break;
            default:
                throw new ArgumentException(
                    $"{element.Name}: the spicesharp engine has no equations for a {element.GetType().Name}.", nameof(element));
        }
    }

    private SourceWaveform Waveform(string name, Waveforms.Waveform waveform) => Sources[name] = new SourceWaveform { Waveform = waveform };
}
