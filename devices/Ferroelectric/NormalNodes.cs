namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A standard normal distribution as five weighted points that share its first nine moments (Gauss and Hermite).</summary>
internal static class NormalNodes
{
    /// <summary>How many points.</summary>
    public const int Count = 5;

    private static readonly double Outer = Math.Sqrt(5 + Math.Sqrt(10)), Inner = Math.Sqrt(5 - Math.Sqrt(10));

    /// <summary>[Count] the points, ascending.</summary>
    public static IReadOnlyList<double> Points { get; } = [-Outer, -Inner, 0, Inner, Outer];

    /// <summary>[Count] their weights, with sum 1.</summary>
    public static IReadOnlyList<double> Weights { get; } = [(7 - (2 * Math.Sqrt(10))) / 60, (7 + (2 * Math.Sqrt(10))) / 60, 8.0 / 15, (7 + (2 * Math.Sqrt(10))) / 60, (7 - (2 * Math.Sqrt(10))) / 60];
}
