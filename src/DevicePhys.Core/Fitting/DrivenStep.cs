using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;

namespace DevicePhys.Fitting;

/// <summary>One step of a model under a given voltage, with the slopes of its states by parameters.</summary>
/// <remarks>
/// Stage: x = base + h gamma f(x, v) for a differential state, 0 = f(x, v) for an algebraic one. Newton solves it for the values; the slopes follow
/// from one more linear system with the same matrix, as the stage holds identically in the parameters.
/// </remarks>
internal sealed class DrivenStep
{
    /// <summary>The diagonal of the method, and the time of its first stage.</summary>
    public const double Gamma = 1 - (0.5 * 1.4142135623730951);

    private const double Sharp = 1e-11;

    // Of the range of a state: what is closer to 0 than this need not be known to so many digits.
    private const double Floor = 1e-3;
    private const int MostIterations = 12;

    private readonly ITwoTerminal<Dual> plain;
    private readonly ITwoTerminal<Dual>[] seeded;
    private readonly double relative;
    private readonly int count, width;
    private readonly bool[] algebraic;
    private readonly Dual[] input, rates;
    private readonly double[] x, first, second, stage, rate1, rate2, trial, slope, slope1, rateSlope1, rateSlope2, baseSlope, jacobian, work;
    private readonly DenseLu matrix;

    public DrivenStep(ITwoTerminal<Dual> plain, ITwoTerminal<Dual>[] seeded, double relative)
    {
        (this.plain, this.seeded, this.relative) = (plain, seeded, relative);
        States = plain.States;
        (count, width) = (States.Count, seeded.Length * Dual.SlopeCount);
        algebraic = [.. States.Select(state => state.Kind == StateKind.Algebraic)];
        (input, rates) = (new Dual[count], new Dual[count]);
        (x, first, second, stage, rate1, rate2, trial, work) = (new double[count], new double[count], new double[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
        (slope, slope1, rateSlope1, rateSlope2, baseSlope) = (new double[count * width], new double[count * width], new double[count * width], new double[count * width], new double[count * width]);
        jacobian = new double[count * count];
        matrix = new DenseLu(count);
    }

    public IReadOnlyList<StateVariable> States { get; }

    /// <summary>The states [States].</summary>
    public ReadOnlySpan<double> Values => x;

    /// <summary>Puts a state at its start; its slope by the parameter that is this start is 1.</summary>
    public void Start(int state, double value, int parameter)
    {
        x[state] = value;
        slope.AsSpan(state * width, width).Clear();
        if (parameter >= 0 && width > 0)
            slope[(state * width) + parameter] = 1;
    }

    /// <summary>Solves the algebraic states at a voltage.</summary>
    public bool Settle(double voltage)
    {
        if (!algebraic.Contains(true))
            return true;
        x.CopyTo(stage, 0);
        if (!Solve(stage, x, 0, voltage, rate1))
            return false;
        stage.CopyTo(x, 0);
        slope.CopyTo(baseSlope, 0);
        Propagate(x, 0, voltage, baseSlope, slope, rateSlope1);
        return true;
    }

    /// <summary>The current at a voltage, and its slopes [parameters, in fours].</summary>
    public double Current(double voltage, Span<double> slopes)
    {
        for (var i = 0; i < count; i++)
            input[i] = x[i];
        var current = plain.Evaluate(voltage, input, rates).Value;
        for (var chunk = 0; chunk < seeded.Length; chunk++)
        {
            for (var i = 0; i < count; i++)
                input[i] = new Dual(x[i], System.Runtime.Intrinsics.Vector256.Create(slope.AsSpan((i * width) + (chunk * Dual.SlopeCount), Dual.SlopeCount)));
            var dual = seeded[chunk].Evaluate(voltage, input, rates);
            for (var k = 0; k < Dual.SlopeCount && (chunk * Dual.SlopeCount) + k < slopes.Length; k++)
                slopes[(chunk * Dual.SlopeCount) + k] = dual.Slope(k);
        }

        return current;
    }

    /// <summary>Takes a step if its error allows, or whatever its error; says how long the next (or another try) should be.</summary>
    public bool Try(double h, double middle, double end, out double next, bool whateverTheError = false)
    {
        next = 0.25 * h;
        if (count == 0)
        {
            next = double.PositiveInfinity;
            return true;
        }

        x.CopyTo(stage, 0);
        x.CopyTo(first, 0);
        if (!Solve(stage, first, h * Gamma, middle, rate1))
            return false;
        for (var i = 0; i < count; i++)
            trial[i] = algebraic[i] ? stage[i] : x[i] + (h * (1 - Gamma) * rate1[i]);
        stage.CopyTo(second, 0);
        if (!Solve(second, trial, h * Gamma, end, rate2))
            return false;
        var error = 0.0;
        for (var i = 0; i < count; i++)
        {
            if (!double.IsFinite(second[i]))
                return false;
            if (!algebraic[i])
                error = Math.Max(error, Math.Abs(h * Gamma * (rate2[i] - rate1[i]) * 0.5) / Math.Max(Math.Max(Math.Abs(x[i]), Math.Abs(second[i])), Floor * Range(i)));
        }

        var ratio = Math.Sqrt(relative / Math.Max(error, 1e-300));
        next = h * Math.Clamp(0.9 * ratio, 0.1, 4);
        if (error > relative && h > 0 && !whateverTheError)
            return false;
        Advance(h, middle, end);
        return true;
    }

    private void Advance(double h, double middle, double end)
    {
        if (width > 0)
        {
            Propagate(stage, h * Gamma, middle, slope, slope1, rateSlope1);
            for (var i = 0; i < count; i++)
            {
                for (var k = 0; k < width; k++)
                    baseSlope[(i * width) + k] = slope[(i * width) + k] + (algebraic[i] ? 0 : h * (1 - Gamma) * rateSlope1[(i * width) + k]);
            }

            Propagate(second, h * Gamma, end, baseSlope, slope, rateSlope2);
        }

        second.CopyTo(x, 0);
    }

    private double Range(int i) => States[i].Upper - States[i].Lower is var range && double.IsFinite(range) ? range : 1;

    /// <summary>Newton on one stage; point holds the first guess, then the solution, rate what the model gives there.</summary>
    private bool Solve(double[] point, double[] start, double weight, double voltage, double[] rate)
    {
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            if (!Linearise(point, weight, voltage, rate))
                return false;
            for (var i = 0; i < count; i++)
                work[i] = algebraic[i] ? -rate[i] : start[i] + (weight * rate[i]) - point[i];
            matrix.Solve(work);
            var largest = 0.0;
            for (var i = 0; i < count; i++)
            {
                point[i] += work[i];
                largest = Math.Max(largest, Math.Abs(work[i]) / Math.Max(Math.Abs(point[i]), 1e-6 * Range(i)));
            }

            if (!double.IsFinite(largest))
                return false;
            if (largest < Sharp)
                return Linearise(point, weight, voltage, rate);
        }

        return false;
    }

    /// <summary>Evaluates the model and factors the matrix of the stage.</summary>
    private bool Linearise(double[] point, double weight, double voltage, double[] rate)
    {
        for (var seed = 0; seed < count; seed += Dual.SlopeCount)
        {
            for (var i = 0; i < count; i++)
                input[i] = i >= seed && i < seed + Dual.SlopeCount ? Dual.Variable(point[i], i - seed) : point[i];
            plain.Evaluate(voltage, input, rates);
            for (var i = 0; i < count; i++)
            {
                rate[i] = rates[i].Value;
                for (var k = seed; k < Math.Min(count, seed + Dual.SlopeCount); k++)
                    jacobian[(i * count) + k] = rates[i].Slope(k - seed);
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (!double.IsFinite(rate[i]))
                return false;
            for (var k = 0; k < count; k++)
                matrix.Values[(i * count) + k] = algebraic[i] ? jacobian[(i * count) + k] : (i == k ? 1 : 0) - (weight * jacobian[(i * count) + k]);
        }

        return matrix.Factor();
    }

    /// <summary>The slopes of a solved stage, and those of its rates.</summary>
    private void Propagate(double[] point, double weight, double voltage, double[] start, double[] result, double[] rateResult)
    {
        Linearise(point, weight, voltage, work);
        for (var chunk = 0; chunk < seeded.Length; chunk++)
        {
            for (var i = 0; i < count; i++)
                input[i] = point[i];
            seeded[chunk].Evaluate(voltage, input, rates);
            for (var k = 0; k < Dual.SlopeCount; k++)
            {
                var column = (chunk * Dual.SlopeCount) + k;
                for (var i = 0; i < count; i++)
                    work[i] = algebraic[i] ? -rates[i].Slope(k) : start[(i * width) + column] + (weight * rates[i].Slope(k));
                matrix.Solve(work);
                for (var i = 0; i < count; i++)
                {
                    var moved = rates[i].Slope(k);
                    for (var j = 0; j < count; j++)
                        moved += jacobian[(i * count) + j] * work[j];
                    rateResult[(i * width) + column] = moved;
                }

                for (var i = 0; i < count; i++)
                    result[(i * width) + column] = work[i];
            }
        }
    }
}
