namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>The path of one skyrmion.</summary>
/// <param name="Number">Its number, from 0 in the order of appearance.</param>
public sealed record SkyrmionPath(int Number)
{
    private readonly List<double> times = [];
    private readonly List<TrackPoint> points = [];

    /// <summary>[Points], [s], ascending: from its nucleation to its end.</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>[Points]: where it was.</summary>
    public IReadOnlyList<TrackPoint> Points => points;

    /// <summary>What became of it.</summary>
    public SkyrmionFate Fate { get; internal set; }

    internal void Add(double time, TrackPoint point)
    {
        times.Add(time);
        points.Add(point);
    }
}
