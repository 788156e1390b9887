using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Puts a device into each of the states a table asks about.</summary>
/// <remarks>
/// The stored value is the first state. A counting device is filled by its own filling jumps, so that every particle gets a size of its
/// own; a continuous one is set. All other states are at rest.
/// </remarks>
internal sealed class StatePreparation
{
    private readonly IReadOnlyList<StateVariable> states;
    private readonly IJumpProcess<Real>? jumps;
    private readonly int fillingChannel;

    public StatePreparation(ITwoTerminal<Real> model, int bins)
    {
        states = model.States;
        jumps = states[0].Kind == StateKind.Count ? (IJumpProcess<Real>)model : null;
        Bins = jumps is null ? bins : (int)Math.Round(states[0].Upper - states[0].Lower) + 1;
        fillingChannel = jumps?.Channels.Select((channel, i) => (channel, i)).First(c => c.channel.Increments[0] == 1).i ?? -1;
    }

    /// <summary>The states asked about, from the lowest to the highest.</summary>
    public int Bins { get; }

    /// <summary>Whether the stored value is a count.</summary>
    public bool Counts => jumps is not null;

    /// <summary>Prepares one state.</summary>
    /// <param name="bin">Which one.</param>
    /// <param name="state">[States], filled.</param>
    /// <param name="random">The source of the draws of marks.</param>
    public void Prepare(int bin, Span<double> state, RandomStream random)
    {
        Rest(bin, state);
        if (jumps is null)
        {
            return;
        }

        state[0] = states[0].Lower;
        for (var n = 0; n < bin; n++)
        {
            jumps.Jump(fillingChannel, state, random);
        }

        // Filling used the gate; after a rest it is free again.
        for (var i = 1; i < state.Length; i++)
        {
            state[i] = states[i].Kind == StateKind.Mark ? state[i] : states[i].Initial;
        }
    }

    /// <summary>The same state with all marks at their mean: what the bin stands for.</summary>
    /// <param name="bin">Which one.</param>
    /// <param name="state">[States], filled.</param>
    public void Rest(int bin, Span<double> state)
    {
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = states[i].Initial;
        }

        state[0] = states[0].Lower + ((states[0].Upper - states[0].Lower) * bin / (Bins - 1));
    }

    /// <summary>The one of the two end states that conducts less: a model may count its state from either end.</summary>
    public int LeastConducting(ReadBench read)
    {
        double Conductance(int bin)
        {
            var state = new double[states.Count];
            Rest(bin, state);
            return read.Read(state);
        }

        return Conductance(0) <= Conductance(Bins - 1) ? 0 : Bins - 1;
    }
}
