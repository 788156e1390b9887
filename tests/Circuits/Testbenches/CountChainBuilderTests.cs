using DevicePhys.Circuits.Testbenches;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tests.Devices.Skyrmions;
using Xunit;

namespace DevicePhys.Tests.Circuits.Testbenches;

public sealed class CountChainBuilderTests
{
    private static readonly Dictionary<string, Func<double, double>> NoStates = [];

    [Fact]
    public void Two_states_relax_as_their_closed_form_under_a_changing_rate()
    {
        // dp/dt = a(t)(1-p) - b p with a(t) = V(t), b = 0: p = 1 - exp(-integral of V), V = t^2 on 0..3 s.
        var matrix = new CountChainBuilder(new Flip(1, 0)).Transitions(new PulseSlot([0, 1, 3], t => t * t, NoStates)).Matrix.Span;
        Assert.Equal(Math.Exp(-9), matrix[0], 1e-11);
        Assert.Equal(1 - Math.Exp(-9), matrix[1], 1e-11);
        Assert.Equal([0, 1], matrix[2..].ToArray());
    }

    [Theory]
    [InlineData(0.3, 0.7)]
    [InlineData(40, 900)]
    public void Two_states_reach_their_balance(double up, double down)
    {
        var matrix = new CountChainBuilder(new Flip(up, down)).Transitions(new PulseSlot([0, 1], _ => 1, NoStates)).Matrix.Span;
        var (balance, decay) = (up / (up + down), Math.Exp(-(up + down)));
        Assert.Equal(balance * (1 - decay), matrix[1], 1e-10);
        Assert.Equal(balance + (1 - balance) * decay, matrix[3], 1e-10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Rows_are_distributions(double rate)
    {
        var matrix = new CountChainBuilder(new Flip(rate, 2 * rate)).Transitions(new PulseSlot([0, 1], _ => 1, NoStates)).Matrix.ToArray();
        Assert.All(matrix, p => Assert.InRange(p, 0, 1));
        Assert.All(matrix.Chunk(2), row => Assert.Equal(1, row.Sum(), 1e-12));
    }

    [Fact]
    public void A_hazard_that_leaves_the_bounds_is_refused_by_name()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => new CountChainBuilder(new Flip(-1, 0)).Transitions(new PulseSlot([0, 1], _ => 1, NoStates)));
        Assert.Contains("'up' is -1 1/s at n = 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_does_not_fit_is_refused()
    {
        var builder = new CountChainBuilder(new Flip(1, 1));
        Assert.Throws<ArgumentException>(() => builder.Transitions(new PulseSlot([0], _ => 1, NoStates)));
        Assert.Throws<ArgumentException>(() => builder.Transitions(new PulseSlot([0, 1, 1], _ => 1, NoStates)));
        var missing = Assert.Throws<ArgumentException>(
            () => new CountChainBuilder(Skyrmion.Synapse("Song2020")).Transitions(new PulseSlot([0, 1], _ => 1, NoStates)));
        Assert.Contains("'heating'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_needs_a_conductance()
    {
        var slot = new PulseSlot([0, 1], _ => 1, NoStates);
        Assert.Throws<ArgumentException>(() => new CountChainBuilder(new Flip(1, 1)).Build(slot, slot));
    }

    // One site that fills at the rate up x voltage and empties at the rate down.
    private sealed class Flip(double up, double down) : IJumpProcess<Real>
    {
        public IReadOnlyList<StateVariable> States { get; } = [new("n", "", 0, 1, 0, StateKind.Count)];

        public IReadOnlyList<JumpChannel> Channels { get; } = [new("up", [1]), new("down", [-1])];

        public Real Evaluate(Real voltage, ReadOnlySpan<Real> state, Span<Real> rates) => throw new NotSupportedException();

        public void Hazards(Real voltage, ReadOnlySpan<Real> state, Span<Real> hazards)
        {
            hazards[0] = up * voltage * (1 - state[0]);
            hazards[1] = down * state[0];
        }

        public void Jump(int channel, Span<double> state, RandomStream random) => state[0] += Channels[channel].Increments[0];
    }
}
