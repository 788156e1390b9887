namespace DevicePhys.Tables;

/// <summary>A synapse distilled for array simulation: what a pulse does to its conductance, for every device of a population.</summary>
/// <remarks>
/// The narrow waist of the framework: circuits write it, arrays read it. <see cref="Nominal"/> is the device of the card itself;
/// <see cref="Population"/> holds devices drawn from the card's D2D spreads, and an array gives each of its cells one of them.
/// C2C spread is inside every row of steps.
/// </remarks>
public sealed class PulseTable
{
    /// <summary>Creates a table and checks its shapes.</summary>
    /// <param name="bins">Conductance bins per corner, at least 2.</param>
    /// <param name="levels">Levels per bin, at least 1.</param>
    /// <param name="nominal">The device of the card.</param>
    /// <param name="population">Devices drawn from the D2D spreads; empty when the card has none.</param>
    /// <param name="potentiation">The raising pulse.</param>
    /// <param name="depression">The lowering pulse.</param>
    /// <param name="retentionTime">Time in which the stored signal falls to 1/e at rest [s].</param>
    /// <param name="chain">The exact chain of a counting device, else null.</param>
    /// <param name="provenance">Where the table came from.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a value is not finite.</exception>
    public PulseTable(
        int bins,
        int levels,
        TableCorner nominal,
        IReadOnlyList<TableCorner> population,
        PulseRecord potentiation,
        PulseRecord depression,
        double retentionTime,
        CountChain? chain,
        TableProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(nominal);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        (Bins, Levels, Nominal, Population) = (bins, levels, nominal, population);
        (Potentiation, Depression, RetentionTime, Chain, Provenance) = (potentiation, depression, retentionTime, chain, provenance);
        CheckCorner(nominal, "nominal corner");
        for (var i = 0; i < population.Count; i++)
        {
            CheckCorner(population[i], $"corner {i}");
        }
    }

    /// <summary>Conductance bins per corner.</summary>
    public int Bins { get; }

    /// <summary>Equally likely levels per bin.</summary>
    public int Levels { get; }

    /// <summary>The device of the card itself.</summary>
    public TableCorner Nominal { get; }

    /// <summary>Devices drawn from the card's D2D spreads; empty when it has none.</summary>
    public IReadOnlyList<TableCorner> Population { get; }

    /// <summary>The raising pulse.</summary>
    public PulseRecord Potentiation { get; }

    /// <summary>The lowering pulse.</summary>
    public PulseRecord Depression { get; }

    /// <summary>Time in which the stored signal falls to 1/e at rest [s]; infinite when nothing is lost.</summary>
    public double RetentionTime { get; }

    /// <summary>The exact chain of a counting device, else null.</summary>
    public CountChain? Chain { get; }

    /// <summary>Where the table came from.</summary>
    public TableProvenance Provenance { get; }

    /// <summary>The pulse of one polarity.</summary>
    /// <param name="polarity">Which one.</param>
    /// <returns>Its record.</returns>
    public PulseRecord Pulse(Polarity polarity) => polarity == Polarity.Potentiation ? Potentiation : Depression;

    /// <summary>The mean step of the nominal device, averaged over the bins in which the pulse can still move it.</summary>
    /// <param name="polarity">Which pulse.</param>
    /// <returns>The mean step [S], negative for depression.</returns>
    /// <remarks>The last bin of each direction is left out: there the device is full (or empty) and the step is 0 by construction.</remarks>
    public double MeanStep(Polarity polarity)
    {
        var steps = Nominal.Steps(polarity).Span;
        var used = polarity == Polarity.Potentiation ? steps[..^Levels] : steps[Levels..];
        var sum = 0.0;
        foreach (var step in used)
        {
            sum += step;
        }

        return sum / used.Length;
    }

    private void CheckCorner(TableCorner corner, string name)
    {
        if (!(corner.GMin > 0 && corner.GMax > corner.GMin && double.IsFinite(corner.GMax)))
        {
            throw new ArgumentException($"{name}: GMin {corner.GMin} S and GMax {corner.GMax} S should satisfy 0 < GMin < GMax.");
        }

        CheckValues(corner.Potentiation.Span, Bins * Levels, name, "potentiation steps");
        CheckValues(corner.Depression.Span, Bins * Levels, name, "depression steps");
        CheckValues(corner.ReadNoise.Span, Bins, name, "read noise");
    }

    private static void CheckValues(ReadOnlySpan<double> values, int length, string name, string what)
    {
        if (values.Length != length)
        {
            throw new ArgumentException($"{name}: {what} has {values.Length} values, expected {length}.");
        }

        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"{name}: {what} has a value that is not a finite number.");
            }
        }
    }
}
