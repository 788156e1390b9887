using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Retention: the stored signal decays towards the conductance at rest, faster when it is hot.</summary>
/// <param name="Time">Time since programming [s].</param>
/// <param name="TimeConstant">Time in which the signal falls to 1/e at <paramref name="ReferenceTemperature"/> [s]; that of a pulse table is its retention time.</param>
/// <param name="Rest">The conductance it decays to [S].</param>
/// <param name="ActivationEnergy">Energy barrier of the decay [eV]; 0 for a time constant that does not know temperature.</param>
/// <param name="Temperature">Temperature [K].</param>
/// <param name="ReferenceTemperature">Temperature of the time constant [K].</param>
/// <param name="Shape">Exponent of the time: 1 for one barrier, below 1 (stretched) for a spread of barriers.</param>
/// <remarks>
/// G(t) = G₀ + (G − G₀)·exp(−(t/τ)^β), τ(T) = τ·exp(Ea/k·(1/T − 1/T₀)): Kohlrausch's law with an Arrhenius time constant. The mean of many devices or of a device of many units;
/// a device of few units decays in jumps, which this does not draw.
/// </remarks>
public sealed record Retention(
    double Time, double TimeConstant, double Rest, double ActivationEnergy = 0, double Temperature = 300, double ReferenceTemperature = 300, double Shape = 1) : INonideality
{
    /// <summary>Boltzmann's constant [eV/K] (SI, exact).</summary>
    private const double Boltzmann = 8.617333262145e-5;

    /// <summary>The share of the signal that is left.</summary>
    public double Left => Math.Exp(-Math.Pow(Time / (TimeConstant * Math.Exp(ActivationEnergy / Boltzmann * ((1 / Temperature) - (1 / ReferenceTemperature)))), Shape));

    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        if (!(Time >= 0 && TimeConstant > 0 && Temperature > 0 && ReferenceTemperature > 0 && Shape > 0))
        {
            throw new ArgumentException($"retention: time {Time} s, time constant {TimeConstant} s, temperatures {Temperature} and {ReferenceTemperature} K and shape {Shape} should be above 0.");
        }

        var (left, rest) = ((float)Left, (float)Rest);
        foreach (ref var conductance in conductances)
        {
            conductance = rest + (left * (conductance - rest));
        }
    }
}
