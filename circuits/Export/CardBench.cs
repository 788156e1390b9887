using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
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

    /// <summary>
    /// How near ngspice has to come, as a part of the span: 1e-4; 1e-3 where ngspice's own tolerance is the limit. That is where a junction breaks down
    /// within the levels: there the device latches, and an error in time grows exponentially. And where a state ages: the first decades of the
    /// logarithm pass within femtoseconds of the end of a melt, and ngspice's error falls with its tolerance of charge (3.1e-3 of the span at 1e-13 C,
    /// 3.9e-4 at 3e-14 C, 3.0e-4 at 2e-14 C).
    /// </summary>
    public required double Tolerance { get; init; }

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
        return new CardBench(netlist, start, Math.Clamp(edge / 80, start / 24000, start / 6000), SignalsOf(["line"], catalog.CreateModel<Real>(card)))
        {
            Tolerance = Ages(card) ? 1e-3 : 1e-4,
        };
    }

    /// <summary>Every terminal but the reference behind a driver of its own, the reference at ground.</summary>
    private static CardBench Walk(Card card, ModelCatalog catalog)
    {
        var given = catalog.CreateModel<Real>(card);
        var model = PortView<Real>.Of(given);
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Netlist.Ground);
        var driven = model.Terminals.SkipLast(1).Select(terminal => names[terminal.Name]).ToArray();
        var levels = new LevelWalk(driven.Length);
        var netlist = new Netlist();
        for (var i = 0; i < driven.Length; i++)
        {
            netlist.VoltageSource($"V_{driven[i]}", $"source_{driven[i]}", Netlist.Ground, levels.Of(i))
                .Resistor($"R_{driven[i]}", $"source_{driven[i]}", driven[i], levels.Driver);
        }

        netlist.Device(Device, [.. driven, Netlist.Ground], card, catalog);
        var latches = BreaksDown(card);
        return new CardBench(netlist, levels.Stop, latches ? levels.LongestStep / 12 : levels.LongestStep, SignalsOf(driven, model)) { Tolerance = latches ? 1e-3 : 1e-4 };
    }

    // The levels put at most 2 V on a junction; multiplication is felt well below the breakdown voltage.
    private static bool BreaksDown(Card card) => card.Parameters.FirstOrDefault(parameter => parameter.Name == "BV") is { Value: < 4 };

    private static bool Ages(Card card) => card.Parameters.Any(parameter => parameter.Name == "EDrift");

    private static string[] SignalsOf(IEnumerable<string> nodes, IModel<Real> model) =>
        [.. nodes.Select(node => $"v({node})"), .. model.States.Select(state => $"{Device}.{state.Name}")];
}
