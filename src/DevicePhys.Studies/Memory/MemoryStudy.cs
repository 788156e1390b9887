using System.Globalization;
using DevicePhys.Arrays.Memory;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Memory;

/// <summary>The claims made for one-transistor SRAM, each beside what follows from the cells. Nothing is tuned to meet them.</summary>
public static class MemoryStudy
{
    private const long Megabit = 1 << 20;
    private const int Word = 64;
    private const double Node130 = 0.13e-6, Node90 = 90e-9, Node28 = 28e-9;

    // A field of the lithography, 26 mm × 33 mm: the largest die.
    private const double Field = 26e-3 * 33e-3;

    /// <summary>The settings of a macro of one of the cells, at the node of its cards.</summary>
    /// <param name="name">A key of <see cref="CellCharacterization.Cells"/>.</param>
    /// <param name="capacity">Bits.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public static MemorySettings Settings(string name, long capacity) => new(capacity, name switch
    {
        "6T" => CellArea.SixTransistors(Node130),
        "bistable" => new CellArea(0.025e-12, "0.025 µm² at 28 nm, Zeno Semiconductor on Han et al., IEDM 2015", Cards.ParameterStatus.Quoted),
        _ when CellCharacterization.Cells.TryGetValue(name, out var cell) && cell is DramCell dram => Capacitor(dram.Plate, dram.Storage),
        _ => throw new ArgumentException($"'{name}' is not a cell of a memory, expected one of {string.Join(", ", CellCharacterization.Cells.Keys)}."),
    });

    /// <summary>The figures of 64 Mb macros.</summary>
    /// <param name="tables">The tables of 6T, 1T-1C, 1T-SRAM-M and 1T-SRAM-Q, by name.</param>
    /// <param name="temperature">The temperature [K].</param>
    /// <param name="errorTarget">The probability with which a bit may be lost between two refreshes.</param>
    /// <exception cref="ArgumentException">A table is missing, or a macro is not possible.</exception>
    public static IReadOnlyList<MemoryClaim> Claims(IReadOnlyDictionary<string, CellTable> tables, double temperature, double errorTarget)
    {
        ArgumentNullException.ThrowIfNull(tables);
        MemoryMacro Macro(string name) => tables.TryGetValue(name, out var table)
            ? new(table, Settings(name, 64 * Megabit) with { Temperature = temperature, ErrorTarget = errorTarget })
            : throw new ArgumentException($"The table of '{name}' is missing, expected 6T, 1T-1C, 1T-SRAM-M and 1T-SRAM-Q.");
        var (six, one, low, dense) = (Macro("6T"), Macro("1T-1C"), Macro("1T-SRAM-M"), Macro("1T-SRAM-Q"));
        var condition = string.Create(CultureInfo.InvariantCulture, $"cell tables at {temperature} K, error target {errorTarget:0.#e0}");
        var areas = $"6T: {Settings("6T", Megabit).Area.Source}; 1T-1C: {Settings("1T-1C", Megabit).Area.Source}";
        var folded = Settings("1T-SRAM-Q", Megabit).Area;
        var row = Settings("6T", Megabit).RowBits;
        var access = condition + $"; {row} cells opened, {Word} bits over wires of 0.2 fF/µm as long as the root of the area, no decoders and clocks";
        AccessCost Access(MemoryMacro macro) => AccessCost.Read(macro, row, Word);
        return
        [
            new("area, 1T-1C over 6T", "half the area", 0.5, one.Area / six.Area, "", areas + "; the same array efficiency"),
            new("saved cost of manufacture, 1T-1C", "50 to 70 % less", 0.6, 1 - (one.Area / six.Area), "", "the saved area: a logic process without more masks, equal cost per wafer; the claim is the middle of its range"),
            new("saved power in standby, 1T-SRAM-M", "up to 75 % less", 0.75, 1 - (low.StandbyPower / six.StandbyPower), "", condition + "; leakage and refresh of cells, no periphery"),
            new("saved energy of a 64-bit access to 64 Mb, 1T-1C", "up to 75 % less power", 0.75, 1 - (Access(one).Total / Access(six).Total), "", access),
            new("the same, wires across the macro alone", "no figure", null, 1 - (Access(one).Wires / Access(six).Wires), "", access),
            new("the same, bit lines alone", "no figure", null, 1 - (one.ReadEnergy / six.ReadEnergy), "", condition + "; a 1T-1C must restore: both lines of 50 fF swing by half the supply; one 6T line of 90 fF falls as far as its word line lasts"),
            new("saved energy of a 64-bit access to 64 Mb, 1T-SRAM-Q", "no figure", null, 1 - (Access(dense).Total / Access(six).Total), "", access + "; a bit line of 37 fF"),
            new("standby, 1T-SRAM-M, per Mbit", "10 µA", 10e-6, low.StandbyPerMegabit, "A", condition),
            new("standby, 1T-SRAM-M, per bit", "9.54 pA", 10e-6 / Megabit, low.StandbyCurrent / low.Capacity, "A", condition),
            new("standby, 1T-1C, per Mbit", "no figure", null, one.StandbyPerMegabit, "A", condition),
            new("standby, 1T-SRAM-Q, per Mbit", "no figure", null, dense.StandbyPerMegabit, "A", condition),
            new("standby, 6T, per Mbit", "no figure", null, six.StandbyPerMegabit, "A", condition),
            new("refresh interval, 1T-SRAM-M", "at least 3.5 ms (from 10 µA/Mbit)", 3.5e-3, low.RefreshInterval, "s", condition),
            new("refresh interval, 1T-1C", "no figure", null, one.RefreshInterval, "s", condition),
            new("refresh interval, 1T-SRAM-Q", "no figure", null, dense.RefreshInterval, "s", condition),
            new("density, 1T-SRAM-Q over 6T", "4 times", 4, Settings("6T", Megabit).Area.Value / folded.Value, "", $"1T-SRAM-Q: {folded.Source}"),
            new("area, 1T-SRAM-Q", "0.5 to 0.6 µm² (recalled)", 0.55e-12, folded.Value, "m²", folded.Source),
            new("density, bistable over 6T at 28 nm", "5 times (Zeno)", 5, CellArea.SixTransistors(Node28).Value / Settings("bistable", Megabit).Area.Value, "", Settings("bistable", Megabit).Area.Source),
            new("1T-SRAM-Q of 128 Mb at 0.13 µm, share of a 26 mm × 33 mm field", "possible", null, Share(128, Node130), "", folded.Source + "; array efficiency 0.7, recalled"),
            new("1T-SRAM-Q of 256 Mb at 90 nm, share of a 26 mm × 33 mm field", "possible", null, Share(256, Node90), "", "the same capacitor, oxide and trench with F = 90 nm; array efficiency 0.7, recalled"),
        ];

        // Area does not depend on the table.
        double Share(long megabits, double feature) => new MemoryMacro(tables["6T"], new MemorySettings(
            megabits * Megabit, Capacitor(DramCell.Folded.Plate with { Feature = feature }, DramCell.Folded.Storage)) { Temperature = temperature }).Area / Field;
    }

    private static CellArea Capacitor(StoragePlate plate, double storage) => new(plate.CellArea(storage), string.Create(
        CultureInfo.InvariantCulture,
        $"4F × {plate.Pitch(storage) / plate.Feature:F1}F: a transistor of 4F × 4F (NeuroSim's 1T1R), one F of isolation, and {storage * 1e15} fF over {plate.Oxide * 1e9} nm of oxide that reach {plate.Depth * 1e6} µm down the trench (reconstructed)"),
        Cards.ParameterStatus.Reconstructed);
}
