namespace DevicePhys.Cards;

/// <summary>How a parameter scatters around its value.</summary>
/// <param name="Distribution">The shape.</param>
/// <param name="Sigma">The relative width, at least 0: a standard deviation over the value, or that of the logarithm for a log-normal.</param>
/// <param name="Group">A name shared by parameters of the card that scatter together, else null.</param>
/// <param name="Correlation">
/// How closely the parameter follows the common factor of its group, -1 to 1: its z is <c>r f + sqrt(1 - r²) e</c> with the group's
/// normal factor f and an own normal e, so two members are correlated by the product of theirs. 1 without a group is without effect.
/// </param>
public sealed record Spread(Distribution Distribution, double Sigma, string? Group = null, double Correlation = 1);
