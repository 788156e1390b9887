namespace DevicePhys.Arrays.Memory;

/// <summary>How a memory macro is made and used.</summary>
/// <param name="Capacity">Bits.</param>
/// <param name="Area">The area of its cell.</param>
public sealed record MemorySettings(long Capacity, CellArea Area)
{
    /// <summary>Bits of a bank; each bank refreshes its rows one after the other, beside the others.</summary>
    public int BankCapacity { get; init; } = 128 * 1024;

    /// <summary>Bits of a row: what one refresh restores.</summary>
    public int RowBits { get; init; } = 256;

    /// <summary>The share of the macro's area that its cells have; 0.7 is a recalled order of magnitude, the same for all cells.</summary>
    public double ArrayEfficiency { get; init; } = 0.7;

    /// <summary>The probability with which a bit may be lost between two refreshes.</summary>
    public double ErrorTarget { get; init; } = 1e-6;

    /// <summary>Time from one refresh of a row to the next [s]; null for the longest that keeps the error target.</summary>
    public double? RefreshInterval { get; init; }

    /// <summary>Whether words of 64 bits carry 8 more that correct one error; a bit then counts as lost when its word is beyond repair.</summary>
    public bool CorrectsErrors { get; init; }

    /// <summary>The temperature [K].</summary>
    public double Temperature { get; init; } = 300.15;
}
