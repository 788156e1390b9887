using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Plots;

/// <summary>What the table's own device does when it is filled by potentiation pulses and then emptied by depression pulses.</summary>
/// <param name="Traces">[Traces × (Pulses + 1)], [S]: the conductance before the first and after every pulse.</param>
/// <param name="PotentiationPulses">How many of the pulses fill it.</param>
internal sealed record PulseSequence(IReadOnlyList<double[]> Traces, int PotentiationPulses)
{
    private const int FewestPulses = 10;
    private const int MostPulses = 1000;

    // A saturating device never gets there; by then nothing more is to be seen.
    private const double Full = 0.97;

    /// <summary>Draws traces from the table, starting empty.</summary>
    public static PulseSequence Draw(PulseTable table, int traces, RandomStream random)
    {
        var potentiation = PulsesToCross(table, Polarity.Potentiation);
        var depression = PulsesToCross(table, Polarity.Depression);
        return new PulseSequence([.. Enumerable.Range(0, traces).Select(_ => Trace(table, potentiation, depression, random))], potentiation);
    }

    private static double[] Trace(PulseTable table, int potentiation, int depression, RandomStream random)
    {
        var trace = new double[potentiation + depression + 1];
        trace[0] = table.Nominal.GMin;
        for (var pulse = 1; pulse < trace.Length; pulse++)
        {
            var polarity = pulse <= potentiation ? Polarity.Potentiation : Polarity.Depression;
            trace[pulse] = trace[pulse - 1] + Step(table, polarity, trace[pulse - 1], random.NextInt(table.Levels));
        }

        return trace;
    }

    // A tenth more pulses than it takes to cross the range with mean steps.
    private static int PulsesToCross(PulseTable table, Polarity polarity)
    {
        var (low, high) = (table.Nominal.GMin, table.Nominal.GMax);
        var conductance = polarity == Polarity.Potentiation ? low : high;
        for (var pulse = 1; pulse < MostPulses; pulse++)
        {
            conductance += Enumerable.Range(0, table.Levels).Average(level => Step(table, polarity, conductance, level));
            var crossed = (polarity == Polarity.Potentiation ? conductance - low : high - conductance) / (high - low);
            if (crossed >= Full)
            {
                return Math.Clamp((int)Math.Ceiling(1.1 * pulse), FewestPulses, MostPulses);
            }
        }

        return MostPulses;
    }

    // As in the arrays: between two bins the steps of equal level are interpolated, beyond the ends the end bin holds.
    private static double Step(PulseTable table, Polarity polarity, double conductance, int level)
    {
        var corner = table.Nominal;
        var steps = corner.Steps(polarity).Span;
        var place = Math.Clamp((conductance - corner.GMin) / (corner.GMax - corner.GMin) * (table.Bins - 1), 0, table.Bins - 1);
        var bin = Math.Min((int)place, table.Bins - 2);
        var (below, above) = (steps[(bin * table.Levels) + level], steps[((bin + 1) * table.Levels) + level]);
        return below + ((place - bin) * (above - below));
    }
}
