using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>A model at one point: currents, charges, rates, and their slopes.</summary>
/// <remarks>Quantities to differentiate by: first the port voltages (every terminal but the last against the last), then the states.</remarks>
internal sealed class ModelEquations
{
    private readonly Dual[] states, voltages, currents, charges, rates;
    private readonly DeviceEquations? jumps;
    private IMultiTerminal<Dual> ports;
    private IModel<Dual> model;

    public ModelEquations(IModel<Dual> model)
    {
        (this.model, ports) = (model, PortView<Dual>.Of(model));
        jumps = model is IJumpProcess<Dual> process ? new DeviceEquations(process) : null;
        var (count, width) = (model.States.Count, Ports + model.States.Count);
        (states, rates) = (new Dual[count], new Dual[count]);
        (voltages, currents, charges) = (new Dual[Ports], new Dual[Ports], new Dual[Ports]);
        (Currents, Charges, Rates) = (new double[Ports], new double[Ports], new double[count]);
        (CurrentSlopes, ChargeSlopes, RateSlopes) = (new double[Ports, width], new double[Ports, width], new double[count, width]);
        Reset();
    }

    /// <summary>The model; another one must have the same terminals and kinds of states.</summary>
    public IModel<Dual> Model
    {
        get => model;
        set
        {
            var view = PortView<Dual>.Of(value);
            if (view.Terminals.Count != Ports + 1 || !value.States.Select(s => s.Kind).SequenceEqual(model.States.Select(s => s.Kind)))
                throw new ArgumentException(
                    $"A model should be replaced by one with the same terminals and kinds of states; {value.GetType().Name} has others.", nameof(value));
            (model, ports) = (value, view);
            if (jumps is not null)
                jumps.Model = (ITwoTerminal<Dual>)value;
        }
    }

    /// <summary>The terminals, the reference last.</summary>
    public IReadOnlyList<Terminal> Terminals => ports.Terminals;

    /// <summary>How many terminals there are beside the reference.</summary>
    public int Ports => ports.Terminals.Count - 1;

    /// <summary>[Ports] steady currents into the terminals [A].</summary>
    public double[] Currents { get; }

    /// <summary>[Ports] charges [C].</summary>
    public double[] Charges { get; }

    /// <summary>[States] rates, or residuals of algebraic states.</summary>
    public double[] Rates { get; }

    /// <summary>[Ports × (Ports + States)].</summary>
    public double[,] CurrentSlopes { get; }

    /// <summary>[Ports × (Ports + States)].</summary>
    public double[,] ChargeSlopes { get; }

    /// <summary>[States × (Ports + States)].</summary>
    public double[,] RateSlopes { get; }

    /// <summary>Whether the model can hold charge.</summary>
    public bool HasCharge => model is not ITwoTerminal<Dual> or ICapacitive<Dual>;

    /// <summary>[States] where the states stand at rest, and counts and marks between the jumps of a stochastic run.</summary>
    public double[] Held { get; private set; } = [];

    /// <summary>Counts and marks wait for jumps.</summary>
    public bool Stochastic { get; set; }

    /// <summary>All states back to their initial values.</summary>
    public void Reset() => Held = [.. Model.States.Select(state => state.Initial)];

    /// <summary>Whether a state moves by jumps alone.</summary>
    public bool IsHeld(int state) => Stochastic && Model.States[state].Kind is (StateKind.Count or StateKind.Mark);

    /// <summary>The total hazard [1/s].</summary>
    public double Hazard(double voltage, ReadOnlySpan<double> state) => jumps?.Hazard(voltage, state) ?? 0;

    /// <summary>A jump of the channel at a level of the hazards stacked in order.</summary>
    public void Jump(double level, Span<double> state, RandomStream random)
    {
        jumps!.Jump(level, state, random);
        state.CopyTo(Held);
    }

    /// <summary>Evaluates the model; four slopes a pass.</summary>
    public void Evaluate(ReadOnlySpan<double> voltage, ReadOnlySpan<double> state)
    {
        var width = Ports + states.Length;
        for (var first = 0; first < width; first += Dual.SlopeCount)
        {
            for (var i = 0; i < Ports; i++)
                voltages[i] = Seeded(voltage[i], i - first);
            for (var i = 0; i < states.Length; i++)
                states[i] = Seeded(state[i], Ports + i - first);
            ports.Evaluate(voltages, states, currents, charges, rates);
            for (var slope = 0; slope < Dual.SlopeCount && first + slope < width; slope++)
            {
                Copy(currents, CurrentSlopes, first, slope);
                Copy(charges, ChargeSlopes, first, slope);
                Copy(rates, RateSlopes, first, slope);
            }
        }

        for (var i = 0; i < Ports; i++)
            (Currents[i], Charges[i]) = (currents[i].Value, charges[i].Value);
        for (var i = 0; i < states.Length; i++)
            Rates[i] = rates[i].Value;
    }

    private static void Copy(Dual[] from, double[,] to, int first, int slope)
    {
        for (var i = 0; i < from.Length; i++)
            to[i, first + slope] = from[i].Slope(slope);
    }

    private static Dual Seeded(double value, int slope) => slope is >= 0 and < Dual.SlopeCount ? Dual.Variable(value, slope) : value;
}
