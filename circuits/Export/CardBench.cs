using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Export;

/// <summary>The circuit a card is exported and compared in: its device behind drivers that take it through what it is made for.</summary>
/// <param name="Netlist">The circuit; its device is "XCell".</param>
/// <param name="Stop">The end of the transient [s].</param>
/// <param name="LongestStep">A step that takes the edges finely enough for an error of 1e-4 in SPICE's second-order rule [s].</param>
/// <param name="Signals">What to compare: the driven nodes and every state, as <see cref="TraceProbe"/> names them.</param>
public sealed record CardBench(Netlist Netlist, double Stop, double LongestStep, IReadOnlyList<string> Signals)
{
    private const string Device = "XCell";

    /// <summary>The circuit of any card: under its pulses where it has two terminals and says them, else through all combinations of levels.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public static CardBench Of(Card card, ModelCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        return card.HasPulses && catalog.CreateModel<Real>(card) is ITwoTerminal<Real> ? Train(card, catalog, 1) : Walk(card, catalog);
    }

    /// <summary>A train of pulses through the card's driver and line, each with a short rest before and after it.</summary>
    /// <param name="card">The card; it has pulses and two terminals.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <param name="pulses">Pulses of each kind: first all potentiation, then all depression.</param>
    /// <exception cref="Errors.CardException">The card has no pulses or does not fit its model.</exception>
    public static CardBench Train(Card card, ModelCatalog catalog, int pulses)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        const string line = "line";
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

        var netlist = Driven(new Netlist(), line, new PiecewiseLinear(times, values), scheme.DriverResistance);
        if (scheme.LineCapacitance > 0)
            netlist.Capacitor("CLine", line, Netlist.Ground, scheme.LineCapacitance);
        netlist.Device(Device, [line, Netlist.Ground], card, catalog);
        var edge = Math.Min(scheme.Potentiation.Edge, scheme.Depression.Edge);
        return new CardBench(netlist, start, Math.Clamp(edge / 40, start / 12000, start / 3000), SignalsOf([line], catalog.CreateModel<Real>(card)));
    }

    /// <summary>Every terminal but the reference behind a driver of its own, the reference at ground.</summary>
    private static CardBench Walk(Card card, ModelCatalog catalog)
    {
        var model = PortView<Real>.Of(catalog.CreateModel<Real>(card));
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Netlist.Ground);
        var driven = model.Terminals.SkipLast(1).Select(terminal => names[terminal.Name]).ToArray();
        var levels = new LevelWalk(driven.Length);
        var netlist = new Netlist();
        for (var i = 0; i < driven.Length; i++)
            Driven(netlist, driven[i], levels.Of(i), levels.Driver);
        netlist.Device(Device, [.. driven, Netlist.Ground], card, catalog);
        return new CardBench(netlist, levels.Stop, LevelWalk.Edge / 10, SignalsOf(driven, model));
    }

    private static Netlist Driven(Netlist netlist, string node, Waveform drive, double resistance) => resistance > 0
        ? netlist.VoltageSource($"V_{node}", $"source_{node}", Netlist.Ground, drive).Resistor($"R_{node}", $"source_{node}", node, resistance)
        : netlist.VoltageSource($"V_{node}", node, Netlist.Ground, drive);

    private static string[] SignalsOf(IEnumerable<string> nodes, IModel<Real> model) =>
        [.. nodes.Select(node => $"v({node})"), .. model.States.Select(state => $"{Device}.{state.Name}")];
}
