using DevicePhys.Tables;

namespace DevicePhys.Tests.Spiking;

/// <summary>Made-up bit cells whose zeros last.</summary>
internal static class SomeCells
{
    /// <summary>A cell that loses its ones after 50 ms in the median.</summary>
    public static CellTable Leaky { get; } = Table(new RetentionLaw(0.05, 0.8, 0.8, -2));

    /// <summary>A cell.</summary>
    /// <param name="one">How it loses its ones.</param>
    public static CellTable Table(RetentionLaw one) => new(
        "leaky", 1.2, 1e-8, 5e-9, [300.15], [new CellCondition(1e-14, 3e-14, 5e-15, 1e-12, RetentionLaw.Never)], [new CellCondition(2e-14, 4e-14, 6e-15, 1e-12, one)],
        new TableProvenance("leaky", "", "", "", "none", "0", 0, 0, new Dictionary<string, string>()));
}
