using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Devices;

/// <summary>Any device with a pulse source behind 100 Ohm (or its card's driver) at every terminal but the reference, which is ground.</summary>
internal sealed class TrainDevice
{
    private static readonly Pulse Plain = new(1, 10e-9, 1e-9, 100e-9);

    private readonly DeviceProbe probe;
    private readonly ISimulation simulation;
    private readonly Pulse[] kinds;
    private double[] state;

    public TrainDevice(DeviceProbe probe)
    {
        this.probe = probe;
        var card = probe.Card;
        kinds = card.HasPulses ? [card.Pulses.Potentiation, card.Pulses.Depression] : [Plain, Plain with { Amplitude = -1 }];
        var driver = card.HasPulses ? Math.Max(card.Pulses.DriverResistance, 1) : 100;
        var netlist = new Netlist();
        var nodes = new List<string>();
        for (var port = 0; port < probe.VoltageCount; port++)
        {
            nodes.Add($"port{port}");
            netlist.VoltageSource($"V{port}", $"source{port}", "0", new Constant(0)).Resistor($"R{port}", $"source{port}", nodes[port], driver)
                .Capacitor($"C{port}", nodes[port], "0", 10e-15);
        }

        _ = DeviceCatalog.Default.CreateModel<Dual>(card) switch
        {
            IMultiTerminal<Dual> multi => netlist.Device("X", [.. nodes, "0"], multi),
            ITwoTerminal<Dual> two => netlist.Device("X", nodes[0], "0", two),
            var other => throw new InvalidOperationException($"{card.Id}: {other.GetType()} has no terminals."),
        };
        simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-5));
        state = [.. probe.States.Select(s => s.Initial)];
    }

    /// <summary>One pulse of random kind, amplitude (up to that of the card) and width (a tenth to ten times that of the card), and its idle time.</summary>
    public ReadOnlySpan<double> GiveRandom(RandomStream random)
    {
        var model = kinds[random.NextInt(2)];
        var width = model.Width * Math.Pow(10, 2 * random.NextDouble() - 1);
        for (var port = 0; port < probe.VoltageCount; port++)
        {
            simulation.SetWaveform($"V{port}", new PulseWaveform(0, model.Amplitude * random.NextDouble(), 0, model.Edge, width, model.Edge));
        }

        simulation.Reset();
        simulation.SetState("X", state);
        simulation.Run(model.Period + width);
        state = simulation.State("X").ToArray();
        return state;
    }
}
