namespace DevicePhys.Simulation;

/// <summary>One step of an ESDIRK method that may be taken back: the stages, the error estimate and the integrals.</summary>
internal sealed class Attempt
{
    private readonly IImplicitSystem system;
    private readonly Tableau tableau;
    private readonly NewtonSolver newton;
    private readonly TransientOptions options;
    private readonly int last;
    private readonly bool[] hasCharge;
    private readonly int[] constrained;
    private readonly double[][] x, rates, growth;
    private readonly double[] hazards, history, estimate, startGrowth, tolerances;
    private double[] charge, startCharge, earlier, earlierMiddle;
    private readonly StateEnds ends;
    private double earlierLength;
    private bool corner;

    public Attempt(IImplicitSystem system, Tableau tableau, NewtonSolver newton, TransientOptions options)
    {
        (this.system, this.tableau, this.newton, this.options) = (system, tableau, newton, options);
        var (stages, unknowns, rows, integrals) = (tableau.C.Length, system.UnknownCount, system.RowCount, system.IntegralCount);
        last = stages - 1;
        hasCharge = [.. Enumerable.Range(0, rows).Select(system.HasCharge)];
        constrained = [.. Enumerable.Range(0, rows).Where(system.IsConstrained)];
        tolerances = [.. Enumerable.Range(0, unknowns).Select(system.Tolerance)];
        x = Arrays(stages, unknowns);
        rates = Arrays(stages, rows);
        growth = Arrays(stages, integrals);
        (hazards, history, charge, startCharge) = (new double[stages], new double[rows], new double[rows], new double[rows]);
        (estimate, startGrowth, Integrals) = (new double[unknowns], new double[integrals], new double[integrals]);
        (earlier, earlierMiddle) = (new double[unknowns], new double[unknowns]);
        ends = new StateEnds(system, options.RelativeTolerance);
    }

    /// <summary>The unknowns at the start of the step.</summary>
    public Span<double> Start => x[0];

    /// <summary>The charges at the start of the step.</summary>
    public Span<double> StartCharges => startCharge;

    /// <summary>The derivatives of the charges at the start of the step.</summary>
    public ReadOnlySpan<double> StartRates => rates[0];

    /// <summary>The total hazard at the start.</summary>
    public double StartHazard => hazards[0];

    /// <summary>The total hazard at the end.</summary>
    public double EndHazard => hazards[last];

    /// <summary>The integral of the total hazard over the step.</summary>
    public double HazardIntegral { get; private set; }

    /// <summary>The integrals over the step.</summary>
    public double[] Integrals { get; }

    /// <summary>The largest error estimate, in units of its tolerance.</summary>
    public double Error { get; private set; }

    /// <summary>The unknown it belongs to.</summary>
    public int WorstUnknown { get; private set; }

    /// <summary>Whether a state has passed an end of its range that the exact solution does not pass.</summary>
    public bool PassedAnEnd { get; private set; }

    /// <summary>Solves what is algebraic with the charges held, and takes the rates at the start from the equations.</summary>
    public bool Settle(double time, double step, bool stochastic)
    {
        earlierLength = 0;
        corner = true;
        if (!HoldCharges(time, step))
            return false;
        system.Charges(time, x[0], startCharge);
        history.AsSpan().Clear();
        system.Evaluate(time, 0, x[0], history, estimate);
        rates[0].AsSpan().Clear();
        for (var row = 0; row < estimate.Length; row++)
            rates[0][row] = hasCharge[row] ? -estimate[row] : 0;
        system.Growth(x[0], default, startGrowth);
        hazards[0] = stochastic ? system.Hazard(x[0]) : 0;
        HazardIntegral = hazards[0];
        return double.IsFinite(HazardIntegral);
    }

    /// <summary>Solves the stages of a step.</summary>
    /// <returns>Whether all of them converged.</returns>
    public bool Run(double time, double length, double end, bool stochastic)
    {
        var alpha = 1 / (tableau.Gamma * length);
        for (var stage = 1; stage <= last; stage++)
        {
            var now = stage == last ? end : time + (tableau.C[stage] * length);
            AddHistory(stage, length);
            Predict(stage, length);
            if (!newton.Solve(now, alpha, history, x[stage]))
                return false;
            system.Charges(now, x[stage], charge);
            if (stage == 1 && corner && constrained.Length > 0 && !Restart(now, alpha, length))
                return false;
            TakeRates(stage, alpha, length);
            system.Growth(x[stage], rates[stage], growth[stage]);
            if (stage == 1 && corner)
                GrowAtCorner(time);
            hazards[stage] = stochastic ? system.Hazard(x[stage]) : 0;
        }

        Estimate(alpha, length);
        Integrate(length);
        PassedAnEnd = ends.AreLeft(x[0], x[last]) && !IsDrivenOut(end, length);
        return double.IsFinite(Error) && double.IsFinite(HazardIntegral);
    }

    /// <summary>Makes the end of the step the start of the next.</summary>
    public void Accept(double length, bool corner)
    {
        if (corner)
            system.Growth(x[last], default, startGrowth);
        earlierLength = corner ? 0 : length;
        this.corner = corner;
        if (corner)
            newton.Forget();

        // Nothing is copied: arrays change places, and the next step overwrites what nobody reads again.
        (earlier, x[0], x[last]) = (x[0], x[last], earlier);
        (earlierMiddle, x[1]) = (x[1], earlierMiddle);
        (rates[0], rates[last]) = (rates[last], rates[0]);
        (growth[0], growth[last]) = (growth[last], growth[0]);
        (startCharge, charge) = (charge, startCharge);
        hazards[0] = hazards[last];
    }

    /// <summary>Backward Euler over next to no time: charges stay, whatever is algebraic follows.</summary>
    /// <remarks>
    /// The shorter the moment, the more a node's charge outweighs what ties it to ground, until a part behind 100 MOhm is lost in rounding. Then a longer
    /// one serves.
    /// </remarks>
    private bool HoldCharges(double time, double step)
    {
        x[0].CopyTo(earlier, 0);
        for (var share = 1e-9; share < 1e-2; share *= 100)
        {
            newton.Forget();

            // An exponential met far up is walked down one thermal voltage at a time, hence the patience.
            if (newton.Solve(time, 1 / (share * step), startCharge, x[0], maxIterations: 500))
                return true;
            earlier.CopyTo(x[0], 0);
        }

        return false;
    }

    private static double[][] Arrays(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    private void AddHistory(int stage, double length)
    {
        var weights = tableau.A[stage];
        AddScaled(startCharge, length * weights[0], rates[0], history);
        for (var j = 1; j < stage; j++)
        {
            if (weights[j] != 0)
                AddScaled(history, length * weights[j], rates[j], history);
        }
    }

    private static void AddScaled(double[] from, double weight, double[] more, double[] to)
    {
        for (var i = 0; i < to.Length && i < from.Length && i < more.Length; i++)
            to[i] = from[i] + (weight * more[i]);
    }

    /// <summary>
    /// After a corner the rate of a constrained charge is not what it was. The charge itself is known, and its mean rate over the first
    /// stage serves at both ends; what balances it (the current of a source, the voltage of a node) is solved again.
    /// </summary>
    private bool Restart(double now, double alpha, double length)
    {
        foreach (var row in constrained)
            rates[0][row] = (charge[row] - startCharge[row]) / (tableau.C[1] * length);
        AddHistory(1, length);
        if (!newton.Solve(now, alpha, history, x[1]))
            return false;
        system.Charges(now, x[1], charge);
        return true;
    }

    private void Predict(int stage, double length)
    {
        if (stage <= 2 && earlierLength > 0 && tableau.C[stage] * length <= GuessWeights.Reach * earlierLength)
        {
            PredictFromEarlierStep(stage, length);
            return;
        }

        var guess = x[stage];
        guess.AsSpan().Clear();
        var weights = tableau.Predictor[stage];
        for (var j = 0; j < stage; j++)
        {
            if (weights[j] != 0)
                AddScaled(guess, weights[j], x[j], guess);
        }
    }

    /// <summary>The polynomial through start, first stage and end of the step before, and through the first stage of this one once it is there.</summary>
    private void PredictFromEarlierStep(int stage, double length)
    {
        var (w0, w1, w2, w3) = stage == 1 ? GuessWeights.First(tableau.C[1], length, earlierLength) : GuessWeights.Second(tableau.C[1], tableau.C[2] * length, length, earlierLength);
        var (guess, zero, one, two, three) = (x[stage], earlier, earlierMiddle, x[0], stage == 2 ? x[1] : x[0]);
        for (var i = 0; i < guess.Length; i++)
            guess[i] = (w0 * zero[i]) + (w1 * one[i]) + (w2 * two[i]) + (w3 * three[i]);
    }

    private void TakeRates(int stage, double alpha, double length)
    {
        var (rate, now, before, has) = (rates[stage], charge, history, hasCharge);
        for (var row = 0; row < rate.Length; row++)
            rate[row] = has[row] ? alpha * (now[row] - before[row]) : 0;
        if (stage > 1 || !corner)
            return;

        // A watched charge has no equation to take its rate from where a corner has changed it: the mean over the first stage serves both its ends.
        for (var row = estimate.Length; row < rate.Length; row++)
            rate[row] = rates[0][row] = (charge[row] - startCharge[row]) / (tableau.C[1] * length);
    }

    private void Estimate(double alpha, double length)
    {
        var (sum, weights, start) = (estimate, tableau.ErrorWeights, rates[0]);
        for (var i = 0; i < sum.Length; i++)
            sum[i] = alpha * length * weights[0] * start[i];
        for (var j = 1; j <= last; j++)
            AddScaled(sum, alpha * length * weights[j], rates[j], sum);

        // The slopes of the last Newton iteration are still factored.
        system.Solve(sum);
        var (largest, worst) = (0.0, 0);
        var (first, final, allowed, relative) = (x[0], x[last], tolerances, options.RelativeTolerance);
        for (var i = 0; i < sum.Length; i++)
        {
            var size = Math.Max(Math.Abs(first[i]), Math.Abs(final[i]));
            var error = Math.Abs(sum[i]) / (allowed[i] + (relative * size));
            if (!(error <= largest))
                (largest, worst) = (error, i);
            if (double.IsNaN(error))
                break;
        }

        (Error, WorstUnknown) = (largest, worst);
    }

    /// <summary>The rate that the step ended with carries what Newton's method left over, so it is taken from the equations.</summary>
    private bool IsDrivenOut(double end, double length)
    {
        system.Evaluate(end, 0, x[last], history, estimate);
        return ends.AreDriven(length, x[last], estimate);
    }

    private void Integrate(double length)
    {
        var (sum, difference) = (0.0, 0.0);
        for (var i = 0; i < Integrals.Length; i++)
        {
            var total = 0.0;
            for (var j = 0; j <= last; j++)
                total += tableau.B[j] * growth[j][i];
            Integrals[i] = length * total;
        }

        for (var j = 0; j <= last; j++)
        {
            sum += tableau.B[j] * hazards[j];
            difference += tableau.ErrorWeights[j] * hazards[j];
        }

        HazardIntegral = length * sum;
        Error = Math.Max(Error, Math.Abs(length * difference) / options.HazardTolerance);
    }

    /// <summary>A corner has changed the rates of the watched charges at the start, and with them what the integrals grow by there.</summary>
    private void GrowAtCorner(double time)
    {
        startGrowth.CopyTo(growth[0], 0);
        system.AddChargingGrowth(time, rates[0], growth[0]);
    }
}
