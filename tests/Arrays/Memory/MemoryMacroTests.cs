using DevicePhys.Arrays.Memory;
using DevicePhys.Cards;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays.Memory;

public sealed class MemoryMacroTests
{
    private static readonly MemorySettings Megabit = new(1 << 20, new CellArea(1e-12, "made", ParameterStatus.Derived)) { Temperature = 300, ErrorTarget = 0.5 };

    [Fact]
    public void A_refresh_of_33_fC_each_3_46_ms_is_the_published_9_54_pA_per_bit()
    {
        // 10 µA/Mbit = 9.54 pA/bit; (5 + 50) fF times 0.6 V in 3.46 ms (the check calculation gives 3.5 ms, rounded).
        const double charge = 55e-15 * 0.6, supply = 1.2;
        var condition = new CellCondition(charge * supply, 0, charge * supply, 0, new RetentionLaw(3.46e-3, 0.8, 0.8, -2));
        var macro = new MemoryMacro(Table(supply, condition), Megabit);
        Assert.Equal(3.46e-3, macro.RefreshInterval, 1e-12);
        Assert.Equal(10e-6, macro.StandbyPerMegabit, 0.01e-6);
        Assert.Equal(9.54e-12, macro.StandbyCurrent / macro.Capacity, 0.01e-12);
        Assert.Equal(macro.StandbyCurrent * supply, macro.StandbyPower, 1e-15);
    }

    [Fact]
    public void A_static_macro_leaks_and_needs_no_refresh()
    {
        var macro = new MemoryMacro(Table(1.2, new CellCondition(1e-15, 3e-15, 0, 5e-12, RetentionLaw.Never)), Megabit);
        Assert.Equal((0, 0, double.PositiveInfinity), (macro.RefreshCurrent, macro.RefreshShare, macro.RefreshInterval));
        Assert.Equal(5e-12 * (1 << 20), macro.StandbyCurrent, 1e-12);
        Assert.Equal((8, (1 << 20) * 1e-12 / 0.7), (macro.Banks, macro.Area));
    }

    [Fact]
    public void A_bank_of_512_rows_refreshes_them_all_in_one_interval()
    {
        var condition = new CellCondition(0, 0, 1e-15, 0, new RetentionLaw(1e-3, 0, 0, -2));
        Assert.Equal(512 * 10e-9 / 1e-3, new MemoryMacro(Table(1, condition), Megabit).RefreshShare, 1e-12);
    }

    [Fact]
    public void Settings_that_cannot_be_are_one_sentence()
    {
        var table = Table(1, new CellCondition(0, 0, 1e-15, 0, new RetentionLaw(1e-6, 0, 0, -2)));
        Says(Megabit, "made: a bank needs 5.12E-06 s to refresh its rows, but its cells keep their bits for 1E-06 s only at 300 K and an error of 0.5.");
        Says(Megabit with { Capacity = 1000 }, "A capacity of 1000 bits should be a whole number of banks of 131072 bits.");
        Says(Megabit with { RowBits = 300 }, "A bank of 131072 bits should be a whole number of rows of 300 bits.");
        Says(Megabit with { ArrayEfficiency = 0 }, "The array efficiency 0 should lie above 0 and be at most 1.");
        Says(Megabit with { Area = new CellArea(0, "made", ParameterStatus.Derived) }, "The area of a cell should be a finite number above 0.");

        void Says(MemorySettings settings, string sentence) =>
            Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => new MemoryMacro(table, settings)).Message);
    }

    private static CellTable Table(double supply, CellCondition condition) =>
        new("made", supply, 10e-9, 6e-9, [300], [condition], [condition], new("Made.Cell", "0", "", "C", "none", "0", 0, 0, new Dictionary<string, string>()));
}
