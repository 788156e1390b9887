using DevicePhys.Tables;

namespace DevicePhys.Arrays.Memory;

/// <summary>A memory of banks of one bit cell: its area, its refresh and its current in standby, from the table of the cell.</summary>
/// <remarks>
/// Half of the bits are 1. Standby = leakage of the cells + energy of one refresh of each per refresh interval, over the supply; the
/// leakage of periphery is not in it. The refresh interval is the longest that keeps the weaker of both values within the error target.
/// </remarks>
public sealed class MemoryMacro
{
    private const double Megabit = 1 << 20;
    private readonly double bankCapacity, rowBits, cycle;

    /// <summary>Creates a macro.</summary>
    /// <param name="table">Its cell.</param>
    /// <param name="settings">How it is made.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or the cells lose their bits faster than a bank can refresh them.</exception>
    public MemoryMacro(CellTable table, MemorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.RowBits < 1 || settings.BankCapacity < settings.RowBits || settings.BankCapacity % settings.RowBits != 0)
            throw new ArgumentException($"A bank of {settings.BankCapacity} bits should be a whole number of rows of {settings.RowBits} bits.");
        if (settings.Capacity < settings.BankCapacity || settings.Capacity % settings.BankCapacity != 0)
            throw new ArgumentException($"A capacity of {settings.Capacity} bits should be a whole number of banks of {settings.BankCapacity} bits.");
        if (!(settings.ArrayEfficiency > 0 && settings.ArrayEfficiency <= 1))
            throw new ArgumentException(FormattableString.Invariant($"The array efficiency {settings.ArrayEfficiency} should lie above 0 and be at most 1."));
        if (!(settings.Area.Value > 0 && double.IsFinite(settings.Area.Value)))
            throw new ArgumentException("The area of a cell should be a finite number above 0.");
        var (zero, one) = (table.At(false, settings.Temperature), table.At(true, settings.Temperature));
        (Capacity, bankCapacity, rowBits, cycle) = (settings.Capacity, settings.BankCapacity, settings.RowBits, table.Cycle);
        Banks = settings.Capacity / settings.BankCapacity;
        var cells = Capacity * (settings.CorrectsErrors ? ErrorCorrection.Overhead : 1);
        Area = cells * settings.Area.Value / settings.ArrayEfficiency;
        RefreshInterval = Interval(table, settings);
        if (RefreshShare >= 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{table.Cell}: a bank needs {bankCapacity / rowBits * cycle:G3} s to refresh its rows, but its cells keep their bits for {RefreshInterval:G3} s only at {settings.Temperature} K and an error of {settings.ErrorTarget}."));
        }

        Supply = table.Supply;
        LeakageCurrent = cells * Mean(zero.Leakage, one.Leakage);
        RefreshCurrent = cells * Mean(zero.RefreshEnergy, one.RefreshEnergy) / (Supply * RefreshInterval);
        ReadEnergy = Mean(zero.ReadEnergy, one.ReadEnergy);
        WriteEnergy = Mean(zero.WriteEnergy, one.WriteEnergy);
    }

    /// <summary>Bits.</summary>
    public long Capacity { get; }

    /// <summary>Banks.</summary>
    public long Banks { get; }

    /// <summary>The supply [V].</summary>
    public double Supply { get; }

    /// <summary>Area [m²].</summary>
    public double Area { get; }

    /// <summary>Time from one refresh of a row to the next [s]; infinite where none is needed.</summary>
    public double RefreshInterval { get; }

    /// <summary>The share of a bank's cycles that refresh takes.</summary>
    public double RefreshShare => bankCapacity / rowBits * cycle / RefreshInterval;

    /// <summary>What all cells leak [A].</summary>
    public double LeakageCurrent { get; }

    /// <summary>What the refresh of all cells takes on average [A].</summary>
    public double RefreshCurrent { get; }

    /// <summary>Leakage and refresh [A].</summary>
    public double StandbyCurrent => LeakageCurrent + RefreshCurrent;

    /// <summary>The same per 2^20 bits [A].</summary>
    public double StandbyPerMegabit => StandbyCurrent / Capacity * Megabit;

    /// <summary>Power in standby [W].</summary>
    public double StandbyPower => StandbyCurrent * Supply;

    /// <summary>Energy of reading a bit, mean of both values [J].</summary>
    public double ReadEnergy { get; }

    /// <summary>Energy of writing a bit, mean of both values [J].</summary>
    public double WriteEnergy { get; }

    private static double Interval(CellTable table, MemorySettings settings)
    {
        var target = settings.CorrectsErrors ? ErrorCorrection.RawTarget(settings.ErrorTarget) : settings.ErrorTarget;
        var longest = table.RefreshInterval(target, settings.Temperature);
        if (settings.RefreshInterval is not { } wanted)
            return longest;
        if (!(wanted > 0))
            throw new ArgumentException(FormattableString.Invariant($"The refresh interval is {wanted} s: a time above 0 is expected."));
        return wanted <= longest ? wanted : throw new ArgumentException(FormattableString.Invariant(
            $"{table.Cell}: a refresh interval of {wanted:G3} s is longer than the {longest:G3} s its cells last at {settings.Temperature} K and an error of {settings.ErrorTarget}{(settings.CorrectsErrors ? " with" : " without")} error correction."));
    }

    private static double Mean(double zero, double one) => 0.5 * (zero + one);
}
