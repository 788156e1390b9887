using DevicePhys.Tables;

namespace DevicePhys.Tests.Tables;

/// <summary>Small tables with every part filled.</summary>
internal static class TestTables
{
    public const int Bins = 3;
    public const int Levels = 2;

    public static TableProvenance Provenance { get; } = new(
        "SoftSwitch.Example", new string('a', 64), "MTJ conductance", "V - R 50 Ohm - X", "builtin", "0.1.0", 400, ulong.MaxValue,
        new Dictionary<string, string> { ["levels"] = "2", ["bins"] = "3", ["note"] = "µ \"quoted\" \n" });

    public static CountChain Chain { get; } = new(
        new[] { 1e-6, 2e-6, 3e-6 },
        new[] { 0.5, 0.5, 0, 0, 0.25, 0.75, 0, 0, 1 },
        new[] { 1, 0, 0, 0.1, 0.9, 0, 0, 0.2, 0.8 });

    public static PulseTable Counting { get; } = Table(Chain, double.PositiveInfinity, 2);

    public static PulseTable Plain { get; } = Table(null, 3.2e8, 0);

    public static PulseTable Table(CountChain? chain, double retention, int population) => new(
        Bins,
        Levels,
        Corner(1),
        [.. Enumerable.Range(0, population).Select(i => Corner(1.1 + i))],
        new PulseRecord(1.2, 10e-9, 1e-6, 3e-13),
        new PulseRecord(-1, 20e-9, 1e-6, 5e-13),
        retention,
        chain,
        Provenance);

    public static TableCorner Corner(double scale) => new(
        1e-6 * scale,
        3e-6 * scale,
        new[] { 0, 1e-6, 0.1e-6, 0.9e-6, 0, 0 },
        new[] { 0, 0, -1e-6, -0.5e-6, -1e-6, 0 },
        new[] { 1e-9, 2e-9, 0 });
}
