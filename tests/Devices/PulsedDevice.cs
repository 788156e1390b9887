using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Devices;

/// <summary>A device behind the driver and the line of its card, in the circuit engine.</summary>
internal sealed class PulsedDevice
{
    private readonly ISimulation simulation;

    public PulsedDevice(Card card, double tolerance = 1e-5)
    {
        var scheme = card.Pulses;
        var netlist = new Netlist()
            .VoltageSource("VPulse", "source", "0", new Constant(0))
            .Resistor("RDriver", "source", "line", scheme.DriverResistance)
            .Capacitor("CLine", "line", "0", scheme.LineCapacitance)
            .Device("XCell", "line", "0", DeviceCatalog.Default.Create<Dual>(card));
        simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(tolerance));
    }

    /// <summary>Puts the device in a state, gives one pulse and its idle time, and returns the state after it.</summary>
    public double[] Give(Pulse pulse, double[] state)
    {
        simulation.SetWaveform("VPulse", new PulseWaveform(0, pulse.Amplitude, 0, pulse.Edge, pulse.Width, pulse.Edge));
        simulation.Reset();
        simulation.SetState("XCell", state);
        simulation.Run(pulse.Period);
        return simulation.State("XCell").ToArray();
    }
}
