namespace DevicePhys.Fitting;

/// <summary>A number that a fit may move.</summary>
/// <param name="Name">Its name, unique in the fit.</param>
/// <param name="Start">Where the fit starts.</param>
/// <param name="Unit">Its SI unit, empty for a pure number.</param>
/// <param name="Lower">The smallest value allowed.</param>
/// <param name="Upper">The largest value allowed.</param>
/// <param name="Scale">The scale it is moved on.</param>
/// <param name="Fixed">Whether it stays at its start.</param>
public sealed record FitParameter(
    string Name,
    double Start,
    string Unit = "",
    double Lower = double.NegativeInfinity,
    double Upper = double.PositiveInfinity,
    ParameterScale Scale = ParameterScale.Linear,
    bool Fixed = false)
{
    /// <summary>The parameter this one is a multiple of, else null.</summary>
    public string? TiedTo { get; init; }

    /// <summary>The factor to the parameter it is tied to.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Between which values the other starts of a <see cref="MultiStart"/> are drawn; null for the bounds.</summary>
    public (double Low, double High)? Starts { get; init; }

    internal bool IsFree => !Fixed && TiedTo is null;

    // The scale of a negative number is minus that of its magnitude, so that greater stays greater.
    internal double ToScale(double value) => Scale != ParameterScale.Log ? value : Start < 0 ? -Math.Log(-value) : Math.Log(value);

    internal double FromScale(double scaled) => Math.Clamp(Unbounded(scaled), Lower, Upper);

    /// <summary>The value at a place of the scale, whatever the bounds.</summary>
    internal double Unbounded(double scaled) => Scale != ParameterScale.Log ? scaled : Start < 0 ? -Math.Exp(-scaled) : Math.Exp(scaled);

    /// <summary>d(value)/d(scaled) at a value.</summary>
    internal double Slope(double value) => Scale == ParameterScale.Log ? Math.Abs(value) : 1;

    /// <summary>What is wrong with it, else null.</summary>
    internal string? Flaw() =>
        !double.IsFinite(Start) ? $"parameter '{Name}' starts at {Start}, expected a finite number"
        : !(Lower <= Upper) ? $"the bounds of parameter '{Name}' are {Lower} and {Upper}, expected them in ascending order"
        : TiedTo is null && !(Start >= Lower && Start <= Upper) ? $"parameter '{Name}' starts at {Start}, expected it within {Lower} to {Upper}"
        : Scale == ParameterScale.Log && !Fixed && TiedTo is null && Start == 0
            ? $"parameter '{Name}' has a logarithmic scale and starts at 0, expected a start of the sign it keeps"
        : null;
}
