namespace DevicePhys.Tables;

/// <summary>The pulse response of one device of the population: the distribution of the conductance step at every conductance.</summary>
/// <param name="GMin">Conductance of the first bin [S].</param>
/// <param name="GMax">Conductance of the last bin [S]; bins are equally spaced, both ends included.</param>
/// <param name="Potentiation">[Bins × Levels], row-major, [S]: the conductance step of a potentiation pulse.</param>
/// <param name="Depression">[Bins × Levels], row-major, [S]: the same of a depression pulse.</param>
/// <param name="ReadNoise">[Bins], [S]: the standard deviation of one read.</param>
/// <remarks>
/// A row holds the distribution as equally likely levels in ascending order, each the mean of its own slice of the distribution
/// (slice j of L lies between the quantiles j/L and (j+1)/L). So the mean of a row is the exact mean of the sample it came from, skewed
/// and discrete distributions fit, and a draw is one uniform integer.
/// </remarks>
public sealed record TableCorner(
    double GMin,
    double GMax,
    ReadOnlyMemory<double> Potentiation,
    ReadOnlyMemory<double> Depression,
    ReadOnlyMemory<double> ReadNoise)
{
    /// <summary>The steps of one polarity.</summary>
    /// <param name="polarity">Which half.</param>
    /// <returns>[Bins × Levels], row-major, [S].</returns>
    public ReadOnlyMemory<double> Steps(Polarity polarity) => polarity == Polarity.Potentiation ? Potentiation : Depression;
}
