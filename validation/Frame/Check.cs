namespace DevicePhys.Validation;

/// <summary>One number: what was published, how near one has to come, and what was measured.</summary>
public sealed record Check
{
    private Check(string what, double expected, string unit, string tolerance, double lower, double upper, double? measured)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(unit);
        (What, Expected, Unit, Tolerance, Lower, Upper, Measured) = (what, expected, unit, tolerance, lower, upper, measured);
    }

    /// <summary>Which number of the claim; empty where it has only one.</summary>
    public string What { get; }

    /// <summary>The published value; for a range its middle.</summary>
    public double Expected { get; }

    /// <summary>The unit of all values; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>The tolerance in words, such as "± 1 %".</summary>
    public string Tolerance { get; }

    /// <summary>The smallest value that passes.</summary>
    public double Lower { get; }

    /// <summary>The largest value that passes.</summary>
    public double Upper { get; }

    /// <summary>What was measured; null when it could not be, see <see cref="Missing"/>.</summary>
    public double? Measured { get; }

    /// <summary>Why the published value is no gate; null for a gate.</summary>
    public string? Uncertainty { get; private init; }

    /// <summary>What the measurement would have needed; null when it was made.</summary>
    public string? Missing { get; private init; }

    /// <summary>Whether the measured value lies within the tolerance; null when nothing was measured.</summary>
    public bool? Passes => Measured is { } measured ? measured >= Lower && measured <= Upper : null;

    /// <summary>A value with a relative tolerance.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="expected">The published value.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="tolerance">The tolerance, as a part of the published value.</param>
    /// <param name="measured">The measured value.</param>
    public static Check Relative(string what, double expected, string unit, double tolerance, double measured)
    {
        var half = Math.Abs(expected) * tolerance;
        var text = tolerance >= 1e-3 ? $"± {ValueText.Of(100 * tolerance, "%")}" : $"± {ValueText.Of(tolerance, "")} relative";
        return new Check(what, expected, unit, text, expected - half, expected + half, measured);
    }

    /// <summary>A value with a tolerance in its own unit.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="expected">The published value.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="tolerance">The tolerance, in that unit.</param>
    /// <param name="measured">The measured value.</param>
    public static Check Absolute(string what, double expected, string unit, double tolerance, double measured) =>
        new(what, expected, unit, $"± {ValueText.Of(tolerance, unit)}", expected - tolerance, expected + tolerance, measured);

    /// <summary>A published range.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="lower">Its lower end.</param>
    /// <param name="upper">Its upper end.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="measured">The measured value.</param>
    public static Check Between(string what, double lower, double upper, string unit, double measured) =>
        new(what, 0.5 * (lower + upper), unit, $"{ValueText.Of(lower, unit)} to {ValueText.Of(upper, unit)}", lower, upper, measured);

    /// <summary>A lower bound.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="measured">The measured value.</param>
    public static Check AtLeast(string what, double bound, string unit, double measured) =>
        new(what, bound, unit, "or more", bound, double.PositiveInfinity, measured);

    /// <summary>An upper bound.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="measured">The measured value.</param>
    public static Check AtMost(string what, double bound, string unit, double measured) =>
        new(what, bound, unit, "or less", double.NegativeInfinity, bound, measured);

    /// <summary>A number that cannot be measured here, because something outside the project is missing.</summary>
    /// <param name="what">Which number of the claim; empty where it has only one.</param>
    /// <param name="expected">The published value.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="missing">What is missing, such as "needs MNIST: set DEVICEPHYS_DATA".</param>
    public static Check Unmeasured(string what, double expected, string unit, string missing) =>
        new(what, expected, unit, "", double.NegativeInfinity, double.PositiveInfinity, null) { Missing = missing };

    /// <summary>The same number as a report, no gate.</summary>
    /// <param name="uncertainty">Why the published value is uncertain.</param>
    public Check Reported(string uncertainty)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(uncertainty);
        return this with { Uncertainty = uncertainty };
    }
}
