namespace DevicePhys.Studies.Fitting;

/// <summary>How the parameters of a published card fare on the same data.</summary>
/// <param name="Card">The card.</param>
/// <param name="Source">Where its numbers come from.</param>
/// <param name="NormalisedRmse">By the name of the curve: the misfit over the range of the measurement, by the rule the publication uses.</param>
public sealed record PublishedFit(string Card, string Source, IReadOnlyDictionary<string, double> NormalisedRmse);
