using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Elements;
using DevicePhys.Simulation;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Turns a bit cell into a table: operations, leakage and retention at each temperature, for both values.</summary>
public static class CellCharacterization
{
    private const double Settling = 10e-6;

    /// <summary>The cells that memories are made of: a name, and the cell with its cards and geometry.</summary>
    /// <remarks>
    /// "1T-1C" has its word lines at 0 V at rest. "1T-SRAM-M" is the same cell with word lines at -0.3 V, the usual way to close the
    /// access transistor harder; it stands for MoSys's low-leakage form, whose circuit is not published. "1T-SRAM-Q" has its capacitor folded into the
    /// trench. "bistable" is Han's cell.
    /// </remarks>
    public static IReadOnlyDictionary<string, IBitCell> Cells { get; } = new Dictionary<string, IBitCell>
    {
        ["6T"] = new SramCell(), ["1T-1C"] = new DramCell(), ["1T-SRAM-M"] = new DramCell { WordLow = -0.3 },
        ["1T-SRAM-Q"] = DramCell.Folded, ["bistable"] = new FloatingBodyCell(),
    };

    /// <summary>Characterizes a cell.</summary>
    /// <param name="name">What its table is called.</param>
    /// <param name="cell">A static cell, or a dynamic one of one transistor.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">It does not work at a temperature, or its retention has no law.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    public static CellTable Run(string name, IBitCell cell, CellCharacterizationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell is not (SramCell or FloatingBodyCell or DramCell))
            throw new ArgumentException($"{cell.Name}: it has no memory table, expected a cell such as {string.Join(", ", Cells.Keys)}.");
        options ??= new CellCharacterizationOptions();
        var (zero, one) = (new List<CellCondition>(), new List<CellCondition>());
        foreach (var temperature in options.Temperatures)
        {
            var at = BitCells.With(cell, null, temperature) is FloatingBodyCell body ? BodyLevels.Of(body) : BitCells.With(cell, null, temperature);
            var routine = ReadWrite.Run(at, BitCells.Routine, cancellation: cancellation);
            if (routine.Failure is { } failure)
                throw new ArgumentException(FormattableString.Invariant($"{name}: it does not work at {temperature} K: {failure}."));
            zero.Add(Condition(at, false, routine, options, cancellation));
            one.Add(Condition(at, true, routine, options, cancellation));
        }

        var circuit = cell.Build(CellOperation.Read);
        var slot = circuit.Slots[0];
        return new CellTable(name, cell.Supply, cell.Cycle, slot.Decision - slot.Start, options.Temperatures, zero, one, Provenance(cell, circuit, options));
    }

    // In the routine each value is written over the other one (the first 1 over what the circuit rests at) and read a second time after a hold.
    private static CellCondition Condition(IBitCell cell, bool bit, ReadWriteResult routine, CellCharacterizationOptions options, CancellationToken cancellation)
    {
        var half = BitCells.Routine.Count / 2;
        var outcomes = routine.Outcomes.Skip(bit ? 0 : half).Take(half).ToArray();
        var (write, read) = (outcomes[0].Energy, outcomes[^1].Energy);
        var law = cell is DramCell dynamic ? CellSpread.Law(dynamic, Time) : RetentionLaw.Never;

        return new CellCondition(read, write, cell is DramCell ? read : 0, Leakage(cell, bit, cancellation), law);

        double Time(DramCell other) => CellRetention.Run(
            other, bit, options.WorstLine ? (bit ? 0 : other.Supply) : null, options.Longest, cancellation).Time;
    }

    /// <summary>What all sources deliver to the cell at rest, over the supply [A].</summary>
    private static double Leakage(IBitCell cell, bool bit, CancellationToken cancellation)
    {
        // The amplifier belongs to its line, not to the cell.
        var circuit = (cell is DramCell dynamic ? dynamic with { Sense = null } : cell).Build(bit ? CellOperation.Write1 : CellOperation.Write0);
        var simulation = CircuitEngines.Default.Prepare(circuit.Netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Run(circuit.Stop + Settling, cancellation: cancellation);
        return circuit.Netlist.Elements.OfType<VoltageSource>().Sum(source =>
            source.Waveform.At(simulation.Time) * simulation.Current(source.Name)) / cell.Supply;
    }

    private static TableProvenance Provenance(IBitCell cell, BitCellCircuit circuit, CellCharacterizationOptions options)
    {
        Card[] cards = cell switch
        {
            SramCell sram => [sram.PullDown.Sized, sram.Access.Sized, sram.PullUp.Sized],
            DramCell { Leakage: { } leakage } dram => [dram.Access.Sized, leakage],
            DramCell dram => [dram.Access.Sized],
            FloatingBodyCell body => [body.Channel.Sized, body.Bipolar],
            _ => [],
        };
        return new TableProvenance(
            string.Join(' ', cards.Select(card => card.Id)), string.Join(' ', cards.Select(card => card.Hash)), "",
            string.Join("; ", circuit.Netlist.Elements.Select(element => element.ToString())), "builtin", DevicePhysVersion.Current, 0, 0,
            new Dictionary<string, string>
            {
                ["line"] = cell is not DramCell ? "at rest" : options.WorstLine ? "worst" : "at rest",
                ["longest"] = options.Longest.ToString("R", CultureInfo.InvariantCulture),
                ["spread"] = cell is DramCell ? "delta method, tail from 2 to 4 sigma" : "none",
            });
    }
}
