using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Simulation;

/// <summary>The jumps of one device: how likely each is, and which one happens.</summary>
internal sealed class JumpChannels(IJumpProcess<Dual> process)
{
    private readonly Dual[] states = new Dual[process.States.Count], hazards = new Dual[process.Channels.Count];

    /// <summary>The total hazard [1/s]; a channel that rounding has pushed below 0 counts as 0.</summary>
    public double Total(double voltage, ReadOnlySpan<double> state)
    {
        for (var i = 0; i < states.Length; i++)
            states[i] = state[i];
        process.Hazards(voltage, states, hazards);
        var sum = 0.0;
        foreach (var hazard in hazards)
            sum += hazard.Value < 0 ? 0 : hazard.Value;
        return sum;
    }

    /// <summary>Applies the jump of the channel that holds a given level of the hazards of the last <see cref="Total"/>, stacked in order.</summary>
    public void Apply(double level, Span<double> state, RandomStream random)
    {
        var chosen = -1;
        for (var channel = 0; channel < hazards.Length; channel++)
        {
            var hazard = hazards[channel].Value;
            if (!(hazard > 0))
                continue;
            chosen = channel;
            if (level < hazard)
                break;
            level -= hazard;
        }

        if (chosen >= 0)
            process.Jump(chosen, state, random);
    }
}
