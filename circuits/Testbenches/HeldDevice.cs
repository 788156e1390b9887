using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>A device at a fixed voltage whose states are held, all but the algebraic ones, which are solved.</summary>
/// <remarks>Not thread safe. Solving allocates nothing.</remarks>
internal sealed class HeldDevice
{
    // An implicit step so short that nothing with a rate moves [1/s].
    private const double Alpha = 1e40;
    private const int Patience = 200;

    private readonly DeviceEquations equations;
    private readonly double[] point, history, change;

    /// <summary>Prepares a model.</summary>
    public HeldDevice(ITwoTerminal<Dual> model)
    {
        equations = new DeviceEquations(model);
        (point, history, change) = (new double[equations.Count], new double[equations.Count], new double[equations.Count]);
    }

    /// <summary>The states with the algebraic ones solved.</summary>
    /// <exception cref="ConvergenceException">The algebraic states were not found.</exception>
    public double[] Solve(double voltage, ReadOnlySpan<double> state)
    {
        Current(voltage, state);
        return [.. point];
    }

    /// <summary>The current [A].</summary>
    /// <exception cref="ConvergenceException">The algebraic states were not found.</exception>
    public double Current(double voltage, ReadOnlySpan<double> state)
    {
        state.CopyTo(point);
        state.CopyTo(history);
        for (var iteration = 0; iteration < Patience; iteration++)
        {
            var current = equations.Evaluate(voltage, Alpha, point, history, change);
            var largest = 0.0;
            if (!equations.Factor())
                break;
            equations.Reduce(change);
            for (var i = 0; i < point.Length; i++)
            {
                point[i] -= change[i];
                largest = Math.Max(largest, Math.Abs(change[i]) / (1 + Math.Abs(point[i])));
            }

            if (largest < 1e-13)
                return current;
        }

        var name = equations.Model.GetType().Name;
        throw new ConvergenceException(
            FormattableString.Invariant($"{name}: no solution of its algebraic states at {voltage:R} V."), name, 0, change.Max(Math.Abs), history);
    }
}
