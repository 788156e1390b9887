namespace DevicePhys.Tables;

/// <summary>The exact Markov chain of a device that stores an integer: transition probabilities of one pulse slot.</summary>
/// <param name="Conductance">[Counts], [S]: mean conductance at each count.</param>
/// <param name="Potentiation">[Counts × Counts], row-major: row is the count before, column the count after; rows sum to 1.</param>
/// <param name="Depression">[Counts × Counts]: the same for a depression pulse.</param>
public sealed record CountChain(ReadOnlyMemory<double> Conductance, ReadOnlyMemory<double> Potentiation, ReadOnlyMemory<double> Depression)
{
    /// <summary>The number of counts, N + 1.</summary>
    public int Counts => Conductance.Length;

    /// <summary>The transition matrix of one polarity.</summary>
    /// <param name="polarity">Which pulse.</param>
    /// <returns>[Counts × Counts], row-major.</returns>
    public ReadOnlyMemory<double> Transitions(Polarity polarity) => polarity == Polarity.Potentiation ? Potentiation : Depression;
}
