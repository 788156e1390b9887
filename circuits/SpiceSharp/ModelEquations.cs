using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>A model at one point: current, rates, and their slopes against the voltage and every state.</summary>
internal sealed class ModelEquations
{
    private readonly Dual[] states, rates;
    private readonly DeviceEquations jumps;

    public ModelEquations(ITwoTerminal<Dual> model)
    {
        var count = model.States.Count;
        (states, rates) = (new Dual[count], new Dual[count]);
        (Rates, Slopes, RateSlopes) = (new double[count], new double[count + 1], new double[count, count + 1]);
        jumps = new DeviceEquations(model);
        Reset();
    }

    /// <summary>The model; another one must have the same kinds of states.</summary>
    public ITwoTerminal<Dual> Model { get => jumps.Model; set => jumps.Model = value; }

    /// <summary>The current [A].</summary>
    public double Current { get; private set; }

    /// <summary>[States] rates, or residuals of algebraic states.</summary>
    public double[] Rates { get; }

    /// <summary>[1 + States] slopes of the current against the voltage, then the states.</summary>
    public double[] Slopes { get; }

    /// <summary>[States × (1 + States)] slopes of the rates.</summary>
    public double[,] RateSlopes { get; }

    /// <summary>[States] where the states stand at rest, and counts and marks between the jumps of a stochastic run.</summary>
    public double[] Held { get; private set; } = [];

    /// <summary>Counts and marks wait for jumps.</summary>
    public bool Stochastic { get; set; }

    /// <summary>All states back to their initial values.</summary>
    public void Reset() => Held = [.. Model.States.Select(state => state.Initial)];

    /// <summary>Whether a state moves by jumps alone.</summary>
    public bool IsHeld(int state) => Stochastic && Model.States[state].Kind is (StateKind.Count or StateKind.Mark);

    /// <summary>The total hazard with the counts as they are held [1/s].</summary>
    public double Hazard(double voltage, ReadOnlySpan<double> state) => jumps.HasJumps ? jumps.Hazard(voltage, state) : 0;

    /// <summary>A jump of the channel at a level of the hazards stacked in order.</summary>
    public void Jump(double level, Span<double> state, RandomStream random)
    {
        jumps.Jump(level, state, random);
        state.CopyTo(Held);
    }

    /// <summary>Evaluates the model; four slopes a pass.</summary>
    public void Evaluate(double voltage, ReadOnlySpan<double> state)
    {
        for (var first = 0; first <= states.Length; first += Dual.SlopeCount)
        {
            for (var i = 0; i < states.Length; i++)
                states[i] = Seeded(state[i], i + 1 - first);
            var current = Model.Evaluate(Seeded(voltage, -first), states, rates);
            Current = current.Value;
            for (var slope = 0; slope < Dual.SlopeCount && first + slope <= states.Length; slope++)
            {
                Slopes[first + slope] = current.Slope(slope);
                for (var i = 0; i < states.Length; i++)
                    RateSlopes[i, first + slope] = rates[i].Slope(slope);
            }
        }

        for (var i = 0; i < states.Length; i++)
            Rates[i] = rates[i].Value;
    }

    private static Dual Seeded(double value, int slope) => slope is >= 0 and < Dual.SlopeCount ? Dual.Variable(value, slope) : value;
}
