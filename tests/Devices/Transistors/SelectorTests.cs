using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Transistors;

public sealed class SelectorTests
{
    [Fact] // NeuroSim's selector nonlinearity: I(V)/I(V/2) = 10; closed form 2 cosh(V/2V0).
    public void The_half_select_ratio_is_that_of_its_card()
    {
        var selector = DeviceCatalog.Default.Create<Real>(DeviceCatalog.Default.Card("ExponentialSelector.HalfSelect10").With("RS", 0));
        double I(double voltage) => selector.Evaluate(voltage, [], []).Value;
        Assert.Equal(10, I(1) / I(0.5), 1e-2);
        Assert.Equal(0.5 / 0.2181, Math.Acosh(I(1) / I(0.5) / 2), 1e-9);
    }

    [Fact] // Definition of the device: on at VTh, off at VHold, on state V = VHold + I ROn.
    public void A_threshold_selector_turns_on_at_one_voltage_and_off_at_a_lower_one()
    {
        var card = DeviceCatalog.Default.Card("ThresholdSelector.Ots");
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new PiecewiseLinear([0, 1e-6, 2e-6], [0, 2, 0]))
            .Resistor("R1", "in", "out", 10e3)
            .Capacitor("C1", "out", "0", 1e-15)
            .Device("X1", "out", "0", DeviceCatalog.Default.Create<Dual>(card));
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-4));
        double on = 0, off = 0, highest = 0;
        for (var i = 1; i <= 2000; i++)
        {
            simulation.Run(i * 1e-9);
            highest = Math.Max(highest, simulation.Voltage("out"));
            on = on == 0 && simulation.State("X1")[0] > 0.5 ? simulation.Time : on;
            off = on > 0 && off == 0 && simulation.Time > 1e-6 && simulation.State("X1")[0] < 0.5 ? simulation.Time : off;
            if (i == 1000)
                Assert.Equal(0.6 + (1e3 * (2 - 0.6) / 11e3), simulation.Voltage("out"), 2e-2);
        }

        Assert.Equal(1.2, highest, 0.05);
        Assert.Equal(1.2, 2e6 * on, 0.06);

        // Off where the source no longer holds it: at the holding voltage, with no current left.
        Assert.Equal(0.6, 2 - (2e6 * (off - 1e-6)), 0.06);
    }
}
