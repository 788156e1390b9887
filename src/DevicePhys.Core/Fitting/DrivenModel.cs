using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Fitting;

/// <summary>A two-terminal model under a measured voltage, straight between the samples: its current there, and how it depends on parameters.</summary>
/// <remarks>
/// The slopes are those of the numerical solution itself, step by step (internal numerical differentiation, Bock 1981), by the chain rule through
/// every implicit stage: exact to rounding for the steps taken. The method is the L-stable two-stage SDIRK of order 2 (Alexander, SIAM J. Numer.
/// Anal. 14, 1006 (1977)) with an embedded error estimate. Counts follow their mean. Thread safe.
/// </remarks>
/// <param name="build">Builds the model with parameters made by a function of name and card value, as the catalog does.</param>
/// <param name="parameters">The names of the parameters; <see cref="StartOf"/> a state is where it starts.</param>
/// <param name="relative">The relative error of a step.</param>
public sealed class DrivenModel(Func<Func<string, double, Dual>, ITwoTerminal<Dual>> build, IReadOnlyList<string> parameters, double relative = 1e-5)
{
    private const int MostTries = 60;

    /// <summary>The name of the parameter that is the start of a state.</summary>
    /// <param name="state">The state.</param>
    public static string StartOf(string state) => $"{state}(0)";

    /// <summary>Runs through the samples.</summary>
    /// <param name="values">[Parameters].</param>
    /// <param name="times">The samples, ascending [s].</param>
    /// <param name="voltages">[times]: the voltage [V].</param>
    /// <param name="currents">[times], filled: the current [A].</param>
    /// <param name="slopes">[times × Parameters], filled: d(current)/d(parameter); empty for none.</param>
    /// <exception cref="ArgumentException">A time is earlier than the one before.</exception>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution.</exception>
    public void Run(double[] values, ReadOnlySpan<double> times, ReadOnlySpan<double> voltages, Span<double> currents, Span<double> slopes)
    {
        var step = Begin(values, withSlopes: !slopes.IsEmpty);
        if (!step.Settle(voltages[0]))
            throw Lost(times[0], step);
        var length = double.PositiveInfinity;
        for (var k = 0; k < times.Length; k++)
        {
            if (k > 0)
                length = Advance(step, times[k - 1], times[k], voltages[k - 1], voltages[k], length);
            currents[k] = step.Current(voltages[k], slopes.IsEmpty ? [] : slopes.Slice(k * parameters.Count, parameters.Count));
        }
    }

    private DrivenStep Begin(double[] values, bool withSlopes)
    {
        ITwoTerminal<Dual> Seeded(int first) => build((name, value) => Find(name) is var at && at < 0 ? value
            : at >= first && at < first + Dual.SlopeCount ? Dual.Variable(values[at], at - first) : values[at]);
        var chunks = withSlopes ? (parameters.Count + Dual.SlopeCount - 1) / Dual.SlopeCount : 0;
        var step = new DrivenStep(Seeded(-Dual.SlopeCount), [.. Enumerable.Range(0, chunks).Select(chunk => Seeded(chunk * Dual.SlopeCount))], relative);
        for (var s = 0; s < step.States.Count; s++)
        {
            var at = Find(StartOf(step.States[s].Name));
            step.Start(s, at < 0 ? step.States[s].Initial : values[at], at);
        }

        return step;
    }

    private static double Advance(DrivenStep step, double from, double to, double v0, double v1, double length)
    {
        if (!(to >= from))
            throw new ArgumentException(FormattableString.Invariant($"The sample at {to:R} s follows one at {from:R} s, expected ascending times."));
        var tries = 0;
        for (var time = from; time < to;)
        {
            var h = Math.Min(length, to - time);
            double Voltage(double at) => v0 + ((v1 - v0) * (at - from) / (to - from));
            if (step.Try(h, Voltage(time + (DrivenStep.Gamma * h)), Voltage(time + h), out var next))
            {
                // A step cut short by a sample says nothing against the longer one.
                length = h < length ? Math.Max(next, Math.Min(length, 4 * h)) : next;
                time = h >= to - time ? to : time + h;
                tries = 0;
            }
            else
            {
                length = next;
                if (++tries > MostTries)
                    throw Lost(time, step);
            }
        }

        return length;
    }

    private int Find(string name)
    {
        for (var at = 0; at < parameters.Count; at++)
        {
            if (parameters[at] == name)
                return at;
        }

        return -1;
    }

    private static ConvergenceException Lost(double time, DrivenStep step) => new(
        FormattableString.Invariant($"The model cannot be followed beyond t = {time:R} s at these parameters."), "model", time, double.NaN, step.Values.ToArray());
}
