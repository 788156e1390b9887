using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Efficiency;

/// <summary>What a synaptic event and a step of learning cost in a pair of analog devices, from card and pulse table.</summary>
/// <remarks>
/// Read: both devices of a weight at the mean of GMin and GMax, V² G for one over the bandwidth of the read. Write: the mean energy of a pulse, potentiation and
/// depression alike often. The amplifier or converter of the column, line drivers and wires are not in it.
/// </remarks>
public static class DeviceCost
{
    /// <summary>The energy of reading a pair for one event [J].</summary>
    /// <param name="card">The card, with its read.</param>
    /// <param name="table">Its table.</param>
    /// <exception cref="Errors.CardException">The card has no pulses.</exception>
    public static double Read(Card card, PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(table);
        return (table.Nominal.GMin + table.Nominal.GMax) * card.Pulses.ReadVoltage * card.Pulses.ReadVoltage / card.Pulses.ReadBandwidth;
    }

    /// <summary>The mean energy of a pulse [J].</summary>
    /// <param name="table">The table.</param>
    public static double Write(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return 0.5 * (table.Potentiation.Energy + table.Depression.Energy);
    }

    internal static EfficiencyFigure[] Figures(Card card, PulseTable table) =>
    [
        new($"{card.Id} pair, read", null, "", Read(card, table), string.Create(
            CultureInfo.InvariantCulture, $"pulse table; {card.Pulses.ReadVoltage:G3} V for {1e9 / card.Pulses.ReadBandwidth:G3} ns at the mean conductance; no converter, no drivers")),
        new($"{card.Id}, write pulse", null, "", Write(table), "pulse table; mean of potentiation and depression; a step of learning, not an event"),
    ];
}
