using System.Globalization;
using DevicePhys.Circuits.Elements;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>A netlist as a deck for ngspice.</summary>
/// <remarks>
/// SPICE ignores case and reserves words, so nodes and elements get names of their own where they must; <see cref="Node"/> and <see cref="State"/> tell
/// them. Devices become subcircuits. Not thread safe.
/// </remarks>
public sealed class SpiceDeck
{
    // Newton's tolerance tighter than that of the steps: a state that moves little is still seen to move. Where a model holds charge its rounding
    // becomes a current, and Newton's method would not come that near; a step control that asks for more than Newton's method gives would shrink the
    // step without end. So would one that asks for digits of a fast state that its exponentials do not give: 3e-5 V on its 1 nF count as none.
    private const string Stateful = "reltol=1e-8 trtol=7 abstol=1e-13 vntol=1e-9 chgtol=3e-14", Charged = "reltol=1e-6 trtol=1 abstol=1e-12 vntol=1e-9 chgtol=1e-18";

    // ngspice takes no pivot below 1e-13 where it finds another, however badly that one is placed: the conductances of a cell that keeps its charge are
    // smaller, and elimination through others left a storage node's row empty.
    private const string Solver = "itl4=100 itl1=1000 gmin=1e-15 pivtol=1e-30";

    private readonly Netlist netlist;
    private readonly ForeignNames names = new(StringComparer.OrdinalIgnoreCase, "gnd", "time", "temper", "hertz");
    private readonly Dictionary<string, IMultiTerminal<Symbol>> models = new(StringComparer.Ordinal);
    private readonly ForeignNames elements = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares the deck.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <exception cref="ArgumentException">A device has no model as expressions.</exception>
    public SpiceDeck(Netlist netlist)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        this.netlist = netlist;
        foreach (var element in netlist.Elements)
        {
            if (Symbols(element) is { } symbols)
                models.Add(element.Name, symbols);
        }

        foreach (var node in netlist.Nodes)
            _ = names[node];
    }

    /// <summary>Signals that a transient prints, as <see cref="TraceProbe"/> names them: ngspice -b runs no analysis of which nothing is to be printed.</summary>
    public IReadOnlyList<string> Printed { get; init; } = [];

    /// <summary>What the deck calls a signal.</summary>
    /// <param name="signal">The signal as <see cref="TraceProbe"/> names it: "v(node)" or "device.state".</param>
    public string Vector(string signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var dot = signal.IndexOf('.', StringComparison.Ordinal);
        return signal.StartsWith("v(", StringComparison.Ordinal) ? $"v({Node(signal[2..^1])})" : $"v({State(signal[..dot], signal[(dot + 1)..])})";
    }

    /// <summary>The deck's name of a node.</summary>
    /// <param name="node">The name in the netlist.</param>
    public string Node(string node) => names[node];

    /// <summary>The deck's name of the node that holds a state.</summary>
    /// <param name="device">The device.</param>
    /// <param name="state">The name of the state.</param>
    public string State(string device, string state)
    {
        var model = models[device];
        var place = model.States.TakeWhile(known => known.Name != state).Count();
        return $"{Element('X', device)}.{SpiceModel.StateNodes(model)[place]}";
    }

    /// <summary>Writes the deck: subcircuits, elements, and a transient analysis.</summary>
    /// <param name="title">The first line.</param>
    /// <param name="stop">The end of the transient analysis [s].</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="longest">The longest step [s]; a thousandth of the whole where none is given.</param>
    /// <param name="commands">Lines of a .control section; none for a deck without one.</param>
    public void Write(string title, double stop, TextWriter writer, double? longest = null, params IReadOnlyList<string> commands)
    {
        WriteCircuit(title, swing: null, writer);
        if (Printed.Count > 0)
            LongLine.Write(writer, $".print tran {string.Join(' ', Printed.Select(Vector))}");
        WriteAnalysis(string.Create(CultureInfo.InvariantCulture, $".tran {stop / 1000:R} {stop:R} 0 {longest ?? stop / 1000:R}"), writer, commands);
    }

    /// <summary>Writes the deck with a small-signal analysis.</summary>
    /// <param name="title">The first line.</param>
    /// <param name="source">The source that swings by 1 V or 1 A.</param>
    /// <param name="from">The first frequency [Hz].</param>
    /// <param name="to">The last frequency [Hz].</param>
    /// <param name="perDecade">How many frequencies to a decade.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="commands">Lines of a .control section; none for a deck without one.</param>
    /// <remarks>SPICE looks for a rest of its own first, in which a differential state has come to its end; a circuit with such states answers otherwise
    /// here.</remarks>
    public void WriteAc(string title, string source, double from, double to, int perDecade, TextWriter writer, params IReadOnlyList<string> commands)
    {
        WriteCircuit(title, source, writer);
        WriteAnalysis(string.Create(CultureInfo.InvariantCulture, $".ac dec {perDecade} {from:R} {to:R}"), writer, commands);
    }

    private void WriteCircuit(string title, string? swing, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"* {title}");
        writer.WriteLine("* Currents A, voltages V, times s; a state x of a device X is the voltage of the node X.s_x.");
        writer.WriteLine($".options {(HoldsCharge ? Charged : Stateful)} {Solver}");
        var rest = FindRest();
        var returns = HoldsCharge && netlist.Elements.Any(element => element is Switch);
        foreach (var element in netlist.Elements.Where(element => models.ContainsKey(element.Name)))
            SpiceModel.Write(Subcircuit(element), models[element.Name], returns, writer, rest is null ? null : At(rest, element));
        if (rest is not null)
        {
            foreach (var node in netlist.Nodes.Where(node => node != Netlist.Ground))
                writer.WriteLine($".nodeset v({Node(node)})={Number(rest.Voltage(node))}");
        }

        foreach (var element in netlist.Elements)
            LongLine.Write(writer, element.Name == swing ? Line(element) + " AC 1" : Line(element));
    }

    private static void WriteAnalysis(string analysis, TextWriter writer, IReadOnlyList<string> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        writer.WriteLine(analysis);
        if (commands.Count > 0)
        {
            writer.WriteLine(".control");
            foreach (var command in commands)
                writer.WriteLine(command);
            writer.WriteLine(".endc");
        }

        writer.WriteLine(".end");
    }

    private bool HoldsCharge => netlist.Elements.Any(element => element is MultiTerminalDevice or TwoTerminalDevice { Model: ICapacitive<Dual> });

    private string Line(IElement element)
    {
        var nodes = string.Join(' ', element.Nodes.Select(Node));
        return element switch
        {
            Resistor resistor => $"{Element('R', element.Name)} {nodes} {Number(resistor.Resistance)}",
            Capacitor capacitor => $"{Element('C', element.Name)} {nodes} {Number(capacitor.Capacitance)}",
            VoltageSource source => $"{Element('V', element.Name)} {nodes} {SpiceWaveform.Of(element.Name, source.Waveform)}",
            CurrentSource source => $"{Element('I', element.Name)} {nodes} {SpiceWaveform.Of(element.Name, source.Waveform)}",
            Inductor inductor => $"{Element('L', element.Name)} {nodes} {Number(inductor.Inductance)}",
            VoltageControlledVoltageSource source => $"{Element('E', element.Name)} {nodes} {Number(source.Amplification)}",
            VoltageControlledCurrentSource source => $"{Element('G', element.Name)} {nodes} {Number(source.Transconductance)}",

            // SPICE counts the control current into plus.
            CurrentControlledVoltageSource source => $"{Element('H', element.Name)} {nodes} {Element('V', source.Sensor)} {Number(-source.Transresistance)}",
            CurrentControlledCurrentSource source => $"{Element('F', element.Name)} {nodes} {Element('V', source.Sensor)} {Number(-source.Amplification)}",
            TwoTerminalDevice or MultiTerminalDevice or Switch => $"{Element('X', element.Name)} {nodes} {Subcircuit(element)}",
            _ => throw new ArgumentException($"{element.Name}: SPICE has no element like a {element.GetType().Name}.", nameof(element)),
        };
    }

    /// <summary>
    /// The circuit at rest, which ngspice is told as its first guess: through the many nodes of a transistor's shared terms its own search does
    /// not find it. Null where this engine finds none either.
    /// </summary>
    private ISimulation? FindRest()
    {
        try
        {
            var simulation = CircuitEngines.Default.Prepare(netlist);
            simulation.Rest();
            return simulation;
        }
        catch (Exception failure) when (failure is ConvergenceException or ArgumentException)
        {
            return null;
        }
    }

    private static (double[] Voltages, double[] State) At(ISimulation rest, IElement element)
    {
        var voltages = element.Nodes.Select(rest.Voltage).ToArray();
        return ([.. voltages[..^1].Select(voltage => voltage - voltages[^1])], element is Switch ? [] : rest.State(element.Name).ToArray());
    }

    private static IMultiTerminal<Symbol>? Symbols(IElement element)
    {
        IModel<Symbol>? given = element switch
        {
            TwoTerminalDevice device => device.Symbols,
            MultiTerminalDevice device => device.Symbols,
            Switch contact => new SwitchModel<Symbol>(contact),
            _ => null,
        };
        return given is not null ? PortView<Symbol>.Of(given)
            : element is not (TwoTerminalDevice or MultiTerminalDevice) ? null
            : throw new ArgumentException($"{element.Name}: its model came without its expressions; add it to the netlist by its card.", nameof(element));
    }

    private string Subcircuit(IElement element) => $"Model_{Element('X', element.Name)}";

    /// <summary>An element's first letter says what it is.</summary>
    private string Element(char kind, string name) =>
        elements[name, char.ToUpperInvariant(name[0]) == kind ? "" : kind.ToString()];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
