using DevicePhys.Arrays.Memory;
using DevicePhys.Cards;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays.Memory;

public sealed class AccessCostTests
{
    [Fact] // By hand: 256 × 10 fJ = 2.56 pJ; 2^20 cells of 1 µm² at 0.7: 1.2239 mm on a side, 244.8 fF, 64 such wires × 1.2² V²/2 = 11.28 pJ.
    public void An_access_opens_a_row_and_drives_the_wires_of_its_word()
    {
        var condition = new CellCondition(10e-15, 0, 0, 0, RetentionLaw.Never);
        var table = new CellTable("made", 1.2, 10e-9, 6e-9, [300], [condition], [condition], new("Made.Cell", "0", "", "C", "none", "0", 0, 0, new Dictionary<string, string>()));
        var macro = new MemoryMacro(table, new MemorySettings(1 << 20, new CellArea(1e-12, "made", ParameterStatus.Derived)) { Temperature = 300 });
        var cost = AccessCost.Read(macro, 256, 64);
        Assert.Equal(2.56e-12, cost.Row, 1e-15);
        Assert.Equal(11.28e-12, cost.Wires, 0.01e-12);
        Assert.Equal(cost.Row + cost.Wires, cost.Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessCost.Read(macro, 0, 64));
    }
}
