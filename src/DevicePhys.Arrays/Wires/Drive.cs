using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Wires;

/// <summary>Currents that driven word lines send into bit lines.</summary>
internal static class Drive
{
    /// <summary>Fills a right-hand side: the currents into bit lines held at 0 V.</summary>
    /// <param name="wires">The array.</param>
    /// <param name="voltages">[Rows]: driver voltages [V].</param>
    /// <param name="side">Its residual is filled.</param>
    public static void IntoGround(WirePlanes wires, ReadOnlySpan<double> voltages, KrylovPlanes side)
    {
        Span<double> ends = stackalloc double[4 * WordLines.Rows];
        var first = ends[..WordLines.Rows];
        var last = ends.Slice(WordLines.Rows, WordLines.Rows);
        for (var group = 0; group < wires.Blocks; group++)
        {
            var row = group * WordLines.Rows;
            var driven = voltages[row..Math.Min(row + WordLines.Rows, wires.Rows)];
            ref var target = ref side.ResidualRow(row);
            if (wires.Word.Ideal)
            {
                IdealLines(wires, group, driven, ref target);
                continue;
            }

            // The pass subtracts what it finds from 0, so the currents enter with the opposite sign.
            for (var i = 0; i < driven.Length; i++)
            {
                first[i] = -wires.Word.First * driven[i];
                last[i] = -wires.Word.Last * driven[i];
            }

            first[driven.Length..].Clear();
            last[driven.Length..].Clear();
            Forward(wires, group, ref wires.Zeros, first, last);
            WordLines.Backward(
                ref wires.Scratch, ref wires.Cells(group), ref wires.WordFactors(group), ref wires.Zeros, ref target, wires.Stride,
                wires.Word.Segment, wires.Width, ref ends[2 * WordLines.Rows], ref ends[3 * WordLines.Rows]);
        }
    }

    /// <summary>The forward pass with currents entering at both ends; the scaled values are left in the array's scratch.</summary>
    public static void Forward(WirePlanes wires, int group, ref double bitVoltages, ReadOnlySpan<double> first, ReadOnlySpan<double> last)
    {
        WordLines.Forward(
            ref bitVoltages, wires.Stride, ref wires.Cells(group), ref wires.WordFactors(group), ref Unsafe.AsRef(in first[0]), ref wires.Scratch,
            wires.Word.Segment, wires.Width);
        if (wires.Word.Last > 0)
        {
            WordLines.EnterLast(last, ref wires.WordFactors(group), ref wires.Scratch, wires.Columns, wires.Width);
        }
    }

    private static void IdealLines(WirePlanes wires, int group, ReadOnlySpan<double> driven, ref double target)
    {
        ref var cells = ref wires.Cells(group);
        for (var i = 0; i < driven.Length; i++)
        {
            for (var j = 0; j < wires.Width; j++)
            {
                Unsafe.Add(ref target, (i * wires.Stride) + j) = Unsafe.Add(ref cells, (j * WordLines.Rows) + i) * driven[i];
            }
        }
    }
}
