using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Traces;

namespace DevicePhys.Circuits;

/// <summary>Records chosen signals of a run into a <see cref="Traces.Trace"/>.</summary>
/// <remarks>Signals are written "v(node)", "i(element)", "e(source)" for delivered energy, and "device.state". Not thread safe.</remarks>
public sealed class TraceProbe : IProbe
{
    private readonly (char Kind, string Name, int State)[] signals;
    private readonly double[] row;

    /// <summary>Creates a probe and its empty trace.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="signals">The signals, such as "v(out)".</param>
    /// <exception cref="ArgumentException">A signal is not of the circuit.</exception>
    public TraceProbe(Netlist netlist, params ReadOnlySpan<string> signals)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        this.signals = new (char, string, int)[signals.Length];
        row = new double[signals.Length + 1];
        var columns = new List<TraceColumn> { new("time", "s") };
        for (var i = 0; i < signals.Length; i++)
        {
            (this.signals[i], var unit) = Parse(netlist, signals[i]);
            columns.Add(new TraceColumn(signals[i], unit));
        }

        Trace = new Trace(columns);
    }

    /// <summary>What has been recorded: "time" and one column per signal.</summary>
    public Trace Trace { get; }

    /// <inheritdoc/>
    public void Sample(ISimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        row[0] = simulation.Time;
        Read(simulation, row.AsSpan(1));
        Trace.Append(row);
    }

    /// <summary>The signals as they are now, in the order asked for.</summary>
    internal void Read(ISimulation simulation, Span<double> values)
    {
        for (var i = 0; i < signals.Length; i++)
        {
            var (kind, name, state) = signals[i];
            values[i] = kind switch
            {
                'v' => simulation.Voltage(name),
                'i' => simulation.Current(name),
                'e' => simulation.Energy(name),
                _ => simulation.State(name)[state],
            };
        }
    }

    private static IReadOnlyList<StateVariable>? StatesOf(IElement? element) => element switch
    {
        TwoTerminalDevice device => device.Model.States,
        MultiTerminalDevice device => device.Model.States,
        _ => null,
    };

    private static bool IsTerminal(Netlist netlist, string name) =>
        name.LastIndexOf(':') is > 0 and var colon
        && netlist.Elements.FirstOrDefault(e => e.Name == name[..colon]) is MultiTerminalDevice device
        && device.Model.Terminals.Any(t => t.Name == name[(colon + 1)..]);

    private static ((char Kind, string Name, int State) Signal, string Unit) Parse(Netlist netlist, string signal)
    {
        if (signal.Length > 3 && signal[1] == '(' && signal[^1] == ')')
        {
            var name = signal[2..^1];
            var element = netlist.Elements.FirstOrDefault(e => e.Name == name);
            switch (signal[0])
            {
                case 'v' when netlist.Nodes.Contains(name):
                    return (('v', name, 0), "V");
                case 'i' when element is not null and not Capacitor || IsTerminal(netlist, name):
                    return (('i', name, 0), "A");
                case 'e' when element is VoltageSource or CurrentSource:
                    return (('e', name, 0), "J");
            }
        }

        var dot = signal.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && StatesOf(netlist.Elements.FirstOrDefault(e => e.Name == signal[..dot])) is { } states)
        {
            for (var i = 0; i < states.Count; i++)
            {
                if (states[i].Name == signal[(dot + 1)..])
                    return (('s', signal[..dot], i), states[i].Unit);
            }
        }

        throw new ArgumentException(
            $"'{signal}' is not a signal of this circuit; a signal is v(node), i(element) of anything but a capacitor, e(source) or device.state.",
            nameof(signal));
    }
}
