using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Wires;

/// <summary>Passes along the bit lines, four lines to a vector, one row of the array at a time.</summary>
/// <remarks>
/// A bit line with its cells to ground is a tridiagonal matrix; it is factored from row 0 down. With e the conductance that a node sees to
/// ground above and beside it, the factor of a row is 1/(1 + segment × e): the share of a current that the next segment passes on.
/// Nothing is subtracted anywhere, so every factor is right to rounding even for segments of 0 Ohm.
/// </remarks>
internal static class BitLines
{
    /// <summary>Takes a step along the search direction and starts the next bit-line solve.</summary>
    /// <param name="direction">The image of the search direction, made from its predecessor: image + beta × direction.</param>
    /// <param name="image">The image of the preconditioned residual; becomes the solve's forward values.</param>
    /// <param name="residual">The residual, reduced by alpha × direction.</param>
    /// <param name="forwardAbove">The forward values of the row above.</param>
    /// <param name="factorAbove">The factors of the row above; 0 above row 0.</param>
    /// <param name="alpha">The length of the step.</param>
    /// <param name="beta">The share of the old direction in the new one.</param>
    /// <param name="count">Numbers in the row, a multiple of 4.</param>
    /// <returns>The sum of the absolute residuals of the row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Step(
        ref double direction, ref double image, ref double residual, ref double forwardAbove, ref double factorAbove, double alpha, double beta, nint count)
    {
        var (a, b) = (Vector256.Create(-alpha), Vector256.Create(beta));
        var sum = Vector256<double>.Zero;
        for (nint j = 0; j < count; j += 4)
        {
            var q = Vector256.MultiplyAddEstimate(b, Load(ref direction, j), Load(ref image, j));
            var r = Vector256.MultiplyAddEstimate(a, q, Load(ref residual, j));
            var t = Vector256.MultiplyAddEstimate(Load(ref factorAbove, j), Load(ref forwardAbove, j), r);
            Store(q, ref direction, j);
            Store(r, ref residual, j);
            Store(t, ref image, j);
            sum += Vector256.Abs(r);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>The forward half of a solve alone, for the first residual.</summary>
    /// <returns>The sum of the absolute residuals of the row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Forward(ref double forward, ref double residual, ref double forwardAbove, ref double factorAbove, nint count)
    {
        var sum = Vector256<double>.Zero;
        for (nint j = 0; j < count; j += 4)
        {
            var r = Load(ref residual, j);
            Store(Vector256.MultiplyAddEstimate(Load(ref factorAbove, j), Load(ref forwardAbove, j), r), ref forward, j);
            sum += Vector256.Abs(r);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>The backward half of a solve: solution = factor × (segment × forward + solution below).</summary>
    /// <returns>The row's share of residual · solution.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Backward(ref double solution, ref double forward, ref double factor, ref double solutionBelow, double segment, nint count)
    {
        var resistance = Vector256.Create(segment);
        var sum = Vector256<double>.Zero;
        for (nint j = 0; j < count; j += 4)
        {
            var t = Load(ref forward, j);
            var m = Load(ref factor, j);
            Store(m * Vector256.MultiplyAddEstimate(resistance, t, Load(ref solutionBelow, j)), ref solution, j);
            sum = Vector256.MultiplyAddEstimate(t * t, m, sum);
        }

        return segment * Vector256.Sum(sum);
    }

    /// <summary>The backward half at the last row, whose factor is the inverse of the conductance to ground.</summary>
    /// <returns>The row's share of residual · solution.</returns>
    public static double BackwardLast(ref double solution, ref double forward, ref double factor, nint count)
    {
        var sum = Vector256<double>.Zero;
        for (nint j = 0; j < count; j += 4)
        {
            var t = Load(ref forward, j);
            var z = Load(ref factor, j) * t;
            Store(z, ref solution, j);
            sum = Vector256.MultiplyAddEstimate(t, z, sum);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Lets the nodes follow the step: direction = solution + beta × direction, voltages + alpha × direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Follow(ref double voltage, ref double direction, ref double solution, double alpha, double beta, nint count)
    {
        var (a, b) = (Vector256.Create(alpha), Vector256.Create(beta));
        for (nint j = 0; j < count; j += 4)
        {
            var p = Vector256.MultiplyAddEstimate(b, Load(ref direction, j), Load(ref solution, j));
            Store(p, ref direction, j);
            Store(Vector256.MultiplyAddEstimate(a, p, Load(ref voltage, j)), ref voltage, j);
        }
    }

    /// <summary>Factors one row: factor = 1/(1 + segment × e), and leaves in <paramref name="above"/> what the next row sees of it.</summary>
    /// <param name="factor">The row's factors, filled.</param>
    /// <param name="conductance">The row's cells [S].</param>
    /// <param name="above">What is seen above, with any connected end [S]; replaced by what the next row sees.</param>
    /// <param name="segment">Resistance of a segment [Ohm].</param>
    /// <param name="count">Numbers in the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Factor(ref double factor, ref double conductance, ref double above, double segment, nint count)
    {
        var (resistance, one) = (Vector256.Create(segment), Vector256<double>.One);
        for (nint j = 0; j < count; j += 4)
        {
            var e = Load(ref conductance, j) + Load(ref above, j);
            var m = one / Vector256.MultiplyAddEstimate(resistance, e, one);
            Store(m, ref factor, j);
            Store(m * e, ref above, j);
        }
    }

    /// <summary>Factors the last row: factor = 1/(e + last).</summary>
    public static void FactorLast(ref double factor, ref double conductance, ref double above, double last, nint count)
    {
        for (nint j = 0; j < count; j += 4)
        {
            Store(Vector256<double>.One / (Load(ref conductance, j) + Load(ref above, j) + Vector256.Create(last)), ref factor, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double first, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> value, ref double first, nint offset) => value.StoreUnsafe(ref Unsafe.Add(ref first, offset));
}
