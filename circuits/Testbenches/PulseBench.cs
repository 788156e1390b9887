using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>One device behind a pulse source with driver resistance and line capacitance, ready to take pulses from any state.</summary>
/// <remarks>Not thread safe: each thread has its own. A pulse allocates nothing.</remarks>
internal sealed class PulseBench
{
    private readonly ISimulation simulation;
    private readonly double period;

    public PulseBench(Card card, Pulse pulse, CharacterizationOptions options)
    {
        var scheme = card.Pulses;
        var waveform = new PulseWaveform(low: 0, high: pulse.Amplitude, delay: 0, rise: pulse.Edge, width: pulse.Width, fall: pulse.Edge);
        Netlist = new Netlist()
            .VoltageSource("VPulse", "source", "0", waveform)
            .Resistor("RDriver", "source", "line", scheme.DriverResistance)
            .Capacitor("CLine", "line", "0", scheme.LineCapacitance)
            .Device("XCell", "line", "0", options.Catalog.Create<Dual>(card));
        simulation = CircuitEngines.Get(options.Engine).Prepare(Netlist, new TransientOptions());
        period = pulse.Period;
    }

    public Netlist Netlist { get; }

    /// <summary>Gives one pulse and its idle time.</summary>
    /// <param name="state">[States] of the device: before, then after.</param>
    /// <param name="random">The source of jumps, or null for the mean-field device.</param>
    /// <returns>The energy drawn from the pulse source [J].</returns>
    public double Give(Span<double> state, RandomStream? random)
    {
        simulation.Start();
        simulation.SetState("XCell", state);
        simulation.Run(period, random);
        simulation.CopyState("XCell", state);
        return simulation.SourceEnergy("VPulse");
    }
}
