using DevicePhys.Circuits.Cells;
using DevicePhys.Sampling;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Program and verify: pulses of the right sign, a read after each, until the conductance is near its target.</summary>
public static class ProgramVerify
{
    /// <summary>Programs one target after the other.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="targets">The conductances to reach [S].</param>
    /// <param name="tolerance">How near is near, as a fraction of the span of the targets, above 0.</param>
    /// <param name="mostPulses">When a target is given up, at least 1.</param>
    /// <param name="options">Engine, catalog, tolerance and seed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>"target" [S], "reached" [S], "pulses" and "energy" [J], a row per target; it is met where reached is within the tolerance.</returns>
    /// <exception cref="Errors.CardException">The card has no pulses, or does not fit its model.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    public static Trace Run(
        ResistiveCell cell, IReadOnlyList<double> targets, double tolerance, int mostPulses, CharacterizationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(targets.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPulses, 1);
        var trace = new Trace(new("target", "S"), new("reached", "S"), new("pulses", ""), new("energy", "J"));
        var window = tolerance * (targets.Count == 1 ? Math.Abs(targets[0]) : targets.Max() - targets.Min());
        var programmer = new CellProgrammer(cell, options, new RandomStream(options.Seed, "program and verify"));
        foreach (var target in targets)
        {
            var (pulses, before) = (0, programmer.Energy);
            for (; pulses < mostPulses && Math.Abs(programmer.Conductance - target) > window; pulses++)
            {
                cancellation.ThrowIfCancellationRequested();
                programmer.Give(programmer.Conductance < target);
            }

            trace.Append(target, programmer.Conductance, pulses, programmer.Energy - before);
        }

        return trace;
    }
}
