using DevicePhys.Errors;
using DevicePhys.Sampling;

namespace DevicePhys.Simulation;

/// <summary>Moves an <see cref="IImplicitSystem"/> through time: error-controlled steps that meet every break and every jump exactly.</summary>
/// <remarks>
/// One-step, so a corner of a stimulus costs no restart. The error estimate is filtered by the inverse Jacobian, which keeps it honest for stiff
/// unknowns (Hosea and Shampine 1996). Hazards and energies are integrated with the weights of the method, and the hazard integral is under error
/// control
/// too. All memory is taken at construction. Not thread safe.
/// </remarks>
public sealed class Integrator
{
    // A jump is met when the hazard integral is within this part of what was left: below what a million samples can show.
    private const double JumpAccuracy = 1e-4;

    // The first step after a break is at most this part of the way to the next. A switch at equilibrium carries nothing; were it off at all stages of
    // the step that turns it off, no error estimate could tell that it was ever on.
    private const double Onset = 0.05;

    // Up to where a longer step has failed, steps grow by no more than this.
    private const double Careful = 2;

    private readonly IImplicitSystem system;
    private readonly TransientOptions options;
    private readonly Attempt attempt;
    private readonly StepControl control;
    private readonly JumpClock clock = new();
    private readonly double[] integrals;
    private double suggested, failedEnd;
    private bool settled, stochastic, atBreak, targetIsBreak;
    private long steps, rejections, jumps;

    /// <summary>Creates an integrator that stands at time 0 with all unknowns 0.</summary>
    /// <param name="system">The system.</param>
    /// <param name="options">How exactly to solve it.</param>
    public Integrator(IImplicitSystem system, TransientOptions options)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        (this.system, this.options) = (system, options);
        var tableau = Tableau.Of(options.Method);
        Newton = new NewtonSolver(system, options.RelativeTolerance);
        attempt = new Attempt(system, tableau, Newton, options);
        control = new StepControl(tableau.ErrorOrder);
        integrals = new double[system.IntegralCount];
        system.SetStochastic(false);
    }

    /// <summary>The time [s].</summary>
    public double Time { get; private set; }

    /// <summary>The unknowns [UnknownCount]; whoever writes to them calls <see cref="Disturb"/>.</summary>
    public Span<double> Unknowns => attempt.Start;

    /// <summary>The charges [RowCount] at the present time.</summary>
    public Span<double> Charges => attempt.StartCharges;

    /// <summary>The derivatives of the charges [RowCount] at the end of the last step.</summary>
    public ReadOnlySpan<double> ChargeRates => attempt.StartRates;

    /// <summary>The integrals [IntegralCount] since the last <see cref="Reset"/>.</summary>
    public ReadOnlySpan<double> Integrals => integrals;

    /// <summary>Newton's method, as the steps use it.</summary>
    public NewtonSolver Newton { get; }

    /// <summary>What it has cost so far.</summary>
    public RunStatistics Statistics => new(steps, rejections, Newton.Iterations, jumps);

    /// <summary>Whether the last attempt goes past the next jump.</summary>
    private bool Overshoots => attempt.HazardIntegral > clock.Remaining * (1 + JumpAccuracy);

    /// <summary>Back to time 0, integrals 0, clock stopped. The unknowns stay, and their charges are taken anew.</summary>
    public void Reset()
    {
        Time = 0;
        (suggested, failedEnd, atBreak) = (0, 0, false);
        integrals.AsSpan().Clear();
        clock.Clear();
        system.Charges(0, Unknowns, Charges);
        Disturb();
    }

    /// <summary>
    /// Says that unknowns or equations were changed from outside: the algebraic ones are solved again, charges held, before the next step.
    /// </summary>
    public void Disturb() => settled = false;

    /// <summary>Whether a run to a time has ended, as far as the rounding of times can tell.</summary>
    /// <param name="stop">The time [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has long passed, or is not finite.</exception>
    public bool HasReached(double stop)
    {
        if (!(stop >= Time - Resolution(Time)) || double.IsPositiveInfinity(stop))
            throw new ArgumentOutOfRangeException(
                nameof(stop), stop,
                $"The run stands at {Time:R} s and should stop at a finite time from there on.");
        return Time >= stop - Resolution(stop);
    }

    /// <summary>Takes one step.</summary>
    /// <param name="stop">A finite time not to step over, not yet reached (see <see cref="HasReached"/>) [s].</param>
    /// <param name="random">The source of the jumps; null for a deterministic run.</param>
    /// <returns>Whether a jump is due at the new time.</returns>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution.</exception>
    public StepOutcome Step(double stop, RandomStream? random)
    {
        var target = Target(stop);
        Prepare(target, random);
        var shortest = Math.Max(2 * Resolution(Time), 1e-16 * (target - Time));
        var length = Math.Min(suggested, options.MaxStep);
        if (atBreak)
            length = Math.Min(length, Onset * (target - Time));
        if (stochastic && attempt.StartHazard > 0)
            length = Math.Max(shortest, Math.Min(length, clock.Remaining / attempt.StartHazard));
        for (var failures = 0; ;)
        {
            // A step that would leave a sliver before the target is stretched, one that would leave little is halved.
            var left = target - Time;
            var lands = length >= left * (1 - 1e-9);
            var end = lands ? target : Time + (length > 0.5 * left && length < left && length == suggested ? 0.5 * left : length);
            length = end - Time;
            var solved = attempt.Run(Time, length, end, stochastic);
            if (solved && attempt.Error <= 1 && (length <= 2 * shortest || !(Overshoots || attempt.PassedAnEnd)))
            {
                var due = stochastic && attempt.HazardIntegral >= clock.Remaining * (1 - JumpAccuracy);
                Accept(end, length, lands);
                if (stochastic && system.Shake(end, length, Unknowns, Charges, random!))
                    settled = false;
                return due ? StepOutcome.JumpDue : StepOutcome.Advanced;
            }

            rejections++;
            failedEnd = end;
            length = Shorter(length, solved);

            // No step is short enough for a start that is off itself: its algebraic part has no error estimate, so it is solved again.
            if (!solved && ++failures == 3)
                Settle();
            if (length < shortest)
                throw Failure(solved);
        }
    }

    /// <summary>Applies the jump that is due and draws the wait for the next one.</summary>
    /// <param name="random">The source of the draws.</param>
    public void ApplyJump(RandomStream random)
    {
        jumps++;
        system.Jump(Time, Unknowns, Charges, random);
        clock.Restart(random);
        Settle();
    }

    /// <summary>The next time to be met exactly: a break or the stop, but not one closer than time can tell.</summary>
    private double Target(double stop)
    {
        var next = system.NextBreak(Time);
        while (next - Time <= Resolution(next))
            next = system.NextBreak(next);

        // A stop meant to be a break may miss it by rounding; the break it is then, so that a run in two parts takes the steps of one.
        targetIsBreak = next <= stop + Resolution(stop);
        return Math.Abs(next - stop) <= Resolution(stop) ? next : Math.Min(next, stop);
    }

    private static double Resolution(double time) => 8 * (Math.BitIncrement(time) - time);

    private void Prepare(double target, RandomStream? random)
    {
        if (stochastic != random is not null)
        {
            stochastic = random is not null;
            system.SetStochastic(stochastic);
            settled = false;
        }

        clock.Wind(random);
        if (suggested <= 0)
            suggested = options.FirstStep > 0 ? options.FirstStep : 0.02 * (target - Time);
        if (!settled)
            Settle();
    }

    private void Settle()
    {
        if (!attempt.Settle(Time, suggested, stochastic))
            throw Failure(solved: false);
        control.Forget();
        settled = true;
    }

    private void Accept(double end, double length, bool lands)
    {
        steps++;
        for (var i = 0; i < integrals.Length; i++)
            integrals[i] += attempt.Integrals[i];
        clock.Pass(attempt.HazardIntegral);
        var next = control.AfterSuccess(length, attempt.Error);

        // What has stopped a longer step still lies ahead: it is walked up to, not run into again.
        if (end < failedEnd)
            next = Math.Min(next, Careful * length);

        // A step cut short by a break or a jump says nothing against the longer one.
        suggested = length < suggested && !atBreak ? Math.Max(next, suggested) : next;
        Time = end;
        atBreak = lands && targetIsBreak;
        attempt.Accept(length, corner: lands);
    }

    private double Shorter(double length, bool solved)
    {
        var shorter = !solved ? 0.25 * length : attempt.Error > 1 ? control.AfterFailure(length, attempt.Error) : length;
        if (solved && attempt.Error <= 1 && attempt.PassedAnEnd)
        {
            Newton.Forget();
            shorter = 0.5 * length;
        }

        if (shorter < length)
            suggested = shorter;
        if (solved && Overshoots)
        {
            var crossing = JumpClock.Crossing(length, attempt.StartHazard, attempt.EndHazard, attempt.HazardIntegral, clock.Remaining);
            shorter = Math.Min(shorter, Math.Min(crossing, 0.99 * length));
        }

        return shorter;
    }

    private ConvergenceException Failure(bool solved)
    {
        var unknown = solved ? attempt.WorstUnknown : Newton.WorstUnknown;
        var place = system.Place(unknown);
        var residual = Newton.WorstResidual;
        var what = !double.IsFinite(attempt.HazardIntegral) ? "the total hazard of the jump processes is not a number"
            : solved ? "the error stays too large"
            : "Newton's method does not converge";
        return new ConvergenceException(
            FormattableString.Invariant($"{place}: {what} at t = {Time:R} s however short the step, residual {residual:G3}."),
            place,
            Time,
            residual,
            Unknowns.ToArray());
    }
}
