using System.Runtime.Intrinsics;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Simulation;

/// <summary>One two-terminal device at one point of an implicit step: its current, its state equations, and their slopes.</summary>
/// <remarks>
/// The equation of a differential state x is alpha (x - history) - dx/dt = 0, that of an algebraic one its residual = 0. The states are eliminated
/// here: to the
/// circuit the device is a current and a conductance. In a stochastic run counts and marks stand still and drop out. Not thread safe.
/// </remarks>
public sealed class DeviceEquations
{
    private readonly Dual[] states, rates;
    private readonly StateKind[] kinds;
    private readonly int[] moving;
    private readonly double[] byState, byVoltage, response, point, work, currentSlopes, rateSlopes;
    private ITwoTerminal<Dual> model;
    private JumpChannels? jumps;
    private IDiffusive<Dual>? noise;
    private readonly DenseLu allSlopes, heldSlopes;
    private readonly OneStateEquations? oneState;
    private OneStateEquations? one;
    private DenseLu slopes;
    private int movingCount;
    private double alpha, voltage, current, conductance;

    /// <summary>Creates the equations of a model.</summary>
    /// <param name="model">The model.</param>
    public DeviceEquations(ITwoTerminal<Dual> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        kinds = [.. model.States.Select(s => s.Kind)];
        var count = kinds.Length;
        (states, rates, moving) = (new Dual[count], new Dual[count], new int[count]);
        (byState, byVoltage, response, point, work) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        (currentSlopes, rateSlopes) = (new double[Dual.SlopeCount], new double[Dual.SlopeCount * count]);
        allSlopes = slopes = new DenseLu(count);
        heldSlopes = new DenseLu(kinds.Count(kind => kind is not (StateKind.Count or StateKind.Mark)));
        oneState = count == 1 ? new OneStateEquations(kinds[0] == StateKind.Algebraic) : null;
        this.model = model;
        Model = model;
        SetStochastic(false);
    }

    /// <summary>The model; another one must have the same kinds of states.</summary>
    /// <exception cref="ArgumentException">The states differ in number or kind.</exception>
    public ITwoTerminal<Dual> Model
    {
        get => model;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var same = value.States.Count == kinds.Length;
            for (var i = 0; same && i < kinds.Length; i++)
                same = value.States[i].Kind == kinds[i];
            if (!same)
                throw new ArgumentException(
                    $"A model should be replaced by one with the same kinds of states; {value.GetType().Name} has others.",
                    nameof(value));
            model = value;
            jumps = value is IJumpProcess<Dual> process ? new JumpChannels(process) : null;
            noise = value as IDiffusive<Dual>;
        }
    }

    /// <summary>The number of states.</summary>
    public int Count => kinds.Length;

    /// <summary>Whether the model has jumps.</summary>
    public bool HasJumps => jumps is not null;

    /// <summary>Whether the model has noise.</summary>
    public bool IsNoisy => noise is not null;

    /// <summary>Whether a state has a rate (all but algebraic ones).</summary>
    /// <param name="state">Its place.</param>
    public bool HasRate(int state) => kinds[state] != StateKind.Algebraic;

    /// <summary>Holds counts and marks still, or lets them follow their mean.</summary>
    /// <param name="stochastic">True to hold them.</param>
    public void SetStochastic(bool stochastic)
    {
        movingCount = 0;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (!(stochastic && kinds[i] is (StateKind.Count or StateKind.Mark)))
                moving[movingCount++] = i;
        }

        slopes = stochastic ? heldSlopes : allSlopes;
        one = movingCount == 1 ? oneState : null;
    }

    /// <summary>Evaluates the model with all its slopes.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="alpha">The weight of a state in its equation [1/s].</param>
    /// <param name="state">[Count].</param>
    /// <param name="history">[Count].</param>
    /// <param name="residual">[Count], filled: the residual of each state's equation.</param>
    /// <returns>The current [A].</returns>
    public double Evaluate(double voltage, double alpha, ReadOnlySpan<double> state, ReadOnlySpan<double> history, Span<double> residual)
    {
        if (one is not null)
            return one.Evaluate(model, voltage, alpha, state[0], history[0], out residual[0]);
        (this.voltage, this.alpha) = (voltage, alpha);
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = state[i];
            residual[i] = alpha * (state[i] - history[i]);
        }

        // Quantity 0 is the voltage, quantity q the moving state q - 1; each pass of the model gives four slopes.
        for (var first = 0; first <= movingCount; first += Dual.SlopeCount)
            EvaluateSlopes(first);
        for (var j = 0; j < movingCount; j++)
        {
            var i = moving[j];
            point[j] = state[i];
            if (kinds[i] == StateKind.Algebraic)
                residual[i] = rates[i].Value;
            else
                residual[i] -= rates[i].Value;
        }

        return current;
    }

    /// <summary>Eliminates the states.</summary>
    /// <returns>Whether their equations can be solved.</returns>
    public bool Factor()
    {
        if (one is not null)
            return one.Factor();
        if (movingCount == 0)
            return true;
        if (!slopes.Factor())
            return false;
        byVoltage.AsSpan(0, movingCount).CopyTo(response);
        slopes.Solve(response.AsSpan(0, movingCount));
        return true;
    }

    /// <summary>The slope of the current against the voltage with the states following [S]; valid after <see cref="Factor"/>.</summary>
    public double Conductance
    {
        get
        {
            if (one is not null)
                return one.Conductance;
            var sum = conductance;
            for (var j = 0; j < movingCount; j++)
                sum -= byState[j] * response[j];
            return sum;
        }
    }

    /// <summary>Solves the state equations for a right side, with the voltage held.</summary>
    /// <param name="rightSide">[Count]: right sides, then changes of the states.</param>
    /// <returns>How much the current changes with them [A].</returns>
    public double Reduce(Span<double> rightSide)
    {
        if (one is not null)
            return one.Reduce(ref rightSide[0]);
        if (movingCount < kinds.Length)
        {
            // What stands still keeps to its history; the moving rows are overwritten below.
            for (var i = 0; i < kinds.Length; i++)
            {
                if (kinds[i] is (StateKind.Count or StateKind.Mark))
                    rightSide[i] /= alpha;
            }
        }

        for (var j = 0; j < movingCount; j++)
            work[j] = rightSide[moving[j]];
        slopes.Solve(work.AsSpan(0, movingCount));
        var change = 0.0;
        for (var j = 0; j < movingCount; j++)
        {
            rightSide[moving[j]] = work[j];
            change += byState[j] * work[j];
        }

        return change;
    }

    /// <summary>Lets the states follow a change of the voltage.</summary>
    /// <param name="change">The change of the voltage [V].</param>
    /// <param name="solution">[Count]: what <see cref="Reduce"/> left, then the changes of the states.</param>
    public void Expand(double change, Span<double> solution)
    {
        if (one is not null)
        {
            one.Expand(change, ref solution[0]);
            return;
        }

        for (var j = 0; j < movingCount; j++)
            solution[moving[j]] -= response[j] * change;
    }

    /// <summary>The current at a point next to the last evaluation, to first order [A].</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[Count].</param>
    public double CurrentNear(double voltage, ReadOnlySpan<double> state)
    {
        if (one is not null)
            return one.CurrentNear(voltage, state[0]);
        var sum = current + (conductance * (voltage - this.voltage));
        for (var j = 0; j < movingCount; j++)
            sum += byState[j] * (state[moving[j]] - point[j]);
        return sum;
    }

    /// <summary>The total hazard [1/s]; a channel that rounding has pushed below 0 counts as 0.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[Count].</param>
    public double Hazard(double voltage, ReadOnlySpan<double> state) => jumps?.Total(voltage, state) ?? 0;

    /// <summary>Applies the jump of the channel that holds a given level of the hazards of the last <see cref="Hazard"/>, stacked in order.</summary>
    /// <param name="level">From 0 to the total [1/s].</param>
    /// <param name="state">[Count], changed in place.</param>
    /// <param name="random">The source of the draws.</param>
    public void Jump(double level, Span<double> state, RandomStream random) => jumps?.Apply(level, state, random);

    /// <summary>Adds the noise of a step to the states, reflected at their bounds.</summary>
    /// <param name="voltage">First terminal against second, at the end of the step [V].</param>
    /// <param name="duration">The length of the step [s].</param>
    /// <param name="state">[Count], changed in place.</param>
    /// <param name="random">The source of the draws.</param>
    /// <returns>Whether a state changed.</returns>
    public bool Shake(double voltage, double duration, Span<double> state, RandomStream random)
    {
        if (noise is null)
            return false;
        for (var i = 0; i < states.Length; i++)
            states[i] = state[i];
        noise.Diffusion(voltage, states, rates);
        var shaken = false;
        for (var i = 0; i < states.Length; i++)
        {
            if (!(rates[i].Value > 0))
                continue;
            shaken = true;
            var (lower, upper) = (noise.States[i].Lower, noise.States[i].Upper);
            var moved = state[i] + (Math.Sqrt(rates[i].Value * duration) * random.NextNormal());
            moved = moved < lower ? (2 * lower) - moved : moved > upper ? (2 * upper) - moved : moved;
            state[i] = Math.Clamp(moved, lower, upper);
        }

        return shaken;
    }

    private void EvaluateSlopes(int first)
    {
        for (var seed = 0; seed < Dual.SlopeCount && first + seed <= movingCount; seed++)
        {
            if (first + seed > 0)
                states[moving[first + seed - 1]] = Dual.Variable(states[moving[first + seed - 1]].Value, seed);
        }

        var result = model.Evaluate(first == 0 ? Dual.Variable(voltage, 0) : voltage, states, rates);
        current = result.Value;
        result.Slopes.StoreUnsafe(ref currentSlopes[0]);
        for (var row = 0; row < movingCount; row++)
            rates[moving[row]].Slopes.StoreUnsafe(ref rateSlopes[row * Dual.SlopeCount]);
        for (var seed = 0; seed < Dual.SlopeCount && first + seed <= movingCount; seed++)
        {
            var column = first + seed - 1;
            if (column < 0)
                conductance = currentSlopes[seed];
            else
                byState[column] = currentSlopes[seed];
            for (var row = 0; row < movingCount; row++)
                SetSlope(row, column, rateSlopes[(row * Dual.SlopeCount) + seed]);
            if (column >= 0)
                states[moving[column]] = states[moving[column]].Value;
        }
    }

    private void SetSlope(int row, int column, double slope)
    {
        if (kinds[moving[row]] != StateKind.Algebraic)
            slope = (column == row ? alpha : 0) - slope;
        if (column < 0)
            byVoltage[row] = slope;
        else
            slopes.Values[(row * movingCount) + column] = slope;
    }
}
