using DevicePhys.Tables;

namespace DevicePhys.Tests.Tables;

internal static class TestCellTables
{
    /// <summary>A dynamic cell with two temperatures; its 0 is never lost in the cold.</summary>
    public static CellTable Dynamic { get; } = new(
        "made", 1.2, 10e-9, 6e-9, [300, 360],
        [
            new(50e-15, 90e-15, 50e-15, 1e-15, RetentionLaw.Never),
            new(52e-15, 92e-15, 52e-15, 1e-13, new(0.5, 0.7, 1.1, -2)),
        ],
        [
            new(60e-15, 95e-15, 60e-15, 1e-15, new(4, 0.8, 1.2, -2)),
            new(62e-15, 97e-15, 62e-15, 1e-13, new(0.1, 0.7, 1.1, -2)),
        ],
        new("Made.Cell", "0", "", "C", "none", "0", 0, 0, new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }));
}
