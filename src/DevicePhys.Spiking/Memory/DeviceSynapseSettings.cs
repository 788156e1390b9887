using DevicePhys.Arrays;
using DevicePhys.Cards;
using DevicePhys.Tables;

namespace DevicePhys.Spiking.Memory;

/// <summary>How weights are held in analog devices.</summary>
/// <param name="Table">What a pulse does to the device.</param>
public sealed record DeviceSynapseSettings(PulseTable Table) : ISynapseStoreSettings
{
    /// <inheritdoc/>
    public string Name => Table.Provenance.Card;

    /// <summary>How a wished number of pulses becomes a whole one.</summary>
    public PulseRounding Rounding { get; init; } = PulseRounding.Stochastic;

    /// <summary>The read voltage [V]: reconstructed, the commonest of our cards.</summary>
    public double ReadVoltage { get; init; } = 0.1;

    /// <summary>How long a read lasts [s]: reconstructed, as the voltage.</summary>
    public double ReadTime { get; init; } = 1e-8;

    /// <summary>The same, read as a card says.</summary>
    /// <param name="card">The card; null, or one without pulses, changes nothing.</param>
    public DeviceSynapseSettings ReadAs(Card? card) =>
        card is { HasPulses: true } ? this with { ReadVoltage = card.Pulses.ReadVoltage, ReadTime = 1 / card.Pulses.ReadBandwidth } : this;

    /// <inheritdoc/>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Table);
        if (Table.Population.Count > 256)
            throw new ArgumentException($"The table of {Name} has {Table.Population.Count} devices in its population: at most 256 are expected.");
        if (!(double.IsFinite(ReadVoltage) && double.IsFinite(ReadTime) && ReadTime > 0))
            throw new ArgumentException(FormattableString.Invariant($"The read is {ReadVoltage} V for {ReadTime} s: a finite voltage and a time above 0 are expected."));
        _ = new WriteController(Table);
    }

    /// <inheritdoc/>
    /// <remarks>Every network has devices of its own: the seed draws them from the table's population.</remarks>
    public ISynapseStore Create(int rows, int columns, ulong seed) => new DeviceSynapses(rows, columns, this, seed);
}
