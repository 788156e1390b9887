using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DevicePhys.Errors;

namespace DevicePhys.Arrays.Wires;

/// <summary>Conjugate gradients on the bit-line nodes, with the word lines eliminated exactly and the bit lines as preconditioner.</summary>
/// <remarks>
/// With D the cells, A the word lines and B the bit lines (both with their cells to ground), the bit-line voltages x obey
/// S·x = (B − D·A⁻¹·D)·x = b. S is a symmetric positive definite M-matrix at every size and resistance, and B alone is already close to it:
/// the preconditioned spectrum lies in (0, 1]. Because B·z = r, the image S·z is r − D·A⁻¹·D·z: the bit lines are never multiplied, only
/// solved, so that segments of 0 Ohm need no special case. One iteration is two sweeps over the array: up (bit lines back, word lines there
/// and back), down (step, bit lines there). The two scalar products come from the factors for nothing.
/// <para>
/// How accurate it is: of a current that enters at any node, what leaves at the sense inputs adds up to no more than that current. So the errors of all
/// sensed currents together are at most the sum of the absolute residuals; the iteration ends when that is below the tolerance times the sum of the currents.
/// </para>
/// The recurrence is that of Chronopoulos and Gear, J. Comput. Appl. Math. 25, 153 (1989).
/// </remarks>
internal sealed class LineSolver(WirePlanes wires)
{
    private const int MostIterations = 10_000;
    private readonly double[] gamma = new double[64];
    private readonly double[] work = new double[64];

    /// <summary>Solves for the residuals that the right-hand sides hold.</summary>
    /// <param name="sides">Right-hand sides, at most 64, with their residuals filled in and everything else about them reset here.</param>
    /// <param name="tolerance">The error bound wished, relative to the sum of the output currents.</param>
    /// <param name="adjoint">Whether the outputs are the driver currents instead of the sensed ones.</param>
    /// <param name="floor">Output currents that are there already and count as output [A].</param>
    /// <returns>The iterations made.</returns>
    /// <exception cref="ConvergenceException">The iteration stands still; only non-finite data can cause it.</exception>
    public int Run(ReadOnlySpan<KrylovPlanes> sides, double tolerance, bool adjoint, double floor = 0)
    {
        foreach (var side in sides)
        {
            Begin(side);
        }

        for (var iteration = 0; ; iteration++)
        {
            var open = 0;
            foreach (var side in sides)
            {
                var output = floor + (adjoint ? side.Drivers.AbsoluteSum(wires.Rows) : SensedSum(side));
                side.Done |= side.Residual <= tolerance * output || side.Residual == 0;
                open += side.Done ? 0 : 1;
            }

            if (open == 0)
            {
                return iteration;
            }

            if (iteration == MostIterations)
            {
                throw Stuck(sides);
            }

            SweepUp(sides);
            SweepDown(sides);
        }
    }

    /// <summary>Reads the sensed currents.</summary>
    /// <param name="side">A solved right-hand side; with ideal bit lines, an unsolved one.</param>
    /// <param name="currents">[Columns], filled [A].</param>
    /// <returns>The sum of their absolute values [A].</returns>
    public double Collect(KrylovPlanes side, Span<double> currents)
    {
        var sum = 0.0;
        currents.Clear();
        for (var j = 0; j < currents.Length; j++)
        {
            for (var i = 0; wires.Bit.Ideal && i < wires.Rows; i++)
            {
                currents[j] += Unsafe.Add(ref side.ResidualRow(i), j);
            }

            currents[j] += wires.Bit.Ideal ? 0 : Sensed(side, j);
            sum += Math.Abs(currents[j]);
        }

        return sum;
    }

    private double Sensed(KrylovPlanes side, int column) =>
        (wires.Bit.First * side.FirstRow.Values[column]) + (wires.Bit.Last * side.LastRow.Values[column]);

    private double SensedSum(KrylovPlanes side)
    {
        var sum = 0.0;
        for (var j = 0; j < wires.Columns; j++)
        {
            sum += Math.Abs(Sensed(side, j));
        }

        return sum;
    }

    private void Begin(KrylovPlanes side)
    {
        side.Start();
        side.Residual = 0;
        for (var row = 0; row < wires.Rows; row++)
        {
            side.Residual += BitLines.Forward(
                ref side.ImageRow(row), ref side.ResidualRow(row), ref side.ImageRow(row - 1), ref wires.BitFactors(row - 1), wires.Width);
        }
    }

    private void SweepUp(ReadOnlySpan<KrylovPlanes> sides)
    {
        gamma.AsSpan().Clear();
        work.AsSpan().Clear();
        for (var group = wires.Blocks - 1; group >= 0; group--)
        {
            for (var k = 0; k < sides.Length; k++)
            {
                if (!sides[k].Done)
                {
                    gamma[k] += BitLinesBack(sides[k], group);
                    work[k] += WordLinesBoth(sides[k], group);
                }
            }
        }
    }

    private double BitLinesBack(KrylovPlanes side, int group)
    {
        var sum = 0.0;
        var first = group * WordLines.Rows;
        for (var row = Math.Min(first + WordLines.Rows, wires.Rows) - 1; row >= first; row--)
        {
            sum += row == wires.Rows - 1
                ? BitLines.BackwardLast(ref side.SolutionRow(row), ref side.ImageRow(row), ref wires.BitFactors(row), wires.Width)
                : BitLines.Backward(
                    ref side.SolutionRow(row), ref side.ImageRow(row), ref wires.BitFactors(row), ref side.SolutionRow(row + 1),
                    wires.Bit.Segment, wires.Width);
            if (row == wires.Rows - 1)
            {
                MemoryMarshal.CreateSpan(ref side.SolutionRow(row), wires.Width).CopyTo(side.LastRow.Next.Span);
            }
        }

        if (group == 0)
        {
            MemoryMarshal.CreateSpan(ref side.SolutionRow(0), wires.Width).CopyTo(side.FirstRow.Next.Span);
        }

        return sum;
    }

    private double WordLinesBoth(KrylovPlanes side, int group)
    {
        var row = group * WordLines.Rows;
        if (wires.Word.Ideal)
        {
            MemoryMarshal.CreateSpan(ref side.ResidualRow(row), WordLines.Rows * wires.Stride)
                .CopyTo(MemoryMarshal.CreateSpan(ref side.ImageRow(row), WordLines.Rows * wires.Stride));
            return 0;
        }

        Span<double> ends = stackalloc double[3 * WordLines.Rows];
        ref var none = ref ends[0];
        ref var first = ref ends[WordLines.Rows];
        ref var last = ref ends[2 * WordLines.Rows];
        ref var scaled = ref wires.Scratch;
        var sum = WordLines.Forward(
            ref side.SolutionRow(row), wires.Stride, ref wires.Cells(group), ref wires.WordFactors(group), ref none, ref scaled,
            wires.Word.Segment, wires.Width);
        WordLines.Backward(
            ref scaled, ref wires.Cells(group), ref wires.WordFactors(group), ref side.ResidualRow(row), ref side.ImageRow(row), wires.Stride,
            wires.Word.Segment, wires.Width, ref first, ref last);
        var drivers = side.Drivers.Next.Span.Slice(row, WordLines.Rows);
        for (var i = 0; i < drivers.Length; i++)
        {
            drivers[i] = (wires.Word.First * Unsafe.Add(ref first, i)) + (wires.Word.Last * Unsafe.Add(ref last, i));
        }

        return sum;
    }

    private void SweepDown(ReadOnlySpan<KrylovPlanes> sides)
    {
        for (var k = 0; k < sides.Length; k++)
        {
            var side = sides[k];
            if (side.Done)
            {
                continue;
            }

            // gamma − work is solution · image, and with the old direction's share taken off, direction · S · direction.
            var beta = side.Gamma == 0 ? 0 : gamma[k] / side.Gamma;
            var alpha = gamma[k] / (gamma[k] - work[k] - (beta == 0 ? 0 : beta * gamma[k] / side.Alpha));
            if (!(alpha > 0 && double.IsFinite(alpha)))
            {
                throw Stuck(sides);
            }

            (side.Gamma, side.Alpha, side.Residual) = (gamma[k], alpha, 0);
            (gamma[k], work[k]) = (alpha, beta);
            side.FirstRow.Step(alpha, beta);
            side.LastRow.Step(alpha, beta);
            side.Drivers.Step(alpha, beta);
        }

        for (var row = 0; row < wires.Rows; row++)
        {
            for (var k = 0; k < sides.Length; k++)
            {
                var side = sides[k];
                if (side.Done)
                {
                    continue;
                }

                var (alpha, beta) = (gamma[k], work[k]);
                side.Residual += BitLines.Step(
                    ref side.DirectionRow(row), ref side.ImageRow(row), ref side.ResidualRow(row), ref side.ImageRow(row - 1),
                    ref wires.BitFactors(row - 1), alpha, beta, wires.Width);
                if (side.KeepsVoltages)
                {
                    BitLines.Follow(
                        ref side.VoltageRow(row), ref side.NodeDirectionRow(row), ref side.SolutionRow(row), alpha, beta, wires.Width);
                }
            }
        }
    }

    private ConvergenceException Stuck(ReadOnlySpan<KrylovPlanes> sides)
    {
        var (residual, currents) = (0.0, new double[wires.Columns]);
        foreach (var side in sides)
        {
            residual = Math.Max(residual, side.Residual);
        }

        for (var j = 0; j < currents.Length; j++)
        {
            currents[j] = Sensed(sides[0], j);
        }

        return new ConvergenceException(
            $"The wires of a {wires.Rows} × {wires.Columns} crossbar did not converge: {residual} A are left over, expected less.",
            "bit lines", 0, residual, currents);
    }
}
