namespace DevicePhys.Tables;

/// <summary>A bit cell distilled for memory simulation: what its operations cost, what it leaks, and how its bits get lost.</summary>
/// <remarks>
/// Circuits write it, arrays read it, as with <see cref="PulseTable"/>. Between temperatures the logarithms of leakage and retention
/// run along straight lines in 1/T (Arrhenius), everything else along straight lines in 1/T itself; beyond them nothing is said.
/// </remarks>
public sealed class CellTable
{
    /// <summary>Creates a table and checks it.</summary>
    /// <param name="cell">The name of the cell.</param>
    /// <param name="supply">The supply [V].</param>
    /// <param name="cycle">Time of a read, a write or a refresh with its precharge [s].</param>
    /// <param name="readTime">Time from the start of a read to its bit [s].</param>
    /// <param name="temperatures">[Temperatures], ascending [K].</param>
    /// <param name="zero">[Temperatures], with a stored 0.</param>
    /// <param name="one">[Temperatures], with a stored 1.</param>
    /// <param name="provenance">Where the table came from.</param>
    /// <exception cref="ArgumentException">The table contradicts itself.</exception>
    public CellTable(
        string cell, double supply, double cycle, double readTime, IReadOnlyList<double> temperatures,
        IReadOnlyList<CellCondition> zero, IReadOnlyList<CellCondition> one, TableProvenance provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cell);
        ArgumentNullException.ThrowIfNull(temperatures);
        ArgumentNullException.ThrowIfNull(zero);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(provenance);
        (Cell, Supply, Cycle, ReadTime, Temperatures, Zero, One, Provenance) = (cell, supply, cycle, readTime, temperatures, zero, one, provenance);
        if (CellTableFlaws.First(this) is { } flaw)
            throw new ArgumentException($"{flaw}.");
    }

    /// <summary>The name of the cell.</summary>
    public string Cell { get; }

    /// <summary>The supply [V].</summary>
    public double Supply { get; }

    /// <summary>Time of a read, a write or a refresh with its precharge [s].</summary>
    public double Cycle { get; }

    /// <summary>Time from the start of a read to its bit [s].</summary>
    public double ReadTime { get; }

    /// <summary>[Temperatures], ascending [K].</summary>
    public IReadOnlyList<double> Temperatures { get; }

    /// <summary>[Temperatures], with a stored 0.</summary>
    public IReadOnlyList<CellCondition> Zero { get; }

    /// <summary>[Temperatures], with a stored 1.</summary>
    public IReadOnlyList<CellCondition> One { get; }

    /// <summary>Where the table came from.</summary>
    public TableProvenance Provenance { get; }

    /// <summary>What the cell does at a temperature.</summary>
    /// <param name="bit">The stored value.</param>
    /// <param name="temperature">The temperature [K].</param>
    /// <exception cref="ArgumentOutOfRangeException">The table does not reach so far.</exception>
    public CellCondition At(bool bit, double temperature)
    {
        var conditions = bit ? One : Zero;
        if (!(temperature >= Temperatures[0] && temperature <= Temperatures[^1]))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), FormattableString.Invariant(
                $"{Cell}: the temperature {temperature} K should lie between {Temperatures[0]} and {Temperatures[^1]} K, the range of its table."));
        }

        var upper = 0;
        while (Temperatures[upper] < temperature)
            upper++;
        if (Temperatures[upper] == temperature)
            return conditions[upper];
        var (a, b) = (conditions[upper - 1], conditions[upper]);
        var part = ((1 / Temperatures[upper - 1]) - (1 / temperature)) / ((1 / Temperatures[upper - 1]) - (1 / Temperatures[upper]));
        return new CellCondition(
            Between(a.ReadEnergy, b.ReadEnergy), Between(a.WriteEnergy, b.WriteEnergy), Between(a.RefreshEnergy, b.RefreshEnergy),
            Geometric(a.Leakage, b.Leakage), Law(a.Retention, b.Retention));

        // Where one end never loses the bit, the other one counts: it is the safe side.
        RetentionLaw Law(RetentionLaw from, RetentionLaw to) => double.IsInfinity(from.Median) ? to
            : double.IsInfinity(to.Median) ? from
            : new(Geometric(from.Median, to.Median), Between(from.Sigma, to.Sigma), Between(from.TailSigma, to.TailSigma), Between(from.TailStart, to.TailStart));

        double Between(double from, double to) => from + (part * (to - from));

        double Geometric(double from, double to) => from <= 0 || to <= 0 ? Math.Max(from, to) : from * Math.Pow(to / from, part);
    }

    /// <summary>The probability that a bit is read wrong.</summary>
    /// <param name="bit">The stored value: true for 1 → 0, false for 0 → 1.</param>
    /// <param name="time">Time since the last refresh, at least 0 [s].</param>
    /// <param name="temperature">The temperature [K].</param>
    public double ErrorProbability(bool bit, double time, double temperature) => At(bit, temperature).Retention.Lost(time);

    /// <summary>The longest time between refreshes that keeps either value's error probability within a target.</summary>
    /// <param name="target">The probability that a bit is lost, between 0 and 1.</param>
    /// <param name="temperature">The temperature [K].</param>
    /// <returns>The time [s]; infinite where no refresh is needed.</returns>
    public double RefreshInterval(double target, double temperature) =>
        Math.Min(At(false, temperature).Retention.Until(target), At(true, temperature).Retention.Until(target));
}
