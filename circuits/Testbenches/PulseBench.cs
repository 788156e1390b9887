using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>One device behind a pulse source with driver resistance and line capacitance, ready to take a pulse from any state.</summary>
/// <remarks>Not thread safe: each thread has its own. A pulse allocates nothing.</remarks>
internal sealed class PulseBench
{
    private readonly ISimulation simulation;
    private readonly double period;

    public PulseBench(Card card, Pulse pulse, CharacterizationOptions options, TransientOptions? transient = null)
        : this(new ResistiveCell(card) { Catalog = options.Catalog }, pulse, options, transient)
    {
    }

    public PulseBench(ResistiveCell cell, Pulse pulse, CharacterizationOptions options, TransientOptions? transient = null)
    {
        var waveform = new PulseWaveform(low: 0, high: pulse.Amplitude, delay: 0, rise: pulse.Edge, width: pulse.Width, fall: pulse.Edge);
        simulation = CircuitEngines.Get(options.Engine).Prepare(cell.Build(waveform), transient ?? options.Transient);
        period = pulse.Period;
    }

    /// <summary>The circuit, one line.</summary>
    public string Circuit => simulation.Netlist.Describe();

    /// <summary>Takes another sample of the same model, such as the one of the next cycle.</summary>
    public void Use(ITwoTerminal<Dual> model) => simulation.SetModel(ResistiveCell.Element, model);

    /// <summary>Gives one pulse and its idle time.</summary>
    /// <param name="state">[States] of the device: before, then after.</param>
    /// <param name="random">The source of jumps, or null for the mean-field device.</param>
    /// <param name="probe">Watches the run, or null.</param>
    /// <returns>The energy drawn from the pulse source [J].</returns>
    public double Give(Span<double> state, RandomStream? random, IProbe? probe = null)
    {
        simulation.Reset();
        simulation.SetState(ResistiveCell.Element, state);
        simulation.Run(period, random, probe);
        simulation.State(ResistiveCell.Element).CopyTo(state);
        return simulation.Energy(ResistiveCell.Source);
    }

    /// <summary>What the device sees, for a probe.</summary>
    public static (double Voltage, ReadOnlyMemory<double> State) Seen(ISimulation simulation) =>
        (simulation.Voltage(ResistiveCell.Line), simulation.State(ResistiveCell.Element).ToArray());
}
