using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Fitting;

/// <summary>A two-terminal model under a measured voltage, straight between the samples: its current there, and how it depends on parameters.</summary>
/// <remarks>
/// The slopes are those of the numerical solution itself, step by step (internal numerical differentiation, Bock 1981), by the chain rule through
/// every implicit stage: exact to rounding for the steps taken. The method is the L-stable two-stage SDIRK of order 2 (Alexander, SIAM J. Numer.
/// Anal. 14, 1006 (1977)) with an embedded error estimate. Steps that follow the error differ from one set of values to the next, by which the
/// current jumps within that error; over the steps of a <see cref="Mesh"/> it is as smooth as the model is, and the slopes are those of the very
/// function a fit sees. Counts follow their mean. Thread safe.
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
    /// <param name="mesh">The steps to take, see <see cref="Mesh"/>; empty for steps that hold the error.</param>
    /// <exception cref="ArgumentException">A time is earlier than the one before.</exception>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution.</exception>
    public void Run(double[] values, ReadOnlySpan<double> times, ReadOnlySpan<double> voltages, Span<double> currents, Span<double> slopes, ReadOnlySpan<double> mesh = default)
    {
        var step = Begin(values, withSlopes: !slopes.IsEmpty);
        if (!step.Settle(voltages[0]))
            throw Lost(times[0], step);
        var length = double.PositiveInfinity;
        for (var k = 0; k < times.Length; k++)
        {
            if (k > 0)
            {
                var interval = new Interval(times[k - 1], times[k], voltages[k - 1], voltages[k]);
                if (mesh.IsEmpty)
                    length = Advance(step, interval, length, null);
                else
                    mesh = Follow(step, interval, mesh);
            }

            currents[k] = step.Current(voltages[k], slopes.IsEmpty ? [] : slopes.Slice(k * parameters.Count, parameters.Count));
        }
    }

    /// <summary>The steps that hold the error at some values.</summary>
    /// <param name="values">[Parameters].</param>
    /// <param name="times">The samples, ascending [s].</param>
    /// <param name="voltages">[times]: the voltage [V].</param>
    /// <returns>Where every step ends, ascending; the samples are among them [s].</returns>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution.</exception>
    public double[] Mesh(double[] values, ReadOnlySpan<double> times, ReadOnlySpan<double> voltages)
    {
        var (step, length, ends) = (Begin(values, withSlopes: false), double.PositiveInfinity, new List<double>());
        if (!step.Settle(voltages[0]))
            throw Lost(times[0], step);
        for (var k = 1; k < times.Length; k++)
            length = Advance(step, new Interval(times[k - 1], times[k], voltages[k - 1], voltages[k]), length, ends);
        return [.. ends];
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

    private static double Advance(DrivenStep step, Interval interval, double length, List<double>? ends)
    {
        if (!(interval.To >= interval.From))
            throw new ArgumentException(FormattableString.Invariant($"The sample at {interval.To:R} s follows one at {interval.From:R} s, expected ascending times."));
        var tries = 0;
        for (var time = interval.From; time < interval.To;)
        {
            var h = Math.Min(length, interval.To - time);
            if (step.Try(h, interval.Voltage(time + (DrivenStep.Gamma * h)), interval.Voltage(time + h), out var next))
            {
                // A step cut short by a sample says nothing against the longer one.
                length = h < length ? Math.Max(next, Math.Min(length, 4 * h)) : next;
                time = h >= interval.To - time ? interval.To : time + h;
                ends?.Add(time);
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

    // The steps up to the end of the interval; what is left of the mesh is returned.
    private static ReadOnlySpan<double> Follow(DrivenStep step, Interval interval, ReadOnlySpan<double> mesh)
    {
        var (time, taken) = (interval.From, 0);
        for (; time < interval.To; taken++)
        {
            var h = mesh[taken] - time;
            if (!step.Try(h, interval.Voltage(time + (DrivenStep.Gamma * h)), interval.Voltage(time + h), out _, whateverTheError: true))
                throw Lost(time, step);
            time = mesh[taken];
        }

        return mesh[taken..];
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

    private readonly record struct Interval(double From, double To, double V0, double V1)
    {
        public double Voltage(double at) => V0 + ((V1 - V0) * (at - From) / (To - From));
    }
}
