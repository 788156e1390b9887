using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Numbers;

/// <summary>The reading with slopes: a double and its derivatives with respect to four chosen quantities.</summary>
/// <param name="value">The number.</param>
/// <param name="slopes">The four derivatives of the number.</param>
/// <remarks>
/// Forward differentiation: values are those of <see cref="Real"/> to the bit, slopes are exact up to rounding. Where a function has an
/// infinite slope (<see cref="Sqrt"/> or <see cref="Log"/> at 0) the slope is infinite for the quantities the argument depends on and 0 for
/// the others, never NaN. More than four quantities go in several passes of four.
/// </remarks>
public readonly struct Dual(double value, Vector256<double> slopes) : IReal<Dual>
{
    // Four numbers from here on hold a 1 in any place asked for: a load instead of a write to one element, which goes through memory twice.
    private static readonly double[] Units = [0, 0, 0, 1, 0, 0, 0];

    /// <summary>How many slopes one number carries.</summary>
    public const int SlopeCount = 4;

    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <summary>The derivatives with respect to the four quantities.</summary>
    public Vector256<double> Slopes { get; } = slopes;

    /// <summary>A quantity to differentiate by: its own slope is 1.</summary>
    /// <param name="value">The value of the quantity.</param>
    /// <param name="index">Which of the four quantities it is, 0 to 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is not 0 to 3.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Variable(double value, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, SlopeCount);
        return new(value, Vector256.LoadUnsafe(ref Units[SlopeCount - 1 - index]));
    }

    /// <summary>The derivative with respect to one quantity.</summary>
    /// <param name="index">Which of the four quantities, 0 to 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is not 0 to 3.</exception>
    public double Slope(int index) => Slopes.GetElement(index);

    /// <summary>A constant: all slopes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual(double value) => new(value, Vector256<double>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.Slopes + right.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator -(Dual left, Dual right) => new(left.Value - right.Value, left.Slopes - right.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator *(Dual left, Dual right) =>
        new(left.Value * right.Value, (left.Slopes * right.Value) + (right.Slopes * left.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator /(Dual left, Dual right)
    {
        var quotient = left.Value / right.Value;
        return new(quotient, (left.Slopes - (right.Slopes * quotient)) / right.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual operator -(Dual value) => new(-value.Value, -value.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Exp(Dual value)
    {
        var result = Math.Exp(value.Value);
        return new(result, Chain(result, value.Slopes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Log(Dual value) => new(Math.Log(value.Value), Chain(1 / value.Value, value.Slopes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Sqrt(Dual value)
    {
        var root = Math.Sqrt(value.Value);

        // The root of -0 is -0, but the slope there rises all the same.
        return new(root, Chain(0.5 / Math.Abs(root), value.Slopes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Pow(Dual value, Dual exponent)
    {
        // A threshold below its onset is the commonest case of all; value and slopes are 0 there. (-0 keeps its sign, below.)
        if (BitConverter.DoubleToInt64Bits(value.Value) == 0 && exponent.Value > 1)
            return default;
        if (exponent.Value == 1 && Vector256.EqualsAll(exponent.Slopes, Vector256<double>.Zero))
            return value;
        var result = Math.Pow(value.Value, exponent.Value);
        var slopes = Chain(PowSlope(value.Value, exponent.Value, result), value.Slopes);

        // A constant exponent needs no logarithm, and has none where the base is not above 0.
        return Vector256.EqualsAll(exponent.Slopes, Vector256<double>.Zero)
            ? new(result, slopes)
            : new(result, slopes + Chain(PowExponentSlope(value.Value, exponent.Value, result), exponent.Slopes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Sinh(Dual value)
    {
        var (sinh, cosh) = Hyperbolic.SinhCosh(value.Value);
        return new(sinh, Chain(cosh, value.Slopes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Cosh(Dual value)
    {
        var (sinh, cosh) = Hyperbolic.SinhCosh(value.Value);
        return new(cosh, Chain(sinh, value.Slopes));
    }

    /// <inheritdoc/>
    public static Dual Tanh(Dual value)
    {
        var tanh = Math.Tanh(value.Value);
        var size = Math.Abs(value.Value);
        if (size < 0.5)
            return new(tanh, Chain(1 - (tanh * tanh), value.Slopes));

        // Near saturation 1 - tanh² is all rounding; 4e/(1+e)² with e = exp(-2|x|) keeps every digit.
        var decay = Math.Exp(-2 * size);
        return new(tanh, Chain(4 * decay / ((1 + decay) * (1 + decay)), value.Slopes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Abs(Dual value) =>
        value.Value == 0 ? default : new(Math.Abs(value.Value), value.Slopes * Math.CopySign(1, value.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Select(Dual test, Dual ifPositive, Dual otherwise) => test.Value > 0 ? ifPositive : otherwise;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual Parameter(string name, double value) => value;

    /// <summary>The value and the slopes, for a debugger.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} {Slopes}");

    /// <summary>The slopes times the outer derivative; a slope of 0 stays 0 even where the outer derivative is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Chain(double outer, Vector256<double> inner) =>
        Vector256.AndNot(inner * outer, Vector256.Equals(inner, Vector256<double>.Zero));

    /// <summary>d(xᵃ)/dx = a xᵃ⁻¹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowSlope(double x, double exponent, double power)
    {
        if (exponent == 0 || (x == 0 && exponent > 1))
            return 0;

        // The quotient saves a second power, unless the power has left the normal range.
        return exponent * (double.IsNormal(power) ? power / x : Math.Pow(x, exponent - 1));
    }

    /// <summary>d(xᵃ)/da = xᵃ ln x, which is 0 at x = 0 for every a above 0.</summary>
    private static double PowExponentSlope(double x, double exponent, double power) =>
        x == 0 && exponent > 0 ? 0 : power * Math.Log(x);
}
