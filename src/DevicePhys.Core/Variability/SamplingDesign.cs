namespace DevicePhys.Variability;

/// <summary>How the samples of a Monte Carlo run are laid out.</summary>
public enum SamplingDesign
{
    /// <summary>Independent draws.</summary>
    Random,

    /// <summary>Latin hypercubes: every parameter's own distribution is covered evenly.</summary>
    LatinHypercube,

    /// <summary>Sobol points: pairs and triples of parameters are covered evenly, too.</summary>
    Sobol,
}
