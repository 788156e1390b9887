using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Simulation;

/// <summary>A device with one state is solved by equations of its own; the general ones, reached by a second state that does nothing, are the reference.</summary>
public sealed class OneStateTests
{
    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards
        .Where(card => DeviceCatalog.Default.CreateModel<Real>(card) is ITwoTerminal<Real> { States.Count: 1 }).Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(Cards))]
    public void They_agree_with_the_general_equations(string id)
    {
        var model = DeviceCatalog.Default.Create<Dual>(DeviceCatalog.Default.Card(id));
        Compare(new DeviceEquations(model), new DeviceEquations(new WithIdleState(model)), model.States[0]);
    }

    [Fact]
    public void They_agree_with_the_general_equations_for_an_algebraic_state()
    {
        var model = new SeriesDiode<Dual>(1e3, 1e-12, 0.1);
        Assert.Equal(StateKind.Algebraic, Assert.Single(model.States).Kind);
        Compare(new DeviceEquations(model), new DeviceEquations(new WithIdleState(model)), model.States[0]);
    }

    private static void Compare(DeviceEquations one, DeviceEquations general, StateVariable state)
    {
        var random = new RandomStream(1, "one state");
        for (var i = 0; i < 200; i++)
        {
            var x = state.Lower + (state.Upper - state.Lower) * random.NextDouble();
            var (voltage, alpha, history) = (2 * random.NextDouble() - 1, Math.Pow(10, 12 * random.NextDouble()), x + 0.01 * random.NextNormal());
            double[] residual = [0], whole = [0, 0];
            Near(general.Evaluate(voltage, alpha, [x, 0], [history, 0], whole), one.Evaluate(voltage, alpha, [x], [history], residual));
            Near(whole[0], residual[0]);
            Assert.True(general.Factor());
            Assert.True(one.Factor());
            Near(general.Conductance, one.Conductance);
            double[] change = [random.NextNormal()], both = [change[0], 0];
            Near(general.Reduce(both), one.Reduce(change));
            Near(both[0], change[0]);
            general.Expand(0.1, both);
            one.Expand(0.1, change);
            Near(both[0], change[0]);
            var (voltageNear, stateNear) = (voltage + 1e-3, x + 1e-3);
            Near(general.CurrentNear(voltageNear, [stateNear, 0]), one.CurrentNear(voltageNear, [stateNear]));
        }
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-11 * Math.Abs(expected) + 1e-300);

    private sealed class WithIdleState(ITwoTerminal<Dual> model) : ITwoTerminal<Dual>
    {
        public IReadOnlyList<StateVariable> States { get; } = [model.States[0], new("idle", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

        public Dual Evaluate(Dual voltage, ReadOnlySpan<Dual> state, Span<Dual> rates)
        {
            rates[1] = 0;
            return model.Evaluate(voltage, state[..1], rates[..1]);
        }
    }
}
