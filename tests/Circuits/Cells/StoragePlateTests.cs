using DevicePhys.Circuits.Cells;
using Xunit;

namespace DevicePhys.Tests.Circuits.Cells;

public sealed class StoragePlateTests
{
    private const double Feature = 0.13e-6, Oxide = 2.2e-9, Storage = 5e-15;

    [Theory] // The oxide area of 5 fF over 2.2 nm (ε = 3.9) is 0.3186 µm², by hand; top 3F × L and three side walls add up to it at any depth.
    [InlineData(0)]
    [InlineData(0.1e-6)]
    [InlineData(0.2e-6)]
    public void Top_and_side_walls_add_up_to_the_area_of_the_oxide(double depth)
    {
        var length = new StoragePlate(Feature, Oxide, depth).Length(Storage);
        Assert.Equal(0.3186e-12, (3 * Feature * length) + (depth * ((2 * length) + (3 * Feature))), 0.0001e-12);
    }

    [Fact] // 128 cells, 0.2 fF/µm: 25.6 aF per nanometre that a cell gets shorter.
    public void A_folded_plate_is_shorter_and_so_is_its_bit_line()
    {
        StoragePlate flat = new(Feature, Oxide), folded = new(Feature, Oxide, 0.2e-6);
        Assert.Equal(4 * Feature * ((5 * Feature) + flat.Length(Storage)), flat.CellArea(Storage), 1e-20);
        var saved = flat.Length(Storage) - folded.Length(Storage);
        Assert.Equal(50e-15 - (saved * 25.6e-9), folded.BitLine(50e-15, flat, Storage, 128), 1e-20);
        Assert.Equal(DramCell.Folded.BitLine, folded.BitLine(50e-15, flat, Storage, 128), 1e-20);
    }

    [Fact]
    public void A_capacitor_that_its_side_walls_alone_would_hold_is_one_sentence() => Assert.Equal(
        "A capacitor of 2E-15 F in side walls of 5E-07 m would be shorter than the feature size of 1.3E-07 m: expected a larger capacitor or a shallower trench.",
        Assert.Throws<ArgumentException>(() => new StoragePlate(Feature, Oxide, 0.5e-6).Length(2e-15)).Message);
}
