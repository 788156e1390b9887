using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>A card's device alone under an ideal voltage: its current and rates, and how its first state moves.</summary>
/// <remarks>Not thread safe.</remarks>
public sealed class DeviceResponse
{
    private readonly ITwoTerminal<Dual> model;
    private readonly ITwoTerminal<Real> values;
    private readonly HeldDevice held;

    /// <summary>Builds the device.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public DeviceResponse(Card card, ModelCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        (model, values) = (catalog.Create<Dual>(card), catalog.Create<Real>(card));
        held = new HeldDevice(model);
    }

    /// <summary>The current [A] at a voltage, with the algebraic states solved.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">The leading states; the others are as the model has them at first.</param>
    /// <exception cref="Errors.ConvergenceException">The algebraic states were not found.</exception>
    public double Current(double voltage, params ReadOnlySpan<double> state) => held.Current(voltage, Whole(state));

    /// <summary>The rate of the first state [1/s].</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">The leading states; the others are as the model has them at first.</param>
    /// <exception cref="Errors.ConvergenceException">The algebraic states were not found.</exception>
    public double Rate(double voltage, params ReadOnlySpan<double> state)
    {
        var solved = Array.ConvertAll(held.Solve(voltage, Whole(state)), value => (Real)value);
        var rates = new Real[solved.Length];
        values.Evaluate(voltage, solved, rates);
        return rates[0].Value;
    }

    /// <summary>The first state after a time.</summary>
    /// <param name="voltage">The voltage, from time 0.</param>
    /// <param name="from">The first state at time 0.</param>
    /// <param name="time">The time [s].</param>
    /// <param name="tolerance">The relative tolerance of the integration.</param>
    public double After(Waveform voltage, double from, double time, double tolerance = 1e-7)
    {
        var stepper = Start(voltage, from, tolerance);
        stepper.Run(time);
        return stepper.State[0];
    }

    /// <summary>When the first state passes a value under a constant voltage [s]; infinite when it does not in time.</summary>
    /// <param name="voltage">The voltage [V].</param>
    /// <param name="from">The first state at time 0.</param>
    /// <param name="to">The value.</param>
    /// <param name="longest">How long to wait [s].</param>
    /// <param name="tolerance">The relative tolerance of the integration; the time is found to 1e-8 of itself beyond it.</param>
    public double TimeTo(double voltage, double from, double to, double longest, double tolerance = 1e-6)
    {
        var waveform = new Constant(voltage);
        bool Passed(double time) => (After(waveform, from, time, tolerance) - to) * Math.Sign(to - from) >= 0;
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

    /// <summary>A stepper at time 0 with the first state as given.</summary>
    /// <param name="voltage">The voltage, from time 0.</param>
    /// <param name="from">The first state.</param>
    /// <param name="tolerance">The relative tolerance of the integration.</param>
    public Stepper Start(Waveform voltage, double from, double tolerance)
    {
        var stepper = new Stepper(model, voltage, TransientOptions.AtTolerance(tolerance));
        stepper.SetState(Whole([from]));
        return stepper;
    }

    private double[] Whole(ReadOnlySpan<double> leading)
    {
        var state = model.States.Select(variable => variable.Initial).ToArray();
        leading.CopyTo(state);
        return state;
    }
}
