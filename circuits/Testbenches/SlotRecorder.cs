using DevicePhys.Models;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Records what a device sees during one pulse slot, for the exact chain.</summary>
internal sealed class SlotRecorder : IProbe
{
    private readonly List<double> times = [];
    private readonly List<double> voltages = [];
    private readonly List<ReadOnlyMemory<double>> states = [];

    /// <inheritdoc/>
    public void Sample(ISimulation simulation)
    {
        if (times.Count > 0 && simulation.Time <= times[^1])
        {
            return;
        }

        var (voltage, state) = PulseBench.Seen(simulation);
        times.Add(simulation.Time);
        voltages.Add(voltage);
        states.Add(state);
    }

    /// <summary>The recorded slot; between two points everything is taken as linear.</summary>
    /// <param name="variables">The states of the model.</param>
    public PulseSlot Slot(IReadOnlyList<StateVariable> variables)
    {
        var at = times.ToArray();
        var signals = new Dictionary<string, Func<double, double>>();
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables[i].Kind is StateKind.Differential or StateKind.Algebraic)
            {
                var index = i;
                signals.Add(variables[i].Name, Linear(at, [.. states.Select(state => state.Span[index])]));
            }
        }

        return new PulseSlot(at, Linear(at, [.. voltages]), signals);
    }

    private static Func<double, double> Linear(double[] at, double[] values) => time =>
    {
        var found = Array.BinarySearch(at, time);
        if (found >= 0)
        {
            return values[found];
        }

        var above = Math.Clamp(~found, 1, at.Length - 1);
        var share = (time - at[above - 1]) / (at[above] - at[above - 1]);
        return ((1 - share) * values[above - 1]) + (share * values[above]);
    };
}
