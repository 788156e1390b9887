using DevicePhys.Cards;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>A device alone under two triangles of voltage: the first conditions it, the second is measured. Made for many devices of one card.</summary>
/// <remarks>
/// The device stands at an ideal source, so its equations are solved without a circuit (<see cref="Stepper"/>), which is what makes 10,000 devices
/// a matter of seconds. Switching voltages are resolved to a fraction of a point of the triangle, 1/<see cref="CurrentVoltageOptions.Points"/>
/// of its way. Not thread safe: one loop per thread.
/// </remarks>
public sealed class SwitchingLoop
{
    private readonly CharacterizationOptions options;
    private readonly double period;
    private readonly double[] times, voltages, conductances, currents;
    private readonly Stepper stepper;

    /// <summary>Prepares the loop.</summary>
    /// <param name="card">A card of the model; its pulses say at which voltage the device is read.</param>
    /// <param name="sweep">The triangle, driven by voltage and without compliance.</param>
    /// <param name="options">Where the model is found, and how exactly it is solved.</param>
    /// <exception cref="Errors.CardException">The card has no pulses, or does not fit its model.</exception>
    public SwitchingLoop(Card card, CurrentVoltageOptions sweep, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(options);
        sweep.Check();
        if (sweep.CurrentDriven || double.IsFinite(sweep.Compliance))
            throw new ArgumentException("A loop without a circuit is driven by voltage and has no compliance.", nameof(sweep));
        (this.options, period) = (options, sweep.Period);
        _ = card.Pulses;
        var triangle = (sweep with { Loops = 2 }).Triangles();
        times = new double[sweep.Points + 1];
        voltages = new double[sweep.Points + 1];
        for (var k = 0; k < times.Length; k++)
        {
            times[k] = period * (1 + ((double)k / sweep.Points));
            voltages[k] = triangle.At(times[k]);
        }

        (conductances, currents) = (new double[times.Length], new double[times.Length]);
        stepper = new Stepper(options.Catalog.Create<Dual>(card), triangle, options.Transient);
    }

    /// <summary>The voltage along the measured triangle [V].</summary>
    public ReadOnlySpan<double> Voltages => voltages;

    /// <summary>The current of the last device along it [A].</summary>
    public ReadOnlySpan<double> Currents => currents;

    /// <summary>Measures a device.</summary>
    /// <param name="card">The device.</param>
    /// <param name="random">The source of the jumps of a counting device; null for one in which counts follow their mean.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its features.</returns>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public SwitchingFeatures Run(Card card, RandomStream? random = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        var model = options.Catalog.Create<Real>(card);
        var read = new ReadBench(card, options);
        stepper.Model = options.Catalog.Create<Dual>(card);
        stepper.Reset();
        stepper.Run(period, random, cancellation);
        var (state, rates) = (new Real[model.States.Count], new Real[model.States.Count]);
        for (var k = 0; k < times.Length; k++)
        {
            stepper.Run(times[k], random, cancellation);
            for (var s = 0; s < state.Length; s++)
                state[s] = stepper.State[s];
            conductances[k] = read.Read(stepper.State);
            currents[k] = model.Evaluate(voltages[k], state, rates).Value;
        }

        return SwitchingFeatures.Of(voltages, conductances);
    }
}
