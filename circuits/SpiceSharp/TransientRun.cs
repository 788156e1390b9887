using DevicePhys.Errors;
using DevicePhys.Simulation;
using SpiceSharp;
using SpiceSharp.Components;
using SpiceSharp.Simulations;
using SpiceSharp.Simulations.IntegrationMethods;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>The library's transient analysis, one accepted point at a time.</summary>
/// <remarks>The library would rather run from start to end; here its enumerator is moved on point by point, with the next stop set as a break.</remarks>
internal sealed class TransientRun
{
    // Of the longest step: below it the library gives up.
    private const double Shortest = 1e-12;

    private readonly Translation translation;
    private readonly Transient transient;
    private readonly Trapezoidal parameters;
    private readonly double longest, first;
    private IEnumerator<int>? points;
    private bool prepared;

    public TransientRun(Translation translation, TransientOptions options)
    {
        (this.translation, longest, first) = (translation, options.MaxStep, options.FirstStep);
        parameters = new Trapezoidal
        {
            InitialStep = double.MaxValue,
            StopTime = double.MaxValue,
            MaxStep = 1,
            RelativeTolerance = options.RelativeTolerance,

            // Charges of a femtofarad cell at a microvolt; the library's own 1e-14 C is blind for them.
            ChargeTolerance = 1e-15 * options.VoltageTolerance,
            AbsoluteTolerance = 1e-15,
            TrTol = 1,
            TransientMaxIterations = 40,
        };
        transient = new Transient("run", parameters);
        var biasing = transient.BiasingParameters;
        (biasing.RelativeTolerance, biasing.VoltageTolerance) = (0.01 * options.RelativeTolerance, 0.01 * options.VoltageTolerance);
        (biasing.AbsoluteTolerance, biasing.Gmin, biasing.DcMaxIterations) = (1e-15, 1e-15, 200);
    }

    /// <summary>Whether a run is under way.</summary>
    public bool IsRunning => points is not null;

    /// <summary>Whether it has failed and cannot be used again.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Newton iterations so far.</summary>
    public long Iterations => ((BiasingSimulation)transient).Statistics.Iterations + transient.Statistics.TransientIterations;

    /// <summary>Steps taken back so far.</summary>
    public long Rejections => transient.Statistics.Rejected;

    /// <summary>The step that is being tried [s].</summary>
    public double Step => Method.Time - Method.BaseTime;

    private IIntegrationMethod Method => ((IStateful<IIntegrationMethod>)transient).State;

    private IBiasingSimulationState Solution => ((IStateful<IBiasingSimulationState>)transient).State;

    /// <summary>Finds the circuit at rest.</summary>
    /// <param name="afresh">Whether to begin from nothing, not from the voltages as they are.</param>
    public void Start(bool afresh)
    {
        (parameters.StopTime, parameters.MaxStep) = (double.MaxValue, 1);
        if (prepared)
        {
            for (var i = 0; afresh && i <= Solution.Solution.Length; i++)
                Solution.Solution[i] = 0;
            Method.Initialize();
        }

        var began = prepared ? transient.Rerun(Transient.ExportTransient) : transient.Run(translation.Circuit, Transient.ExportTransient);
        points = began.GetEnumerator();
        prepared = true;
        Move("no rest was found");
    }

    /// <summary>Ends the run, so that another can start.</summary>
    public void End()
    {
        parameters.StopTime = 0;
        while (points?.MoveNext() == true)
        {
        }

        points = null;
    }

    /// <summary>Sets the stop of the next steps.</summary>
    public void AimAt(double stop)
    {
        parameters.MaxStep = Math.Min(longest, Math.Max(stop - Method.Time, double.Epsilon) / 50);
        parameters.MinStep = Shortest * parameters.MaxStep;
        Breaking.MinBreak = parameters.MinStep;
        Method.Truncate(first > 0 ? first : 0.1 * parameters.MaxStep);
        foreach (var source in translation.Sources.Values)
            source.AnnounceBreak();
        Breaking.SetBreakpoint(stop);
    }

    /// <summary>Limits the next step.</summary>
    public void Limit(double step)
    {
        if (double.IsFinite(step))
            Method.Truncate(Math.Max(step, parameters.MinStep));
    }

    /// <summary>Takes one step.</summary>
    /// <returns>The time reached [s]; a stop missed by rounding is the stop.</returns>
    public double StepTowards(double stop)
    {
        Move("the step became too short");
        return Method.Time >= stop - parameters.MinStep ? stop : Method.Time;
    }

    /// <summary>Lets the next step be one of first order, as after a corner.</summary>
    public void Corner() => Method.Order = 1;

    /// <summary>A node against ground [V].</summary>
    public double Voltage(string node) => Solution.GetSharedVariable(node).Value;

    /// <summary>SPICE's current of a voltage source, from plus through the source to minus [A].</summary>
    public double BranchCurrent(string source) => transient.EntityBehaviors[source].GetValue<IBranchedBehavior<double>>().Branch.Value;

    private Breakpoints Breaking => ((IBreakpointMethod)Method).Breakpoints;

    private void Move(string what)
    {
        try
        {
            points!.MoveNext();
        }
        catch (ValidationFailedException error)
        {
            (IsSpent, points) = (true, null);
            throw new ArgumentException($"The spicesharp engine refuses the circuit: {error.Message}", error);
        }
        catch (SpiceSharpException error)
        {
            var time = prepared && points is not null ? Method.Time : 0;
            double[] last = [.. Enumerable.Range(1, Solution.Solution.Length).Select(i => Method.GetPreviousSolution(1)?[i] ?? Solution.Solution[i])];
            var place = transient.ProblemVariable?.Name ?? "circuit";
            place = place.StartsWith("n.", StringComparison.Ordinal) ? place[2..] : place;
            (IsSpent, points) = (true, null);
            throw new ConvergenceException(
                FormattableString.Invariant($"{place}: {what} at t = {time:R} s; spicesharp says: {error.Message.TrimEnd('.')}."), place, time, double.NaN, last);
        }
    }
}
