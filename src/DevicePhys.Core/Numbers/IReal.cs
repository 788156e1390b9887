namespace DevicePhys.Numbers;

/// <summary>The number type in which a model author writes equations; each implementation is one reading of them.</summary>
/// <typeparam name="T">The implementing type itself.</typeparam>
/// <remarks>
/// <see cref="Real"/> reads values, <see cref="Dual"/> reads values and slopes, <see cref="Symbol"/> reads the expression
/// itself. An equation never branches with <c>if</c> on a number: <see cref="Select"/> lets every reading follow both branches.
/// </remarks>
public interface IReal<T>
    where T : struct, IReal<T>
{
    /// <summary>A constant.</summary>
    static abstract implicit operator T(double value);

    /// <summary>The sum.</summary>
    static abstract T operator +(T left, T right);

    /// <summary>The difference.</summary>
    static abstract T operator -(T left, T right);

    /// <summary>The product.</summary>
    static abstract T operator *(T left, T right);

    /// <summary>The quotient.</summary>
    static abstract T operator /(T left, T right);

    /// <summary>The negative.</summary>
    static abstract T operator -(T value);

    /// <summary>e to the power of the value.</summary>
    static abstract T Exp(T value);

    /// <summary>The natural logarithm.</summary>
    static abstract T Log(T value);

    /// <summary>The square root.</summary>
    static abstract T Sqrt(T value);

    /// <summary>A power; the exponent must be at least 1 where the value can reach 0.</summary>
    static abstract T Pow(T value, T exponent);

    /// <summary>The hyperbolic sine.</summary>
    static abstract T Sinh(T value);

    /// <summary>The hyperbolic cosine.</summary>
    static abstract T Cosh(T value);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract T Tanh(T value);

    /// <summary>The absolute value; its slope at 0 is taken as 0.</summary>
    static abstract T Abs(T value);

    /// <summary><paramref name="ifPositive"/> where <paramref name="test"/> is above 0, else <paramref name="otherwise"/>.</summary>
    static abstract T Select(T test, T ifPositive, T otherwise);

    /// <summary>A named parameter, so that a symbolic reading can keep its name.</summary>
    static abstract T Parameter(string name, double value);
}
