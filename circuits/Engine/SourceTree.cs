using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>The voltage sources as trees: what they hold, and what flows through them.</summary>
internal sealed class SourceTree(Topology topology, SourceValues sources)
{
    private readonly TieLink[] links = [.. topology.Links];
    private readonly TieLink[] grounded = [.. topology.Links.Where(link => topology.Unknown[link.Node] == topology.UnknownCount)];
    private readonly TieLink[] floating = [.. topology.Links.Where(link => topology.Unknown[link.Node] < topology.UnknownCount)];
    private readonly int[] branches = [.. topology.Sources.Select(s => topology.IsBranch(s) ? topology.Branch(s.Name) : -1)];
    private readonly bool[] isCurrent = [.. topology.Sources.Select(s => s is CurrentSource)];
    private readonly (int Plus, int Minus)[] ends = [.. topology.Sources.Select(s => (topology.Node(s.Nodes[0]), topology.Node(s.Nodes[1])))];

    private long version = -1;
    private double heldScale;

    /// <summary>Sets the potentials of all held nodes from those of the free ones; those tied to ground only when the sources have moved.</summary>
    /// <param name="potential">[Nodes], the same array at every call [V].</param>
    /// <param name="scale">What part of the sources is switched on.</param>
    public void Hold(double[] potential, double scale)
    {
        if (version != sources.Version || scale != heldScale)
        {
            (version, heldScale) = (sources.Version, scale);
            Hold(grounded, potential, scale);
        }

        Hold(floating, potential, scale);
    }

    /// <summary>The current of every source out of its plus node into the circuit.</summary>
    /// <param name="flow">[Nodes]: the currents that leave the nodes into all other elements [A]; used up.</param>
    /// <param name="branchCurrents">[Branches] [A].</param>
    /// <param name="currents">[Sources], filled [A].</param>
    public void Currents(double[] flow, double[] branchCurrents, Span<double> currents)
    {
        for (var source = 0; source < currents.Length; source++)
            currents[source] = isCurrent[source] ? -sources[source] : branches[source] >= 0 ? branchCurrents[branches[source]] : 0;

        // What leaves the far end of a source, and all that hangs on it, has come through the source.
        for (var i = links.Length - 1; i >= 0; i--)
        {
            var link = links[i];
            flow[link.Parent] += flow[link.Node];
            currents[link.Source] = link.Sign * flow[link.Node];
        }
    }

    /// <summary>Adds the power that voltage sources deliver into flows.</summary>
    /// <param name="flow">[Nodes]: the currents that leave the nodes [A]; used up.</param>
    /// <param name="power">[Sources], added to [W].</param>
    public void AddPower(double[] flow, Span<double> power)
    {
        for (var i = links.Length - 1; i >= 0; i--)
        {
            var link = links[i];
            flow[link.Parent] += flow[link.Node];
            power[link.Source] += link.Sign * flow[link.Node] * sources[link.Source];
        }
    }

    /// <summary>Plus against minus of a source [V].</summary>
    public double Voltage(int source, double[] potential) => potential[ends[source].Plus] - potential[ends[source].Minus];

    private void Hold(TieLink[] ties, double[] potential, double scale)
    {
        foreach (var link in ties)
            potential[link.Node] = potential[link.Parent] + (link.Sign * scale * sources[link.Source]);
    }
}
