using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Every shipped card behaves in a circuit as its equations say: against the stepper, and at rest against the equations themselves.</summary>
public sealed class EngineContractTests
{
    public static TheoryData<string> MovingTwoTerminals =>
        [.. Cards<ITwoTerminal<Real>>().Where(card => DeviceCatalog.Default.CreateModel<Real>(card).States.Count > 0).Select(card => card.Id)];

    public static TheoryData<string> MultiTerminals => [.. Cards<IMultiTerminal<Real>>().Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(MovingTwoTerminals))]
    public void The_stepper_and_the_circuit_engine_agree(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        var (up, down) = card.HasPulses ? (card.Pulses.Potentiation, card.Pulses.Depression) : (new Pulse(1, 10e-9, 1e-9, 30e-9), new Pulse(-1, 10e-9, 1e-9, 30e-9));

        // Half the duty of the card's own pulses is enough: a fast model is at its end long before.
        var (rise, fall) = (up.Edge, down.Edge);
        var (first, second) = (rise + up.Width + rise, fall + down.Width + fall);
        var wave = new PiecewiseLinear(
            [0, rise, rise + up.Width, first, 1.2 * first, 1.2 * first + fall, 1.2 * first + fall + down.Width, 1.2 * first + second],
            [0, up.Amplitude, up.Amplitude, 0, 0, down.Amplitude, down.Amplitude, 0]);
        var options = TransientOptions.AtTolerance(1e-6);
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), wave, options);
        var engine = CircuitEngines.Default.Prepare(
            new Netlist().VoltageSource("V", "m", "0", wave).Device("X", "m", "0", DeviceCatalog.Default.Create<Dual>(card)), options);
        foreach (var stop in new[] { rise + 0.5 * up.Width, first, 1.2 * first + fall + 0.5 * down.Width, 1.2 * first + second })
        {
            stepper.Run(stop);
            engine.Run(stop);
            for (var s = 0; s < stepper.State.Length; s++)
            {
                var state = stepper.Model.States[s];
                Assert.Equal(stepper.State[s], engine.State("X")[s], 2e-5 * (state.Upper - state.Lower));
            }
        }
    }

    [Theory]
    [MemberData(nameof(MultiTerminals))]
    public void At_rest_a_circuit_finds_the_currents_of_the_equations(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(probe.Card);
        var random = new RandomStream(9, "rest");
        for (var i = 0; i < 5; i++)
        {
            var point = probe.RandomPoint(random);
            var nodes = model.Terminals.SkipLast(1).Select(terminal => terminal.Name).ToList();
            var netlist = nodes.Select((node, port) => (node, port)).Aggregate(
                new Netlist(), (list, at) => list.VoltageSource($"V{at.node}", at.node, "0", new Constant(point[at.port])));
            var engine = CircuitEngines.Default.Prepare(netlist.Device("X", [.. nodes, "0"], model));
            engine.Rest();
            var state = engine.State("X").ToArray();
            var expected = probe.Outputs([.. point[..nodes.Count], .. state]);
            for (var port = 0; port < nodes.Count; port++)
            {
                Assert.Equal(expected[port], engine.Current($"V{nodes[port]}"), 1e-9 * Math.Abs(expected[port]) + 1e-18);
            }
        }
    }

    private static IEnumerable<Card> Cards<TKind>() => DeviceCatalog.Default.Cards.Where(card => DeviceCatalog.Default.CreateModel<Real>(card) is TKind);
}
