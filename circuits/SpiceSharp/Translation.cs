using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
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
            case Inductor inductor:
                Circuit.Add(new Library.Inductor(element.Name, nodes[0], nodes[1], inductor.Inductance));
                break;
            case VoltageControlledVoltageSource source:
                Circuit.Add(new Library.VoltageControlledVoltageSource(element.Name, nodes[0], nodes[1], nodes[2], nodes[3], source.Amplification));
                break;
            case VoltageControlledCurrentSource source:
                Circuit.Add(new Library.VoltageControlledCurrentSource(element.Name, nodes[0], nodes[1], nodes[2], nodes[3], source.Transconductance));
                break;

            // The library counts the control current as SPICE does, into plus.
            case CurrentControlledVoltageSource source:
                Circuit.Add(new Library.CurrentControlledVoltageSource(element.Name, nodes[0], nodes[1], source.Sensor, -source.Transresistance));
                break;
            case CurrentControlledCurrentSource source:
                Circuit.Add(new Library.CurrentControlledCurrentSource(element.Name, nodes[0], nodes[1], source.Sensor, -source.Amplification));
                break;
            case TwoTerminalDevice device:
                AddModel(element.Name, nodes, device.Model);
                break;
            case MultiTerminalDevice device:
                AddModel(element.Name, nodes, device.Model);
                break;
            case Switch contact:
                AddModel(element.Name, nodes, new SwitchModel<Dual>(contact));
                break;
            default:
                throw new ArgumentException(
                    $"{element.Name}: the spicesharp engine has no equations for a {element.GetType().Name}.", nameof(element));
        }
    }

    private void AddModel(string name, string[] nodes, IModel<Dual> model)
    {
        var component = new CompactModel(name, nodes, model);
        Devices.Add(name, component);
        Circuit.Add(component);
    }

    private SourceWaveform Waveform(string name, Waveforms.Waveform waveform) => Sources[name] = new SourceWaveform { Waveform = waveform };
}
