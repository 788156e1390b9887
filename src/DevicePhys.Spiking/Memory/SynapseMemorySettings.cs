using DevicePhys.Tables;

namespace DevicePhys.Spiking.Memory;

/// <summary>How weights are held in bit cells.</summary>
/// <param name="Cell">The cell, with its energies and retention.</param>
public sealed record SynapseMemorySettings(CellTable Cell) : ISynapseStoreSettings
{
    /// <inheritdoc/>
    public string Name => Cell.Cell;

    /// <summary>Bits of a weight, 1 to 8.</summary>
    public int Bits { get; init; } = 8;

    /// <summary>Whether a weight between two codes goes up or down by chance, so that its mean is kept; otherwise to the nearest.</summary>
    public bool Stochastic { get; init; } = true;

    /// <summary>Whether every bit is stored inverted: it decides whether losing charge makes weights smaller or larger.</summary>
    public bool Inverted { get; init; }

    /// <summary>Time from one refresh of a row to the next [s]; infinite for a cell that needs none.</summary>
    public double RefreshInterval { get; init; } = double.PositiveInfinity;

    /// <summary>The temperature [K].</summary>
    public double Temperature { get; init; } = 300.15;

    /// <summary>The seed of the die: which of its cells are weak.</summary>
    public ulong Die { get; init; } = 1;

    /// <summary>The chance that a 1 is lost between two refreshes.</summary>
    public double LossOfOne => Lost(true);

    /// <summary>The chance that a 0 is lost between two refreshes.</summary>
    public double LossOfZero => Lost(false);

    /// <summary>Says in one sentence what cannot be.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or the cell's bits need a refresh and get none.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Cell);
        if (Bits is < 1 or > 8)
            throw new ArgumentException($"The weights have {Bits} bits: 1 to 8 are expected.");
        if (!(RefreshInterval > 0))
            throw new ArgumentException(FormattableString.Invariant($"The refresh interval is {RefreshInterval} s: a time above 0 is expected."));
        if (double.IsInfinity(RefreshInterval) && double.IsFinite(Cell.RefreshInterval(0.5, Temperature)))
            throw new ArgumentException($"Cell {Cell.Cell} loses its bits: a refresh interval is expected.");
        foreach (var (lost, value) in new[] { (LossOfZero, "zeros"), (LossOfOne, "ones") })
        {
            if (lost > 0.5)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Cell {Cell.Cell} has lost {100 * lost:G3} % of its {value} after {RefreshInterval:G3} s at {Temperature} K: an interval that more than half of them outlive is expected."));
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The seed changes nothing: which cells are weak is up to <see cref="Die"/>.</remarks>
    public ISynapseStore Create(int rows, int columns, ulong seed) => new SynapseMemory(rows, columns, this);

    private double Lost(bool bit) => double.IsInfinity(RefreshInterval) ? 0 : Cell.ErrorProbability(bit, RefreshInterval, Temperature);
}
