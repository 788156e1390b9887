namespace DevicePhys.Arrays.Wires;

/// <summary>One kind of line seen electrically: its segments, and the conductance through which each end is connected.</summary>
/// <param name="Segment">Resistance between neighbouring nodes [Ohm].</param>
/// <param name="First">Conductance to the outside at the first node, 0 where it is open [S].</param>
/// <param name="Last">Conductance to the outside at the last node, 0 where it is open [S].</param>
/// <param name="Ideal">Whether the line has no resistance at all: every node is at the outside's voltage.</param>
internal readonly record struct Line(double Segment, double First, double Last, bool Ideal)
{
    /// <summary>A line of segments with a resistance at its connected ends, in series with one more segment.</summary>
    public static Line Of(double segment, double end, LineEnds connected)
    {
        var ideal = segment + end == 0;
        var conductance = ideal ? 0 : 1 / (segment + end);
        return new Line(segment, connected == LineEnds.Last ? 0 : conductance, connected == LineEnds.First ? 0 : conductance, ideal);
    }
}
