using DevicePhys.Models;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Components;
using SpiceSharp.Simulations;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>Stamps a compact model: its currents and charges into its nodes, one unknown and one row for every state.</summary>
/// <remarks>
/// Row of a differential state: dx/dt - rate = 0, with the derivative and its error control by the library; of an algebraic one: residual = 0. At
/// rest every state but the algebraic ones is held. Newton's steps are shortened across the model's exponentials.
/// </remarks>
internal sealed class CompactModelBehavior : Behavior, IBiasingBehavior, ITimeBehavior
{
    private readonly ModelEquations model;
    private readonly ITimeSimulationState? time;
    private readonly IIterationSimulationState iteration;
    private readonly IIntegrationMethod? method;
    private readonly IBiasingSimulationState solution;
    private readonly IVariable<double>[] nodes, unknowns;
    private readonly IDerivative?[] derivatives, charges;
    private readonly int[] places;
    private readonly double[] state, voltage, evaluated;
    private readonly StampMatrix stamps;

    public CompactModelBehavior(IComponentBindingContext context, ModelEquations model)
        : base(context)
    {
        this.model = model;
        solution = context.GetState<IBiasingSimulationState>();
        iteration = context.GetState<IIterationSimulationState>();
        context.TryGetState(out time);
        context.TryGetState(out method);
        var states = model.Model.States;
        nodes = [.. context.Nodes.Select(solution.GetSharedVariable)];
        unknowns = [.. states.Select(s => solution.CreatePrivateVariable($"{Name}#{s.Name}", Units.Volt))];
        derivatives = [.. states.Select(s => s.Kind == StateKind.Algebraic ? null : method?.CreateDerivative())];
        charges = [.. Enumerable.Range(0, model.Ports).Select(_ => model.HasCharge ? method?.CreateDerivative() : null)];
        (state, voltage, evaluated) = (new double[states.Count], new double[model.Ports], new double[model.Ports]);
        places = [.. unknowns.Select(unknown => solution.Map[unknown])];
        stamps = new StampMatrix(solution.Solver, [.. nodes.Select(node => solution.Map[node]), .. places], nodes.Length);
    }

    /// <summary>Whether a step goes further than a jump allows; such a step is not taken. Null in a run without jumps.</summary>
    public Func<bool>? GoesTooFar { get; set; }

    /// <summary>[Ports] each terminal but the last against the last, as solved [V].</summary>
    public ReadOnlySpan<double> Voltage
    {
        get
        {
            for (var i = 0; i < voltage.Length; i++)
                voltage[i] = nodes[i].Value - nodes[^1].Value;
            return voltage;
        }
    }

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

    /// <summary>The current into a terminal at the solved point [A].</summary>
    public double Current(int terminal)
    {
        model.Evaluate(Voltage, State);
        var sum = 0.0;
        for (var i = 0; i < voltage.Length; i++)
        {
            if (i == terminal || terminal == voltage.Length)
                sum += model.Currents[i] + (time?.UseDc == false ? charges[i]?.Derivative ?? 0 : 0);
        }

        return terminal == voltage.Length ? -sum : sum;
    }

    /// <summary>Puts the states between two steps of a run.</summary>
    public void Put(ReadOnlySpan<double> state)
    {
        for (var i = 0; i < state.Length; i++)
        {
            solution.Solution[places[i]] = state[i];
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

        model.Evaluate(Voltage, State);
        for (var i = 0; i < charges.Length; i++)
        {
            if (charges[i] is { } charge)
                charge.Value = model.Charges[i];
        }
    }

    public void Load()
    {
        var atRest = time?.UseDc ?? true;
        Approach(Voltage);
        model.Evaluate(evaluated, State);
        stamps.At(evaluated, state);
        for (var i = 0; i < voltage.Length; i++)
        {
            stamps.Current(i, model.Currents[i], model.CurrentSlopes, 1);
            if (charges[i] is not { } charge)
                continue;
            charge.Value = model.Charges[i];
            if (atRest)
                continue;
            charge.Derive();
            stamps.Current(i, charge.Derivative, model.ChargeSlopes, method!.Slope);
        }

        for (var i = 0; i < state.Length; i++)
            LoadState(i, atRest);
        stamps.Load();
        if (!atRest && GoesTooFar?.Invoke() == true)
            iteration.IsConvergent = false;
    }

    private void LoadState(int i, bool atRest)
    {
        if (derivatives[i] is { } derivative)
        {
            derivative.Value = state[i];
            if (atRest || model.IsHeld(i))
            {
                stamps.Hold(i, model.Held[i]);
                return;
            }

            derivative.Derive();
            stamps.Rate(i, model.Rates[i] - derivative.Derivative, model.RateSlopes, method!.Slope);
        }
        else
        {
            // An algebraic residual is a rate that must be 0 without a derivative beside it.
            stamps.Rate(i, model.Rates[i], model.RateSlopes, 0);
        }
    }

    /// <summary>Goes towards the proposed voltages as far as every exponential allows.</summary>
    private void Approach(ReadOnlySpan<double> proposed)
    {
        var part = 1.0;
        if (model.Model is IJunctions limited)
        {
            foreach (var junction in limited.Junctions)
            {
                var (from, to) = (Across(junction, evaluated), Across(junction, proposed));
                var allowed = junction.Limit(from, to);
                if (allowed != to)
                    part = Math.Min(part, (allowed - from) / (to - from));
            }
        }

        for (var i = 0; i < evaluated.Length; i++)
            evaluated[i] = part == 1 ? proposed[i] : evaluated[i] + (part * (proposed[i] - evaluated[i]));
        if (part < 1)
            iteration.IsConvergent = false;
    }

    private static double Across(Junction junction, ReadOnlySpan<double> ports) =>
        (junction.Anode < ports.Length ? ports[junction.Anode] : 0) - (junction.Cathode < ports.Length ? ports[junction.Cathode] : 0);
}
