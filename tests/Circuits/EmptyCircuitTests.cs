using DevicePhys.Circuits;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class EmptyCircuitTests
{
    [Fact]
    public void A_circuit_of_nothing_but_ground_runs()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist());
        simulation.Run(1);
        Assert.Equal(1, simulation.Time);
        Assert.Equal(0, simulation.Voltage("0"));
    }
}
