namespace DevicePhys.Simulation;

/// <summary>The one-step methods; both are L-stable, stiffly accurate, and carry an embedded error estimate.</summary>
public enum IntegrationMethod
{
    /// <summary>ESDIRK4(3)6L[2]SA of Kennedy and Carpenter (2003): order 4, five implicit stages. The default.</summary>
    Esdirk4,

    /// <summary>
    /// TR-BDF2 (Bank et al. 1985; error estimate of Hosea and Shampine 1996): order 2, two implicit stages. For rough results and many corners.
    /// </summary>
    TrBdf2,
}
