using System.Runtime.CompilerServices;

namespace DevicePhys.Simulation;

/// <summary>How exactly a transient is solved.</summary>
/// <remarks>
/// A step is accepted when the estimated error of every unknown is below its absolute tolerance plus the relative one times its value.
/// </remarks>
public sealed record TransientOptions
{
    /// <summary>The relative error allowed per step.</summary>
    public double RelativeTolerance { get; init => field = Positive(value); } = 1e-4;

    /// <summary>The absolute error of a voltage allowed per step [V].</summary>
    public double VoltageTolerance { get; init => field = Positive(value); } = 1e-5;

    /// <summary>The absolute error of the current of an inductor allowed per step [A].</summary>
    public double CurrentTolerance { get; init => field = Positive(value); } = 1e-9;

    /// <summary>The absolute error of a state allowed per step, as a fraction of its range (of 1 where the range is infinite).</summary>
    public double StateTolerance { get; init => field = Positive(value); } = 1e-6;

    /// <summary>
    /// The absolute error of the hazard integral allowed per step. The mean wait for a jump is an integral of 1, and a wait takes several steps: its
    /// bias is
    /// some times this.
    /// </summary>
    public double HazardTolerance { get; init => field = Positive(value); } = 1e-4;

    /// <summary>The longest step [s].</summary>
    public double MaxStep { get; init => field = value > 0 ? value : Positive(value); } = double.PositiveInfinity;

    /// <summary>The first step of a run [s]; 0 lets the engine choose.</summary>
    public double FirstStep { get; init => field = value == 0 ? value : Positive(value); }

    /// <summary>The one-step method.</summary>
    public IntegrationMethod Method { get; init; }

    /// <summary>
    /// The default method with all tolerances at one level: relative as given, voltages and states a hundredth of it, hazards as given.
    /// </summary>
    /// <param name="tolerance">The relative tolerance, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not above 0.</exception>
    public static TransientOptions AtTolerance(double tolerance) => new()
    {
        RelativeTolerance = tolerance,
        VoltageTolerance = tolerance / 100,
        StateTolerance = tolerance / 100,
        HazardTolerance = tolerance,
    };

    private static double Positive(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} should be a finite number above 0.");
}
