using DevicePhys.Cards;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Traces;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>How a device that was left at a voltage changes its conductance: retention at 0 V, read disturb at the read voltage.</summary>
/// <remarks>Counts follow their mean.</remarks>
public static class StateDecay
{
    private const int PerDecade = 8;

    /// <summary>Waits.</summary>
    /// <param name="card">The card; its pulses say how it is read.</param>
    /// <param name="voltage">The voltage across the device meanwhile [V].</param>
    /// <param name="shortest">The first point [s].</param>
    /// <param name="longest">The last one [s].</param>
    /// <param name="options">Where the model is found.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>"time" [s]; "high" and "low": the conductance of a device that conducted most, and of one that conducted least [S].</returns>
    /// <exception cref="Errors.CardException">The card has no pulses, or does not fit its model.</exception>
    public static Trace Run(Card card, double voltage, double shortest, double longest, CharacterizationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(options);
        if (!(shortest > 0 && longest > shortest && double.IsFinite(longest)))
            throw new ArgumentOutOfRangeException(nameof(longest), longest, "The wait should be a finite time, longer than its first point.");
        var model = options.Catalog.Create<Real>(card);
        var preparation = new StatePreparation(model, 2);
        var read = new ReadBench(card, options);
        var least = preparation.LeastConducting(read);
        var steppers = new Stepper[2];
        for (var bin = 0; bin < 2; bin++)
        {
            var state = new double[model.States.Count];
            preparation.Rest(bin == 0 ? least : preparation.Bins - 1 - least, state);
            steppers[bin] = new Stepper(options.Catalog.Create<Dual>(card), new Constant(voltage), TransientOptions.AtTolerance(1e-5));
            steppers[bin].SetState(state);
        }

        var trace = new Trace(new("time", "s"), new("high", "S"), new("low", "S"));
        trace.Append(0, read.Read(steppers[1].State), read.Read(steppers[0].State));
        var points = (int)Math.Ceiling(PerDecade * Math.Log10(longest / shortest));
        for (var point = 0; point <= points; point++)
        {
            cancellation.ThrowIfCancellationRequested();
            var time = point == points ? longest : shortest * Math.Pow(10, (double)point / PerDecade);
            steppers[0].Run(time, cancellation: cancellation);
            steppers[1].Run(time, cancellation: cancellation);
            trace.Append(time, read.Read(steppers[1].State), read.Read(steppers[0].State));
        }

        return trace;
    }
}
