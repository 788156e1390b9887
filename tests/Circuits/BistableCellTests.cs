using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>physics.md V38: an open-base npn with avalanche has one or three rests of its body voltage.</summary>
public sealed class BistableCellTests
{
    private static readonly IMultiTerminal<Dual> Npn =
        DeviceCatalog.Default.CreateMultiTerminal<Dual>(DeviceCatalog.Default.Card("GummelPoon.FloatingBody"));

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.3)]
    public void A_low_well_voltage_has_one_rest(double well) => Assert.Single(Roots(well));

    [Theory]
    [InlineData(1.5, 0.037, 0.487, 0.630)]
    [InlineData(1.8, 0.039, 0.398, 0.710)]
    public void A_high_well_voltage_has_three(double well, double low, double middle, double high)
    {
        var roots = Roots(well);
        Assert.Equal(3, roots.Count);
        Assert.Equal(low, roots[0], 2e-3);
        Assert.Equal(middle, roots[1], 2e-3);
        Assert.Equal(high, roots[2], 2e-3);
    }

    [Theory]
    [InlineData(0.7, 0.630)]
    [InlineData(-0.2, 0.037)]
    public void Both_states_are_written_and_held(double write, double held)
    {
        // The word line couples into the body: up to 0.7 V for 20 ns writes one state, down the other; then 100 µs with nothing but the well.
        var netlist = new Netlist()
            .VoltageSource("Vwell", "well", "0", new Constant(1.5))
            .VoltageSource("Vwrite", "w", "0", new PulseWaveform(0, write, 10e-9, 1e-9, 20e-9, 1e-9))
            .VoltageSource("Vselect", "s", "0", new PulseWaveform(0, 1, 5e-9, 1e-9, 20e-9, 1e-9))
            .Add(new Switch("S1", "w", "body", "s", "0", 0.5, 0.2, 1e4, 1e18))
            .Device("Q1", ["well", "body", "0"], Npn);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Run(25e-9);
        Assert.Equal(write, simulation.Voltage("body"), 0.05);
        simulation.Run(100e-6);
        var early = simulation.Voltage("body");
        simulation.Run(1);
        Assert.Equal(held, simulation.Voltage("body"), 2e-3);
        Assert.InRange(early, held - 0.25, held + 0.1);
    }

    // The body is held by a source; where its current changes sign the open body is at rest.
    private static List<double> Roots(double well)
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("Vwell", "well", "0", new Constant(well))
            .VoltageSource("Vbody", "body", "0", new Constant(0))
            .Device("Q1", ["well", "body", "0"], Npn));
        var roots = new List<double>();
        var before = double.NaN;
        for (var i = 0; i <= 1000; i++)
        {
            var now = Current(0.8e-3 * i);
            if (before * now < 0)
                roots.Add(Bisect(0.8e-3 * (i - 1), 0.8e-3 * i));
            before = now;
        }

        return roots;

        double Current(double body)
        {
            simulation.SetWaveform("Vbody", new Constant(body));
            simulation.Rest();
            return simulation.Current("Vbody");
        }

        double Bisect(double low, double high)
        {
            var sign = Math.Sign(Current(low));
            for (var i = 0; i < 40; i++)
            {
                var middle = 0.5 * (low + high);
                (low, high) = Math.Sign(Current(middle)) == sign ? (middle, high) : (low, middle);
            }

            return low;
        }
    }
}
