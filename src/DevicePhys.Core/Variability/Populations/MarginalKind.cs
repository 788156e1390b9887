namespace DevicePhys.Variability;

/// <summary>The distribution of one feature of a population.</summary>
public enum MarginalKind
{
    /// <summary>Normal: mean and standard deviation.</summary>
    Normal,

    /// <summary>Log-normal: mean and standard deviation of the logarithm.</summary>
    LogNormal,

    /// <summary>Weibull: shape and scale.</summary>
    Weibull,

    /// <summary>Two log-normal populations mixed: most devices, and outliers among them; see <see cref="TwoComponents"/>.</summary>
    Mixture,

    /// <summary>The measured values themselves, straight between them.</summary>
    Empirical,
}
