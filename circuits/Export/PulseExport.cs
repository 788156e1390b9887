using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Export;

/// <summary>The circuit a card is exported in: its device behind driver and line, under pulses of both kinds.</summary>
/// <param name="Netlist">The circuit; source "VPulse", node "line", device "XCell".</param>
/// <param name="Stop">The end of the pulses [s].</param>
/// <param name="LongestStep">A step that takes the edges finely enough for an error of 1e-4 in SPICE's second-order rule [s].</param>
public sealed record PulseExport(Netlist Netlist, double Stop, double LongestStep)
{
    /// <summary>The circuit of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <param name="pulses">Pulses of each kind: first all potentiation, then all depression.</param>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public static PulseExport Of(Card card, ModelCatalog catalog, int pulses)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses, 1);
        var scheme = card.Pulses;
        var (times, values) = (new List<double> { 0 }, new List<double> { 0 });
        var start = 0.0;
        foreach (var pulse in Enumerable.Repeat(scheme.Potentiation, pulses).Concat(Enumerable.Repeat(scheme.Depression, pulses)))
        {
            var idle = 0.1 * pulse.Width;
            foreach (var (after, value) in new[] { (idle, 0.0), (pulse.Edge, pulse.Amplitude), (pulse.Width, pulse.Amplitude), (pulse.Edge, 0.0) })
            {
                start += after;
                times.Add(start);
                values.Add(value);
            }

            start += 2 * idle;
        }

        var netlist = new ResistiveCell(card) { Catalog = catalog }.Build(new PiecewiseLinear(times, values));
        var edge = Math.Min(scheme.Potentiation.Edge, scheme.Depression.Edge);
        return new PulseExport(netlist, start, Math.Clamp(edge / 40, start / 12000, start / 3000));
    }
}
