namespace DevicePhys.Plotting;

/// <summary>The ruling of a probability plot: the distribution that becomes a straight line on it.</summary>
public enum ProbabilityPaper
{
    /// <summary>Normal; with a logarithmic horizontal axis log-normal.</summary>
    Normal,

    /// <summary>Weibull; its horizontal axis is logarithmic.</summary>
    Weibull,
}
