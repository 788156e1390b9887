namespace DevicePhys.Variability;

/// <summary>One feature of a population, such as the SET voltage.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its SI unit.</param>
/// <param name="Marginal">Its distribution over all devices and cycles.</param>
public sealed record PopulationFeature(string Name, string Unit, Marginal Marginal);
