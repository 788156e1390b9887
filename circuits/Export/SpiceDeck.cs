using System.Globalization;
using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Export;

/// <summary>A netlist as a deck for ngspice.</summary>
/// <remarks>
/// SPICE ignores case and reserves words, so nodes and elements get names of their own where they must; <see cref="Node"/> and <see cref="State"/> tell
/// them. Devices become subcircuits, see <see cref="Devices"/>. Not thread safe.
/// </remarks>
public sealed class SpiceDeck
{
    private readonly Netlist netlist;
    private readonly ForeignNames names = new(StringComparer.OrdinalIgnoreCase, "gnd", "time", "temper", "hertz");
    private readonly ForeignNames elements = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares the deck.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <exception cref="ArgumentException">A device has no model as expressions.</exception>
    public SpiceDeck(Netlist netlist)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        this.netlist = netlist;
        Devices = [.. netlist.Elements.OfType<TwoTerminalDevice>()];
        if (Devices.FirstOrDefault(device => device.Symbols is null) is { } mute)
            throw new ArgumentException($"{mute.Name}: its model came without its expressions; add it to the netlist by its card.", nameof(netlist));
        foreach (var node in netlist.Nodes)
            _ = names[node];
    }

    /// <summary>The devices that become subcircuits.</summary>
    public IReadOnlyList<TwoTerminalDevice> Devices { get; }

    /// <summary>The deck's name of a node.</summary>
    /// <param name="node">The name in the netlist.</param>
    public string Node(string node) => names[node];

    /// <summary>The deck's name of the node that holds a state.</summary>
    /// <param name="device">The device.</param>
    /// <param name="state">The name of the state.</param>
    public string State(string device, string state)
    {
        var model = Devices.Single(known => known.Name == device).Symbols!;
        var place = model.States.TakeWhile(known => known.Name != state).Count();
        return $"{Element('X', device)}.{SpiceModel.StateNodes(model).ElementAt(place)}";
    }

    /// <summary>Writes the deck: subcircuits, elements, and a transient analysis.</summary>
    /// <param name="title">The first line.</param>
    /// <param name="stop">The end of the transient analysis [s].</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="longest">The longest step [s]; a thousandth of the whole where none is given.</param>
    /// <param name="commands">Lines of a .control section; none for a deck without one.</param>
    public void Write(string title, double stop, TextWriter writer, double? longest = null, params IReadOnlyList<string> commands)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(commands);
        writer.WriteLine($"* {title}");
        writer.WriteLine("* Currents A, voltages V, times s; a state x of a device X is the voltage of the node X.s_x.");
        writer.WriteLine(".options reltol=1e-7 abstol=1e-14 vntol=1e-10 chgtol=1e-20 trtol=1 itl4=100 itl1=1000 gmin=1e-15");
        foreach (var device in Devices)
            SpiceModel.Write(Subcircuit(device), device.Symbols!, writer);
        foreach (var element in netlist.Elements)
            SpiceModel.Wrap(writer, Line(element));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $".tran {stop / 1000:R} {stop:R} 0 {longest ?? stop / 1000:R}"));
        if (commands.Count > 0)
        {
            writer.WriteLine(".control");
            foreach (var command in commands)
                writer.WriteLine(command);
            writer.WriteLine(".endc");
        }

        writer.WriteLine(".end");
    }

    private string Line(IElement element)
    {
        var nodes = string.Join(' ', element.Nodes.Select(Node));
        return element switch
        {
            Resistor resistor => $"{Element('R', element.Name)} {nodes} {Number(resistor.Resistance)}",
            Capacitor capacitor => $"{Element('C', element.Name)} {nodes} {Number(capacitor.Capacitance)}",
            VoltageSource source => $"{Element('V', element.Name)} {nodes} {SpiceWaveform.Of(element.Name, source.Waveform)}",
            CurrentSource source => $"{Element('I', element.Name)} {nodes} {SpiceWaveform.Of(element.Name, source.Waveform)}",
            TwoTerminalDevice device => $"{Element('X', element.Name)} {nodes} {Subcircuit(device)}",
            _ => throw new ArgumentException($"{element.Name}: SPICE has no element like a {element.GetType().Name}.", nameof(element)),
        };
    }

    private string Subcircuit(TwoTerminalDevice device) => $"{TwoTerminalDevice.NameOf(device.Model)}_{Element('X', device.Name)}";

    /// <summary>An element's first letter says what it is.</summary>
    private string Element(char kind, string name) =>
        elements[name, char.ToUpperInvariant(name[0]) == kind ? "" : kind.ToString()];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
