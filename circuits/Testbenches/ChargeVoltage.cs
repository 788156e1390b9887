using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The charge of a capacitive device against its voltage, under a triangle: the hysteresis loop of a ferroelectric.</summary>
/// <remarks>An ideal voltage drives the device alone; a Sawyer-Tower capacitor in series would take a part of it.</remarks>
public static class ChargeVoltage
{
    /// <summary>Runs the sweep.</summary>
    /// <param name="card">The card of a device that holds a charge.</param>
    /// <param name="options">The triangle, of voltage; compliance and engine are not used.</param>
    /// <param name="catalog">Where models are found.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>"time" [s], "voltage" [V], "charge" [C], and the states of the device.</returns>
    /// <exception cref="ArgumentException">The device holds no charge, or an option does not fit.</exception>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static Trace Run(Card card, CurrentVoltageOptions options, ModelCatalog catalog, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        options.Check();
        if (catalog.Create<Dual>(card) is not ICapacitive<Dual> model)
            throw new ArgumentException($"{card.Id}: the device holds no charge.", nameof(card));
        if (options.CurrentDriven)
            throw new ArgumentException($"{card.Id}: its charge is swept by a voltage, not by a current.", nameof(options));
        var wave = options.Triangles();
        var stepper = new Stepper(model, wave, TransientOptions.AtTolerance(1e-6));
        stepper.SetState(StartStates.Of(model.States, options.Start));
        var trace = new Trace([new("time", "s"), new("voltage", "V"), new("charge", "C"), .. model.States.Select(state => new TraceColumn(state.Name, state.Unit))]);
        var (row, state) = (new double[3 + model.States.Count], new Dual[model.States.Count]);
        for (var k = 0; k <= options.Loops * options.Points; k++)
        {
            stepper.Run(options.Period * k / options.Points, cancellation: cancellation);
            for (var i = 0; i < state.Length; i++)
                state[i] = row[3 + i] = stepper.State[i];
            var voltage = wave.At(stepper.Time);
            (row[0], row[1], row[2]) = (stepper.Time, voltage, model.Charge(voltage, state).Value);
            trace.Append(row);
        }

        return trace;
    }
}
