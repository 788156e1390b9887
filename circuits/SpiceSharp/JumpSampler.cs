using DevicePhys.Sampling;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>Samples the jumps of all devices between the library's steps.</summary>
/// <remarks>
/// The hazard integral is a trapezoid over each accepted step. A step is cut to where the next jump is due by the hazard at its start; one that still
/// overshoots by more than the tolerance is refused, and the library halves it thrice. The jump is applied at the end of the step that reaches it.
/// </remarks>
internal sealed class JumpSampler(IReadOnlyList<CompactModel> devices, double tolerance)
{
    private readonly JumpClock clock = new();
    private double hazard;

    /// <summary>Begins a run, or goes on with one from the same stream.</summary>
    public void Wind(RandomStream? random)
    {
        clock.Wind(random);
        foreach (var device in devices)
        {
            if (random is not null && !device.Equations.Stochastic)
                device.Behavior!.State.CopyTo(device.Equations.Held);
            device.Equations.Stochastic = random is not null;
        }

        hazard = random is null ? 0 : Total();
    }

    /// <summary>Forgets the run.</summary>
    public void Clear() => clock.Clear();

    /// <summary>The longest next step [s].</summary>
    public double Longest => hazard > 0 ? Math.Max(clock.Remaining, tolerance) / hazard : double.PositiveInfinity;

    /// <summary>Whether a step to the present iterate overshoots the next jump.</summary>
    /// <param name="step">The step [s].</param>
    public bool GoesTooFar(double step) => 0.5 * (hazard + Total()) * step > clock.Remaining + tolerance;

    /// <summary>Takes an accepted step into account.</summary>
    /// <param name="step">The step [s].</param>
    /// <param name="random">The source of the jumps.</param>
    /// <returns>Whether a device has jumped.</returns>
    public bool Pass(double step, RandomStream random)
    {
        var now = Total();
        clock.Pass(0.5 * (hazard + now) * step);
        hazard = now;
        if (clock.Remaining > 0)
            return false;
        Jump(random);
        clock.Restart(random);
        hazard = Total();
        return true;
    }

    private double Total()
    {
        var total = 0.0;
        foreach (var device in devices)
            total += device.Equations.Hazard(device.Behavior!.Voltage[0], device.Behavior.State);
        return total;
    }

    private void Jump(RandomStream random)
    {
        var level = random.NextDouble() * Total();
        foreach (var device in devices)
        {
            var state = device.Behavior!.State.ToArray();
            var own = device.Equations.Hazard(device.Behavior.Voltage[0], state);
            if (own > 0 && level < own)
            {
                device.Equations.Jump(level, state, random);
                device.Behavior.Put(state);
                return;
            }

            level -= own;
        }
    }
}
