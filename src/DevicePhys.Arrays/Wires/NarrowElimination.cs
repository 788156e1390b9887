using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>The effective matrix of an array with few lines of one kind, by eliminating it cross line after cross line: exact, without iteration.</summary>
/// <remarks>
/// Cross lines are the many short ones, with one node on each of the N ≤ 12 long lines. With K the conductance matrix that a cross line with its cells puts between the long
/// lines, what is seen from a cross line backwards is S = K + S′·P, S′ that of the line before and P = (1 + r·S′)⁻¹ the share that the segment r between them passes on. On the way
/// back the long lines' voltages B follow as P·(B of the next line), one column for each long line with 1 V at its end; the current at a cross line's end is a fixed combination of
/// them. By reciprocity that is the current at the long line's end for 1 V at the cross line's, so either kind may be the short one. All matrices are symmetric M-matrices or
/// inverses of them: no pivots are sought. A segment of 0 Ohm needs no special case.
/// </remarks>
internal sealed class NarrowElimination
{
    /// <summary>The most lines of the short kind.</summary>
    public const int Most = PanelKernels.Width;

    private const int Width = PanelKernels.Width;
    private const int Block = Width * Width;

    private readonly WirePlanes wires;
    private readonly bool turned;
    private readonly int count;
    private readonly int longLines;
    private readonly Line cross;
    private readonly Line along;
    private readonly AlignedBlock<double> cells;
    private readonly AlignedBlock<double> factors;
    private readonly AlignedBlock<double> diagonal;
    private readonly AlignedBlock<double> ends;
    private readonly AlignedBlock<double> passes;
    private readonly AlignedBlock<double> entering;
    private readonly AlignedBlock<double> room = new(3 * Block);

    public NarrowElimination(WirePlanes wires)
    {
        this.wires = wires;
        turned = wires.Columns > wires.Rows;
        (count, longLines) = turned ? (wires.Columns, wires.Rows) : (wires.Rows, wires.Columns);
        (cross, along) = turned ? (wires.Bit, wires.Word) : (wires.Word, wires.Bit);
        var padded = (count + 3) / 4 * 4 * Width;
        (cells, factors) = (new AlignedBlock<double>(padded), new AlignedBlock<double>(padded));
        (diagonal, ends) = (new AlignedBlock<double>(padded), new AlignedBlock<double>(padded));
        passes = new AlignedBlock<double>(count * Block);
        entering = new AlignedBlock<double>(along.First > 0 ? count * Block : 0);
    }

    /// <summary>Whether an array can be eliminated so.</summary>
    public static bool Fits(WirePlanes wires) => Math.Min(wires.Rows, wires.Columns) <= Most && !wires.Word.Ideal && !wires.Bit.Ideal;

    /// <summary>Fills the effective matrix.</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    public void Run(Span<double> matrix)
    {
        Gather();
        for (var c = 0; c < count; c += 4)
        {
            CrossLines.Factor(ref At(cells, c), ref At(factors, c), ref At(diagonal, c), cross, longLines);
        }

        Forward();
        Back(matrix);
    }

    private void Forward()
    {
        ref var seen = ref room.First;
        ref var next = ref Unsafe.Add(ref seen, Block);
        room.Span.Clear();
        for (var c = 0; c < count; c++)
        {
            CrossLines.Conductance(ref At(cells, c), ref At(factors, c), ref At(diagonal, c), cross, longLines, ref next, ref At(ends, c));
            if (c == 0)
            {
                AddToDiagonal(ref next, along.First);
            }
            else
            {
                Subtract(ref seen, ref Pass(c - 1), ref next);
            }

            // What was next is what is seen now; its old place is filled anew.
            ref var old = ref seen;
            seen = ref next;
            next = ref old;
            if (c < count - 1)
            {
                NegativeInverse.OfOnePlus(along.Segment, ref seen, longLines, ref Pass(c));
            }
        }

        AddToDiagonal(ref seen, along.Last);
        NegativeInverse.Of(ref seen, longLines, ref Pass(count - 1));
        if (along.First > 0)
        {
            entering.Span.Clear();
            AddToDiagonal(ref entering.First, along.First);
            for (var c = 1; c < count; c++)
            {
                Subtract(ref Pass(c - 1), ref Entering(c - 1), ref Entering(c));
            }
        }
    }

    private void Back(Span<double> matrix)
    {
        ref var voltages = ref room.First;
        ref var before = ref Unsafe.Add(ref voltages, Block);
        room.Span.Clear();
        AddToDiagonal(ref before, along.Last);
        for (var c = count - 1; ; c--)
        {
            if (along.First > 0)
            {
                // The last line is joined to its end by a conductance, the others to the next line by a segment.
                AddScaled(c == count - 1 ? 1 : along.Segment, ref Entering(c), ref before);
            }

            MemoryMarshal.CreateSpan(ref voltages, Block).Clear();
            Subtract(ref Pass(c), ref before, ref voltages);
            Write(c, ref voltages, matrix);
            if (c == 0)
            {
                return;
            }

            ref var old = ref voltages;
            voltages = ref before;
            before = ref old;
        }
    }

    private void Write(int c, ref double voltages, Span<double> matrix)
    {
        Vector256<double> a = default, b = default, d = default;
        ref var end = ref At(ends, c);
        for (nint k = 0; k < longLines; k++)
        {
            var share = Vector256.Create(Unsafe.Add(ref end, k));
            ref var row = ref Unsafe.Add(ref voltages, k * Width);
            a = Vector256.MultiplyAddEstimate(share, Vector256.LoadUnsafe(ref row), a);
            b = Vector256.MultiplyAddEstimate(share, Vector256.LoadUnsafe(ref row, 4), b);
            d = Vector256.MultiplyAddEstimate(share, Vector256.LoadUnsafe(ref row, 8), d);
        }

        Span<double> currents = stackalloc double[Width];
        a.CopyTo(currents);
        b.CopyTo(currents[4..]);
        d.CopyTo(currents[8..]);
        if (!turned)
        {
            currents[..longLines].CopyTo(matrix[(c * longLines)..]);
            return;
        }

        for (var k = 0; k < longLines; k++)
        {
            matrix[(k * count) + c] = currents[k];
        }
    }

    private void Gather()
    {
        var to = cells.Span;
        for (var c = 0; c < count; c++)
        {
            for (var k = 0; k < longLines; k++)
            {
                to[(c * Width) + k] = turned ? wires.Cell(k, c) : wires.Cell(c, k);
            }
        }
    }

    private static ref double At(AlignedBlock<double> block, int c) => ref Unsafe.Add(ref block.First, c * Width);

    private ref double Pass(int c) => ref Unsafe.Add(ref passes.First, c * Block);

    private ref double Entering(int c) => ref Unsafe.Add(ref entering.First, c * Block);

    /// <summary>target −= left·right, left symmetric; passes are kept with the opposite sign, so that with them this adds.</summary>
    private void Subtract(ref double left, ref double right, ref double target)
    {
        for (nint strip = 0; strip < longLines; strip += PanelKernels.Strip)
        {
            PanelKernels.Subtract(ref Unsafe.Add(ref left, strip), ref right, longLines, ref Unsafe.Add(ref target, strip * Width), Width);
        }
    }

    private void AddToDiagonal(ref double block, double value)
    {
        for (var k = 0; k < longLines; k++)
        {
            Unsafe.Add(ref block, (k * Width) + k) += value;
        }
    }

    private static void AddScaled(double factor, ref double block, ref double target)
    {
        for (var i = 0; i < Block; i++)
        {
            Unsafe.Add(ref target, i) += factor * Unsafe.Add(ref block, i);
        }
    }
}
