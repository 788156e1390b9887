namespace DevicePhys.Cards;

/// <summary>The shape of a spread; z is a standard normal draw.</summary>
public enum Distribution
{
    /// <summary>value × (1 + sigma z).</summary>
    Normal,

    /// <summary>value × exp(sigma z): the median stays the value.</summary>
    LogNormal,

    /// <summary>value × (1 + sigma z), cut off at the bounds of the parameter, which it needs.</summary>
    TruncatedNormal,
}
