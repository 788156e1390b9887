using DevicePhys.Models;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Components;
using SpiceSharp.Simulations;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>Stamps a compact model: its current into two nodes, one unknown and one row for every state.</summary>
/// <remarks>
/// Row of a differential state: dx/dt - rate = 0, with the derivative and its error control by the library. Of an algebraic one: residual = 0. At
/// rest every state but the algebraic ones is held.
/// </remarks>
internal sealed class CompactModelBehavior : Behavior, IBiasingBehavior, ITimeBehavior
{
    private readonly ModelEquations model;
    private readonly ITimeSimulationState? time;
    private readonly IIterationSimulationState iteration;
    private readonly IIntegrationMethod? method;
    private readonly IVariable<double> a, b;
    private readonly IVariable<double>[] unknowns;
    private readonly IDerivative?[] derivatives;
    private readonly int[] places;
    private readonly double[] state, values;
    private readonly ElementSet<double> elements;

    public CompactModelBehavior(IComponentBindingContext context, ModelEquations model)
        : base(context)
    {
        this.model = model;
        var solution = context.GetState<IBiasingSimulationState>();
        Solution = solution;
        iteration = context.GetState<IIterationSimulationState>();
        context.TryGetState(out time);
        context.TryGetState(out method);
        (a, b) = (solution.GetSharedVariable(context.Nodes[0]), solution.GetSharedVariable(context.Nodes[1]));
        var states = model.Model.States;
        unknowns = [.. states.Select(s => solution.CreatePrivateVariable($"{Name}#{s.Name}", Units.Volt))];
        derivatives = [.. states.Select(s => s.Kind == StateKind.Algebraic ? null : method?.CreateDerivative())];
        state = new double[states.Count];
        places = [.. unknowns.Select(unknown => solution.Map[unknown])];

        // Columns: first node, second node, states. Rows: the same.
        int[] all = [solution.Map[a], solution.Map[b], .. places];
        MatrixLocation[] matrix = [.. all.SelectMany(row => all.Select(column => new MatrixLocation(row, column)))];
        values = new double[matrix.Length + all.Length];
        elements = new ElementSet<double>(solution.Solver, matrix, all);
    }

    /// <summary>The solution the unknowns live in.</summary>
    public IBiasingSimulationState Solution { get; }

    /// <summary>First terminal against second [V].</summary>
    public double Voltage => a.Value - b.Value;

    /// <summary>Whether a step goes further than a jump allows; such a step is not taken. Null in a run without jumps.</summary>
    public Func<bool>? GoesTooFar { get; set; }

    /// <summary>[States] as solved.</summary>
    public ReadOnlySpan<double> State
    {
        get
        {
            for (var i = 0; i < state.Length; i++)
                state[i] = unknowns[i].Value;
            return state;
        }
    }

    /// <summary>The current from first terminal to second at the solved point [A].</summary>
    public double Current
    {
        get
        {
            model.Evaluate(Voltage, State);
            return model.Current;
        }
    }

    /// <summary>Puts the states between two steps of a run.</summary>
    public void Put(ReadOnlySpan<double> state)
    {
        for (var i = 0; i < state.Length; i++)
        {
            Solution.Solution[places[i]] = state[i];
            if (derivatives[i] is { } derivative)
                derivative.Value = state[i];
        }
    }

    public void InitializeStates()
    {
        // Algebraic states have just been solved for.
        for (var i = 0; i < state.Length; i++)
        {
            if (derivatives[i] is { } derivative)
                derivative.Value = model.Held[i];
        }
    }

    public void Load()
    {
        var atRest = time?.UseDc ?? true;
        model.Evaluate(Voltage, State);
        var count = 2 + state.Length;
        var right = count * count;
        Array.Clear(values);
        StampCurrent(count, right);
        for (var i = 0; i < state.Length; i++)
        {
            var row = 2 + i;
            var diagonal = (row * count) + row;
            if (derivatives[i] is not null && (atRest || model.IsHeld(i)))
            {
                (values[diagonal], values[right + row]) = (1, model.Held[i]);

                // Kept current, so that a run without jumps can go on from here.
                derivatives[i]!.Value = state[i];
                continue;
            }

            // An algebraic residual is a rate that must be 0 without a derivative beside it.
            StampRate(i, row, count, right);
            if (derivatives[i] is { } derivative)
            {
                derivative.Value = state[i];
                derivative.Derive();
                var slope = derivative.GetContributions(1, state[i]);
                values[diagonal] += slope.Jacobian;
                values[right + row] -= slope.Rhs;
            }
        }

        elements.Add(values);
        if (!atRest && GoesTooFar?.Invoke() == true)
            iteration.IsConvergent = false;
    }

    private void StampCurrent(int count, int right)
    {
        var conductance = model.Slopes[0];
        (values[0], values[1], values[count], values[count + 1]) = (conductance, -conductance, -conductance, conductance);
        var constant = model.Current - (conductance * Voltage);
        for (var i = 0; i < state.Length; i++)
        {
            (values[2 + i], values[count + 2 + i]) = (model.Slopes[i + 1], -model.Slopes[i + 1]);
            constant -= model.Slopes[i + 1] * state[i];
        }

        (values[right], values[right + 1]) = (-constant, constant);
    }

    private void StampRate(int i, int row, int count, int right)
    {
        var (first, byVoltage) = (row * count, model.RateSlopes[i, 0]);
        var constant = model.Rates[i] - (byVoltage * Voltage);
        (values[first], values[first + 1]) = (-byVoltage, byVoltage);
        for (var j = 0; j < state.Length; j++)
        {
            values[first + 2 + j] = -model.RateSlopes[i, j + 1];
            constant -= model.RateSlopes[i, j + 1] * state[j];
        }

        values[right + row] = constant;
    }
}
