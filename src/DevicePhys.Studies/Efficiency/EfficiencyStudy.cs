using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Spiking.TrueNorth;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Efficiency;

/// <summary>The energy of a synaptic event from processor to brain: published figures beside those that follow from cells, nothing tuned to meet them.</summary>
public static class EfficiencyStudy
{
    /// <summary>The power of one busy core of a processor that is assumed where none is given [W]: an order of magnitude, not measured.</summary>
    public const double AssumedPower = 10;

    private const int Ticks = 1000, Rate = 20;

    /// <summary>The ratios as the article of the project prints them; they do not agree with its own event energies.</summary>
    public static IReadOnlyList<(string Name, double Printed, double FromEvents)> PrintedRatios { get; } =
    [
        ("CPU over TrueNorth", 84000, double.NaN), ("CPU over brain", 300000, double.NaN), ("TrueNorth over brain", 300000.0 / 84000, 26e-12 / 10e-15),
    ];

    /// <summary>All figures.</summary>
    /// <param name="power">The assumed power of a busy processor core [W].</param>
    /// <param name="tables">Cell tables of our macros: reading a bit of each is priced.</param>
    /// <param name="devices">Analog synapses, each with its pulse table: reading a pair and a write pulse are priced.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The power is not above 0.</exception>
    public static IReadOnlyList<EfficiencyFigure> Run(double power, IReadOnlyCollection<CellTable> tables, IReadOnlyCollection<(Card Card, PulseTable Table)> devices, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(devices);
        if (!(power > 0 && double.IsFinite(power)))
            throw new ArgumentException(FormattableString.Invariant($"The power of a processor core is {power} W: a finite number above 0 is expected."));
        var processor = ProcessorCost.Measure(cancellation);
        var (node45, node28) = (CoreTechnology.Of(45, 1024, cancellation), CoreTechnology.Of(28, 256, cancellation));
        var cells = "6T cell of the node, characterized; arithmetic of Horowitz 2014, recalled; without drivers, clocks, routers and control";
        return
        [
            new("CPU, one thread", 84000 * 26e-12, "article: 84,000 times TrueNorth, of 26 pJ, recalled", processor.SecondsPerEvent * power,
                string.Create(CultureInfo.InvariantCulture, $"measured now, warm, median of 15: {1e9 * processor.SecondsPerEvent:0.00} ns of processor time per event of a network of 4,000 neurons, times {power} W assumed{(processor.Shared ? $"; the processor was shared with other work (clock over processor time {processor.Busy:0.0}), so an upper bound" : "")}")),
            new("TrueNorth, 20 Hz, half of the synapses", 26e-12, "Merolla et al. 2014, recalled", TrueNorth(node28), cells),
            new("ODIN, synaptic operation, 28 nm", 12.7e-12, "Frenkel et al. 2019, at 0.55 V", CoreCost.TimeMultiplexed(node28), cells + "; at 0.88 V"),
            new("45 nm core, spike", 45e-12, "Merolla et al., CICC 2011", CoreCost.Spike(node45), cells),
            new("GrAI One, event", 10e-12, "article: below 10 pJ", CoreCost.DataflowEvent(node28), cells + "; one target of an event"),
            .. tables.Select(table => new EfficiencyFigure($"{table.Cell} macro, 8 bits read, added", null, "",
                (4 * (table.Zero[0].ReadEnergy + table.One[0].ReadEnergy)) + 0.03e-12, "cell table; addition of 8 bits of Horowitz 2014 at 45 nm, recalled")),
            .. devices.SelectMany(device => DeviceCost.Figures(device.Card, device.Table)),
            new("Brain", 10e-15, "article", 20 / (1e14 * 20), "20 W over 1e14 synapses at 20 Hz"),
        ];
    }

    /// <summary>The same TrueNorth-like core at work with the cells of other nodes: what the technology alone changes.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<EfficiencyFigure> Technologies(CancellationToken cancellation = default) => [.. CoreTechnology.Nodes.Select(node =>
    {
        var technology = CoreTechnology.Of(node, 256, cancellation);
        return new EfficiencyFigure($"TrueNorth-like core, {node} nm", null, "", TrueNorth(technology), string.Create(
            CultureInfo.InvariantCulture, $"6T cell of the node at {technology.Table.Supply} V: read {1e15 * technology.Read:0.00} fJ, write {1e15 * technology.Write:0.00} fJ, at rest {1e12 * technology.Leakage:0.0} pW"));
    })];

    // Counts of a core at work: all neurons alike, driven by noise from outside at the rate.
    private static double TrueNorth(CoreTechnology technology)
    {
        var random = new Sampling.RandomStream(1, "efficiency of cores");
        var synapses = new ulong[CoreSettings.Axons * CoreSettings.Count / 64];
        for (var word = 0; word < synapses.Length; word++)
            synapses[word] = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        var neurons = Enumerable.Repeat(new CoreNeuron { Threshold = 100 }, CoreSettings.Count).ToArray();
        var mesh = new TrueNorthMesh(1, [new CoreSettings(new byte[CoreSettings.Axons], synapses, neurons, [.. Enumerable.Repeat(NeuronTarget.Outside, CoreSettings.Count)])]);
        for (var tick = 0; tick < Ticks; tick++)
        {
            for (var axon = 0; axon < CoreSettings.Axons; axon++)
            {
                if (random.NextDouble() < Rate * 1e-3)
                    mesh.Inject(0, axon);
            }

            mesh.Step();
        }

        return CoreCost.SynapticEvent(technology, mesh.Cores, mesh.Ticks, mesh.Work);
    }
}
