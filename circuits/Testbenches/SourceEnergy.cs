using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The energy that all sources of a circuit have delivered.</summary>
internal sealed class SourceEnergy(Netlist netlist)
{
    private readonly string[] sources = [.. netlist.Elements.OfType<VoltageSource>().Select(source => source.Name)];

    /// <summary>The sum [J].</summary>
    public double Total(ISimulation simulation)
    {
        var sum = 0.0;
        foreach (var source in sources)
            sum += simulation.Energy(source);
        return sum;
    }
}
