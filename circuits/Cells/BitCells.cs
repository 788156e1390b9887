namespace DevicePhys.Circuits.Cells;

/// <summary>The bit cells by name, with their default cards and geometry.</summary>
public static class BitCells
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBitCell> All { get; } =
        [new SramCell(), new DramCell(), new DramCell { Style = BitLineStyle.Open }, new GainCell(), new FloatingBodyCell()];

    /// <summary>Both bits, each kept and read twice: a read that destroys its bit has to write it back.</summary>
    public static IReadOnlyList<CellOperation> Routine { get; } =
    [
        CellOperation.Write1, CellOperation.Read, CellOperation.Hold, CellOperation.Read,
        CellOperation.Write0, CellOperation.Read, CellOperation.Hold, CellOperation.Read,
    ];

    /// <summary>A cell by name.</summary>
    /// <param name="name">Such as "6T"; case does not count.</param>
    /// <exception cref="ArgumentException">There is no such cell.</exception>
    public static IBitCell Get(string name) => All.FirstOrDefault(cell => cell.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"'{name}' is not a bit cell, expected one of {string.Join(", ", All.Select(cell => cell.Name))}.");
}
