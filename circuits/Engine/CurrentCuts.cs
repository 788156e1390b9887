using DevicePhys.Circuits.Elements;

namespace DevicePhys.Circuits.Engine;

/// <summary>Parts of a circuit that steady current enters through current sources alone: a rest they have only where those currents add up to 0.</summary>
internal sealed class CurrentCuts
{
    private readonly Topology topology;
    private readonly (int Source, int Into, int OutOf)[] feeds;
    private readonly double[] net, gross;

    /// <summary>Finds them.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="topology">Its graph.</param>
    /// <param name="conducting">Which nodes a steady current joins.</param>
    public CurrentCuts(Netlist netlist, Topology topology, Groups conducting)
    {
        this.topology = topology;
        feeds =
        [
            .. netlist.Elements.OfType<CurrentSource>()
                .Select(s => (
                    Source: Array.IndexOf(topology.Sources, s),
                    Into: conducting.Of(topology.Node(s.Nodes[1])),
                    OutOf: conducting.Of(topology.Node(s.Nodes[0]))))
                .Where(feed => feed.Into != feed.OutOf),
        ];
        (net, gross) = (new double[topology.Names.Length], new double[topology.Names.Length]);
    }

    /// <summary>What is wrong with the sources at their present values, or null.</summary>
    /// <param name="values">[Sources] [V or A].</param>
    /// <param name="node">A node of the part that is fed.</param>
    public string? Fault(ReadOnlySpan<double> values, out string node)
    {
        node = "";
        Array.Clear(net);
        Array.Clear(gross);
        foreach (var (source, into, outOf) in feeds)
        {
            var current = values[source];
            (net[into], net[outOf]) = (net[into] + current, net[outOf] - current);
            (gross[into], gross[outOf]) = (gross[into] + Math.Abs(current), gross[outOf] + Math.Abs(current));
        }

        for (var part = 1; part < net.Length; part++)
        {
            // Sources that cancel may do so up to rounding.
            if (!(Math.Abs(net[part]) > 1e-12 * gross[part]))
                continue;
            node = topology.Names[part];
            return Sentence(part, node);
        }

        return null;
    }

    private string Sentence(int part, string node)
    {
        var names = feeds.Where(feed => feed.Into == part || feed.OutOf == part).Select(feed => topology.Sources[feed.Source].Name);
        return FormattableString.Invariant(
            $"Node '{node}' is reached by no steady current but that of {string.Join(", ", names)}, {net[part]:G4} A at rest, which cannot leave it; a resistor to ground gives it a way, or the source should be at 0 A.");
    }
}
