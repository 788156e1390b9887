using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DevicePhys.Arrays.Wires;

/// <summary>Passes along the word lines, eight lines at a time, one lane for each.</summary>
/// <remarks>
/// A word line with its cells to fixed bit lines is a tridiagonal matrix A; it is factored and solved as in <see cref="BitLines"/>, from column
/// 0 on. Cells and factors are stored eight rows interleaved, in the order of use; node values stand in rows and are turned on the
/// way in and out, two columns of four rows at a time.
/// </remarks>
internal static class WordLines
{
    /// <summary>Rows that are solved together.</summary>
    public const int Rows = 8;

    /// <summary>The forward half of A·u = D·solution + entering current: scaled forward values, and the work solution · D·u for the caller.</summary>
    /// <param name="solution">Bit-line voltages, 8 rows [V].</param>
    /// <param name="rowStep">Distance of rows.</param>
    /// <param name="cells">Cells, interleaved [S].</param>
    /// <param name="factors">Factors, interleaved.</param>
    /// <param name="entering">[8]: currents that enter at column 0 [A].</param>
    /// <param name="scaled">Forward values times factors, interleaved, filled.</param>
    /// <param name="segment">Resistance of a segment [Ohm].</param>
    /// <param name="columns">Columns, a multiple of 4.</param>
    /// <returns>The sum over all nodes of D·solution · u, entering currents included on both sides.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Forward(
        ref double solution, nint rowStep, ref double cells, ref double factors, ref double entering, ref double scaled, double segment, nint columns)
    {
        ref var s0 = ref solution;
        ref var s1 = ref Unsafe.Add(ref solution, rowStep);
        ref var s2 = ref Unsafe.Add(ref solution, 2 * rowStep);
        ref var s3 = ref Unsafe.Add(ref solution, 3 * rowStep);
        ref var s4 = ref Unsafe.Add(ref solution, 4 * rowStep);
        ref var s5 = ref Unsafe.Add(ref solution, 5 * rowStep);
        ref var s6 = ref Unsafe.Add(ref solution, 6 * rowStep);
        ref var s7 = ref Unsafe.Add(ref solution, 7 * rowStep);
        var (low, high) = (Load(ref entering, 0), Load(ref entering, 4));
        Vector256<double> factorLow = Vector256<double>.One, factorHigh = factorLow;
        Vector256<double> workLow = default, workHigh = default, lastLow = default, lastHigh = default;
        for (nint j = 0; j < columns; j += 2)
        {
            var at = j * Rows;
            var even = Pair(ref s0, ref s2, j);
            var odd = Pair(ref s1, ref s3, j);
            var evenHigh = Pair(ref s4, ref s6, j);
            var oddHigh = Pair(ref s5, ref s7, j);

            // Only this multiply-add waits for the column before; everything else runs beside it.
            low = Vector256.MultiplyAddEstimate(factorLow, low, Load(ref cells, at) * First(even, odd));
            high = Vector256.MultiplyAddEstimate(factorHigh, high, Load(ref cells, at + 4) * First(evenHigh, oddHigh));
            factorLow = Load(ref factors, at);
            factorHigh = Load(ref factors, at + 4);
            lastLow = factorLow * low;
            lastHigh = factorHigh * high;
            Store(lastLow, ref scaled, at);
            Store(lastHigh, ref scaled, at + 4);
            workLow = Vector256.MultiplyAddEstimate(low, lastLow, workLow);
            workHigh = Vector256.MultiplyAddEstimate(high, lastHigh, workHigh);

            low = Vector256.MultiplyAddEstimate(factorLow, low, Load(ref cells, at + 8) * Second(even, odd));
            high = Vector256.MultiplyAddEstimate(factorHigh, high, Load(ref cells, at + 12) * Second(evenHigh, oddHigh));
            factorLow = Load(ref factors, at + 8);
            factorHigh = Load(ref factors, at + 12);
            lastLow = factorLow * low;
            lastHigh = factorHigh * high;
            Store(lastLow, ref scaled, at + 8);
            Store(lastHigh, ref scaled, at + 12);
            workLow = Vector256.MultiplyAddEstimate(low, lastLow, workLow);
            workHigh = Vector256.MultiplyAddEstimate(high, lastHigh, workHigh);
        }

        // The last factor is an inverse conductance, the others are shares that turn into one by the resistance of the segment.
        var last = Vector256.Sum((lastLow * low) + (lastHigh * high));
        return (segment * (Vector256.Sum(workLow + workHigh) - last)) + last;
    }

    /// <summary>The backward half: u = scaled × segment + factor × u of the next column; image = residual − D·u.</summary>
    /// <param name="scaled">Forward values times factors, interleaved.</param>
    /// <param name="cells">Cells, interleaved [S].</param>
    /// <param name="factors">Factors, interleaved.</param>
    /// <param name="residual">8 rows [A].</param>
    /// <param name="image">8 rows, filled; may be the residual itself [A].</param>
    /// <param name="rowStep">Distance of rows.</param>
    /// <param name="segment">Resistance of a segment [Ohm].</param>
    /// <param name="columns">Columns, a multiple of 4.</param>
    /// <param name="first">[8]: u at column 0, filled [V].</param>
    /// <param name="last">[8]: u at the last column, filled [V].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        ref double scaled, ref double cells, ref double factors, ref double residual, ref double image, nint rowStep, double segment, nint columns,
        ref double first, ref double last)
    {
        var resistance = Vector256.Create(segment);
        var share = Vector256<double>.One;
        Vector256<double> low = default, high = default;
        for (var j = columns - 2; j >= 0; j -= 2)
        {
            var at = j * Rows;
            var oddLow = Vector256.MultiplyAddEstimate(Load(ref factors, at + 8), low, share * Load(ref scaled, at + 8));
            var oddHigh = Vector256.MultiplyAddEstimate(Load(ref factors, at + 12), high, share * Load(ref scaled, at + 12));
            share = resistance;
            low = Vector256.MultiplyAddEstimate(Load(ref factors, at), oddLow, share * Load(ref scaled, at));
            high = Vector256.MultiplyAddEstimate(Load(ref factors, at + 4), oddHigh, share * Load(ref scaled, at + 4));
            if (j == columns - 2)
            {
                Store(oddLow, ref last, 0);
                Store(oddHigh, ref last, 4);
            }

            Subtract(Load(ref cells, at) * low, Load(ref cells, at + 8) * oddLow, ref residual, ref image, rowStep, j);
            Subtract(
                Load(ref cells, at + 4) * high, Load(ref cells, at + 12) * oddHigh,
                ref Unsafe.Add(ref residual, 4 * rowStep), ref Unsafe.Add(ref image, 4 * rowStep), rowStep, j);
        }

        Store(low, ref first, 0);
        Store(high, ref first, 4);
    }

    /// <summary>Lets currents enter at the far end as well: adds their forward values to those of <see cref="Forward"/>.</summary>
    /// <param name="entering">[8]: currents that enter at the last column that has cells [A].</param>
    /// <param name="factors">Factors, interleaved.</param>
    /// <param name="scaled">Forward values times factors, interleaved, added to.</param>
    /// <param name="columns">Columns, without padding.</param>
    /// <param name="padded">Columns with padding.</param>
    public static void EnterLast(ReadOnlySpan<double> entering, ref double factors, ref double scaled, int columns, int padded)
    {
        for (var lane = 0; lane < Rows; lane++)
        {
            var value = entering[lane];
            for (var j = columns - 1; j < padded; j++)
            {
                value *= Unsafe.Add(ref factors, (j * Rows) + lane);
                Unsafe.Add(ref scaled, (j * Rows) + lane) += value;
            }
        }
    }

    /// <summary>The backward half when the word-line voltages themselves are wanted.</summary>
    /// <param name="scaled">Forward values times factors, interleaved.</param>
    /// <param name="factors">Factors, interleaved.</param>
    /// <param name="voltage">8 rows, filled [V].</param>
    /// <param name="rowStep">Distance of rows.</param>
    /// <param name="segment">Resistance of a segment [Ohm].</param>
    /// <param name="columns">Columns, a multiple of 4.</param>
    public static void Voltages(ref double scaled, ref double factors, ref double voltage, int rowStep, double segment, int columns)
    {
        for (var lane = 0; lane < Rows; lane++)
        {
            ref var row = ref Unsafe.Add(ref voltage, lane * rowStep);
            var (u, share) = (0.0, 1.0);
            for (var j = columns - 1; j >= 0; j--)
            {
                var at = (j * Rows) + lane;
                u = (Unsafe.Add(ref factors, at) * u) + (share * Unsafe.Add(ref scaled, at));
                share = segment;
                Unsafe.Add(ref row, j) = u;
            }
        }
    }

    /// <summary>Turns eight rows into lanes.</summary>
    /// <param name="rows">8 rows.</param>
    /// <param name="rowStep">Distance of rows.</param>
    /// <param name="interleaved">[columns × 8], filled.</param>
    /// <param name="columns">Columns, a multiple of 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave(ref double rows, nint rowStep, ref double interleaved, nint columns)
    {
        for (nint half = 0; half < Rows; half += 4)
        {
            ref var row = ref Unsafe.Add(ref rows, half * rowStep);
            for (nint j = 0; j < columns; j += 2)
            {
                var even = Pair(ref row, ref Unsafe.Add(ref row, 2 * rowStep), j);
                var odd = Pair(ref Unsafe.Add(ref row, rowStep), ref Unsafe.Add(ref row, 3 * rowStep), j);
                Store(First(even, odd), ref interleaved, (j * Rows) + half);
                Store(Second(even, odd), ref interleaved, ((j + 1) * Rows) + half);
            }
        }
    }

    /// <summary>Factors eight rows.</summary>
    /// <param name="cells">Cells, interleaved [S].</param>
    /// <param name="factors">Factors, interleaved, filled.</param>
    /// <param name="line">The word line.</param>
    /// <param name="columns">Columns, without padding.</param>
    /// <param name="padded">Columns with padding: nodes without cells behind the end, which carry no current.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Factor(ref double cells, ref double factors, Line line, nint columns, nint padded)
    {
        var (resistance, one) = (Vector256.Create(line.Segment), Vector256<double>.One);
        Vector256<double> low = Vector256.Create(line.First), high = low;
        for (nint j = 0; j < padded; j++)
        {
            low += Load(ref cells, j * Rows);
            high += Load(ref cells, (j * Rows) + 4);
            if (j == columns - 1)
            {
                low += Vector256.Create(line.Last);
                high += Vector256.Create(line.Last);
            }

            var factorLow = one / (j == padded - 1 ? low : Vector256.MultiplyAddEstimate(resistance, low, one));
            var factorHigh = one / (j == padded - 1 ? high : Vector256.MultiplyAddEstimate(resistance, high, one));
            Store(factorLow, ref factors, j * Rows);
            Store(factorHigh, ref factors, (j * Rows) + 4);
            low *= factorLow;
            high *= factorHigh;
        }
    }

    /// <summary>Subtracts two columns of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(Vector256<double> first, Vector256<double> second, ref double residual, ref double image, nint rowStep, nint j)
    {
        var even = First(first, second);
        var odd = Second(first, second);
        Put(even.GetLower(), ref residual, ref image, j);
        Put(odd.GetLower(), ref residual, ref image, j + rowStep);
        Put(even.GetUpper(), ref residual, ref image, j + (2 * rowStep));
        Put(odd.GetUpper(), ref residual, ref image, j + (3 * rowStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector128<double> current, ref double residual, ref double image, nint at) =>
        (Vector128.LoadUnsafe(ref Unsafe.Add(ref residual, at)) - current).StoreUnsafe(ref Unsafe.Add(ref image, at));

    /// <summary>Two columns of one row, then of the row two below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pair(ref double row, ref double twoBelow, nint j) =>
        Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref row, j)), Vector128.LoadUnsafe(ref Unsafe.Add(ref twoBelow, j)));

    /// <summary>Elements 0 and 2 of both, taken in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> First(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.UnpackLow(a, b) : Vector256.Create(a[0], b[0], a[2], b[2]);

    /// <summary>Elements 1 and 3 of both, taken in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Second(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.UnpackHigh(a, b) : Vector256.Create(a[1], b[1], a[3], b[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double first, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> value, ref double first, nint offset) => value.StoreUnsafe(ref Unsafe.Add(ref first, offset));
}
