using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Drift: conductance falls by a power of time, as that of an amorphous phase relaxing.</summary>
/// <param name="Time">Time since programming [s].</param>
/// <param name="Reference">The time at which the conductance is the programmed one [s].</param>
/// <param name="Exponent">Mean of the exponent ν in G(t) = G·(t/t₀)^−ν.</param>
/// <param name="Spread">Its standard deviation from device to device.</param>
/// <remarks>Karpov, Mitra, Kau, Spadini, Kryukov, Karpov, J. Appl. Phys. 102, 124503 (2007). The law describes times from the reference on.</remarks>
public sealed record Drift(double Time, double Reference, double Exponent, double Spread = 0) : INonideality
{
    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(Reference > 0 && Time >= Reference))
        {
            throw new ArgumentException($"drift: the time {Time} s should not be before the reference of {Reference} s, which should be above 0.");
        }

        var decades = Math.Log(Time / Reference);
        foreach (ref var conductance in conductances)
        {
            conductance *= (float)Math.Exp(-decades * (Exponent + (Spread * random.NextNormalSingle())));
        }
    }
}
