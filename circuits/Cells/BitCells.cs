namespace DevicePhys.Circuits.Cells;

/// <summary>The bit cells by name, with their default cards and geometry.</summary>
public static class BitCells
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBitCell> All { get; } =
        [new SramCell(), new DramCell(), new DramCell { Style = BitLineStyle.Open }, new GainCell(), new FloatingBodyCell(), new FerroelectricCell()];

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

    /// <summary>A cell at another supply or temperature.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="supply">The supply [V]; null for its own.</param>
    /// <param name="temperature">The temperature of its transistors [K]; null for that of their cards.</param>
    /// <exception cref="ArgumentException">The cell cannot be changed so.</exception>
    public static IBitCell With(IBitCell cell, double? supply, double? temperature)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var supplied = supply is not { } volts ? cell : cell switch
        {
            SramCell sram => sram with { Supply = volts },
            DramCell dram => dram with { Supply = volts, WordHigh = dram.WordHigh + volts - dram.Supply },
            GainCell gain => gain with { Supply = volts, WordHigh = gain.WordHigh + volts - gain.Supply },
            FloatingBodyCell body => body with { Supply = volts },
            FerroelectricCell fe => fe with { Supply = volts, WordHigh = fe.WordHigh + volts - fe.Supply },
            _ => throw new ArgumentException($"{cell.Name}: its supply is not to be changed.", nameof(supply)),
        };
        return temperature is not { } kelvin ? supplied : supplied switch
        {
            SramCell sram => sram.At(kelvin),
            DramCell dram => dram.At(kelvin),
            GainCell gain => gain with { Write = gain.Write.At(kelvin), Read = gain.Read.At(kelvin) },
            FloatingBodyCell body => body with { Channel = body.Channel.At(kelvin), Bipolar = body.Bipolar.With("Temperature", kelvin) },
            _ => throw new ArgumentException($"{cell.Name}: its temperature is not to be changed.", nameof(temperature)),
        };
    }
}
