using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Simulation;

/// <summary>One device alone under an ideal voltage: the shortest way from a model to its response.</summary>
/// <remarks>
/// The same integrator and the same jump clock as the circuit engine, without the circuit. A run allocates nothing, and running on from where the
/// last
/// one stopped is as good as one long run. Not thread safe: one stepper per thread.
/// </remarks>
public sealed class Stepper
{
    private readonly DeviceEquations device;
    private readonly StepperSystem system;
    private readonly Integrator integrator;

    /// <summary>Creates a stepper at time 0 with the initial states of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="options">How exactly to solve it; null for the defaults.</param>
    public Stepper(ITwoTerminal<Dual> model, Waveform voltage, TransientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(voltage);
        device = new DeviceEquations(model);
        system = new StepperSystem(device, voltage, options ?? new TransientOptions());
        integrator = new Integrator(system, options ?? new TransientOptions());
        Reset();
    }

    /// <summary>The time [s].</summary>
    public double Time => integrator.Time;

    /// <summary>The states [States], in the order of the model.</summary>
    public ReadOnlySpan<double> State => integrator.Unknowns;

    /// <summary>The charge that has flowed into the first terminal since the last <see cref="Reset"/> [C].</summary>
    public double Charge => integrator.Integrals[0];

    /// <summary>The energy that has gone into the device since the last <see cref="Reset"/> [J].</summary>
    public double Energy => integrator.Integrals[1];

    /// <summary>What the runs have cost so far.</summary>
    public RunStatistics Statistics => integrator.Statistics;

    /// <summary>The model; another one must have the same kinds of states.</summary>
    /// <exception cref="ArgumentException">The states differ in number or kind.</exception>
    public ITwoTerminal<Dual> Model
    {
        get => device.Model;
        set
        {
            device.Model = value;
            integrator.Disturb();
        }
    }

    /// <summary>The voltage, a function of the time since the last <see cref="Reset"/>.</summary>
    public Waveform Voltage
    {
        get => system.Waveform;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            system.Waveform = value;
            integrator.Disturb();
        }
    }

    /// <summary>Back to time 0 and the initial states of the model.</summary>
    public void Reset()
    {
        for (var i = 0; i < device.Count; i++)
            integrator.Unknowns[i] = device.Model.States[i].Initial;
        integrator.Reset();
    }

    /// <summary>Puts the device in a state; the time stays.</summary>
    /// <param name="state">[States]; an algebraic one is a first guess.</param>
    /// <exception cref="ArgumentException">The number of states is wrong.</exception>
    public void SetState(params ReadOnlySpan<double> state)
    {
        if (state.Length != device.Count)
            throw new ArgumentException($"{state.Length} states were given; the model has {device.Count}.", nameof(state));
        state.CopyTo(integrator.Unknowns);
        system.Charges(Time, integrator.Unknowns, integrator.Charges);
        integrator.Disturb();
    }

    /// <summary>Runs to a time.</summary>
    /// <param name="stop">When to stop, at or after <see cref="Time"/> [s].</param>
    /// <param name="random">The source of the jumps; null for a run in which counts follow their mean.</param>
    /// <param name="cancellation">Ends the run between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed already, or is not finite.</exception>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution.</exception>
    public void Run(double stop, RandomStream? random = null, CancellationToken cancellation = default)
    {
        while (!integrator.HasReached(stop))
        {
            cancellation.ThrowIfCancellationRequested();
            if (integrator.Step(stop, random) == StepOutcome.JumpDue)
                integrator.ApplyJump(random!);
        }
    }
}
