namespace DevicePhys.Arrays.Energy;

/// <summary>What reading and writing an array costs: counted from conductances, wires, converters and pulses, nothing fitted.</summary>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
/// <param name="Technology">The metal.</param>
/// <param name="ReadVoltage">The voltage of a fully driven line [V].</param>
/// <param name="Converter">The converters.</param>
/// <param name="ColumnsPerConverter">Bit lines that share one converter, one after the other.</param>
/// <param name="WidthsPerCell">Wire widths from cell to cell.</param>
/// <remarks>
/// Ohmic cells with bit lines at virtual ground. Not counted: decoders, shift and add, amplifiers' bias currents, leakage; a real macro costs more.
/// </remarks>
public sealed record ArrayCost(
    int Rows, int Columns, WireTechnology Technology, double ReadVoltage, ConverterCost Converter, int ColumnsPerConverter = 1, double WidthsPerCell = 2)
{
    /// <summary>Time for a bit line to settle within half a code: ln 2 × (bits + 1) × RC of its wire, cells and sense [s].</summary>
    /// <param name="sense">Input resistance of the sense amplifier [Ohm].</param>
    /// <remarks>R C is Elmore's delay of a uniform line: C (R/2 + sense), with the cells' conductance left out, which only shortens it.</remarks>
    public double SettlingTime(double sense = 0)
    {
        var length = Rows * Technology.Pitch(WidthsPerCell);
        var (resistance, capacitance) = (Technology.ResistancePerMetre() * length, Technology.CapacitancePerMetre * length);
        return Math.Log(2) * (Converter.Bits + 1) * capacitance * ((resistance / 2) + sense);
    }

    /// <summary>One product: one pulse on every driven word line, one conversion for every bit line.</summary>
    /// <param name="conductances">[Rows × Columns], row-major [S].</param>
    /// <param name="input">[Rows]: voltages in units of the read voltage.</param>
    /// <param name="sense">Input resistance of the sense amplifier [Ohm].</param>
    /// <returns>Its cost.</returns>
    /// <exception cref="ArgumentException">A span has another length than its shape asks for.</exception>
    public ProductCost Product(ReadOnlySpan<double> conductances, ReadOnlySpan<double> input, double sense = 0)
    {
        if (conductances.Length != (long)Rows * Columns || input.Length != Rows)
        {
            throw new ArgumentException($"There are {conductances.Length} conductances and {input.Length} inputs, expected {Rows} × {Columns} and {Rows}.");
        }

        var latency = SettlingTime(sense) + (ColumnsPerConverter / Converter.Rate);
        var lineCapacitance = Technology.CapacitancePerMetre * Columns * Technology.Pitch(WidthsPerCell);
        var (cells, lines) = (0.0, 0.0);
        for (var i = 0; i < Rows; i++)
        {
            var squared = input[i] * input[i] * ReadVoltage * ReadVoltage;
            lines += lineCapacitance * squared;
            foreach (var conductance in conductances.Slice(i * Columns, Columns))
            {
                cells += conductance * squared * latency;
            }
        }

        return new ProductCost(cells, lines, Columns * Converter.Energy, latency);
    }

    /// <summary>An update by pulses from a table.</summary>
    /// <param name="pulses">How many pulses.</param>
    /// <param name="energy">Energy of one, as the table says [J].</param>
    /// <param name="period">Time from one to the next [s].</param>
    /// <param name="atATime">Pulses given at the same time, as many as bit lines for a row-by-row update.</param>
    /// <returns>Energy [J] and time [s].</returns>
    public static (double Energy, double Latency) Update(long pulses, double energy, double period, int atATime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pulses);
        ArgumentOutOfRangeException.ThrowIfLessThan(atATime, 1);
        return (pulses * energy, Math.Ceiling(pulses / (double)atATime) * period);
    }

    /// <summary>Area of cells and converters [m²].</summary>
    public double Area =>
        (Rows * Columns * Math.Pow(Technology.Pitch(WidthsPerCell), 2)) + (Math.Ceiling(Columns / (double)ColumnsPerConverter) * Converter.Area);
}
