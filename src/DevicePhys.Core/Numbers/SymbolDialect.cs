using System.Globalization;

namespace DevicePhys.Numbers;

/// <summary>How one target language writes what a <see cref="Symbol"/> contains; + - * / and parentheses are common to all.</summary>
/// <remarks>
/// Each template is a format string with the operands as {0}, {1}, {2}. It must delimit its operands itself and stand as one unit among
/// operators: a call, or a text in parentheses.
/// </remarks>
public sealed record SymbolDialect
{
    /// <summary>The neutral dialect: C-like calls and conditional, natural logarithm <c>log</c>, numbers that read back as the same double.</summary>
    public static SymbolDialect Plain { get; } = new();

    /// <summary>e to the power of {0}.</summary>
    public string Exp { get; init; } = "exp({0})";

    /// <summary>The natural logarithm of {0}.</summary>
    public string Log { get; init; } = "log({0})";

    /// <summary>The square root of {0}.</summary>
    public string Sqrt { get; init; } = "sqrt({0})";

    /// <summary>{0} to the power of {1}.</summary>
    public string Pow { get; init; } = "pow({0}, {1})";

    /// <summary>The hyperbolic sine of {0}.</summary>
    public string Sinh { get; init; } = "sinh({0})";

    /// <summary>The hyperbolic cosine of {0}.</summary>
    public string Cosh { get; init; } = "cosh({0})";

    /// <summary>The hyperbolic tangent of {0}.</summary>
    public string Tanh { get; init; } = "tanh({0})";

    /// <summary>The absolute value of {0}.</summary>
    public string Abs { get; init; } = "abs({0})";

    /// <summary>{1} where {0} is above 0, else {2}.</summary>
    public string Select { get; init; } = "({0} > 0 ? {1} : {2})";

    /// <summary>A use of the variable {0}.</summary>
    public string Variable { get; init; } = "{0}";

    /// <summary>A use of the parameter {0}.</summary>
    public string Parameter { get; init; } = "{0}";

    /// <summary>A use of the named term {0}.</summary>
    public string Term { get; init; } = "{0}";

    /// <summary>A constant divisor of a smaller size is written as a factor, its reciprocal; 0 where the target divides by anything.</summary>
    public double SmallestDivisor { get; init; }

    /// <summary>The text of a number that is not negative; the sign is written before it.</summary>
    public Func<double, string> Number { get; init; } = static value => value.ToString("R", CultureInfo.InvariantCulture);
}
