using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Devices.Memristors;

/// <summary>Short ways to the response of a memristor under an ideal voltage.</summary>
internal static class Memristor
{
    public static Card Card(string id, params (string Parameter, double Value)[] changes) =>
        changes.Aggregate(DeviceCatalog.Default.Card(id), (card, change) => card.With(change.Parameter, change.Value));

    /// <summary>Current [A] and rate of the first state [1/s], algebraic states solved.</summary>
    public static (double Current, double Rate) At(Card card, double voltage, double state)
    {
        var probe = new DeviceProbe(card);
        double[] point = [voltage, state, .. probe.States.Skip(1).Select(s => s.Initial)];
        var outputs = probe.Outputs(probe.Solve(point));
        return (outputs[0], outputs[1]);
    }

    /// <summary>The first state after a time under a waveform.</summary>
    public static double After(Card card, Waveform voltage, double from, double time, double tolerance = 1e-7)
    {
        var stepper = New(card, voltage, tolerance);
        Start(stepper, from);
        stepper.Run(time);
        return stepper.State[0];
    }

    /// <summary>When the first state passes a value under a constant voltage [s].</summary>
    public static double TimeTo(Card card, double voltage, double from, double to, double longest, double tolerance = 1e-6)
    {
        var stepper = New(card, new Constant(voltage), tolerance);
        bool Passed(double time)
        {
            Start(stepper, from);
            stepper.Run(time);
            return (stepper.State[0] - to) * Math.Sign(to - from) >= 0;
        }

        if (!Passed(longest))
        {
            return double.PositiveInfinity;
        }

        var (low, high) = (0.0, longest);
        while (high - low > 1e-8 * high)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Passed(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    public static Stepper New(Card card, Waveform voltage, double tolerance) =>
        new(DeviceCatalog.Default.Create<Dual>(card), voltage, TransientOptions.AtTolerance(tolerance));

    // From time 0, the first state as given, the others as the model has them.
    private static void Start(Stepper stepper, double from)
    {
        stepper.Reset();
        var state = stepper.State.ToArray();
        state[0] = from;
        stepper.SetState(state);
    }
}
