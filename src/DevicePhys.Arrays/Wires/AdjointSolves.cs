using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Wires;

/// <summary>The effective matrix, column by column: by reciprocity, what each driver sends to a sense input is what it would get from there.</summary>
/// <remarks>One solve gives the whole column of a bit line, so that Columns solves, not Rows, give the matrix.</remarks>
internal static class AdjointSolves
{
    public static void Run(WirePlanes wires, LineSolver solver, ReadOnlySpan<KrylovPlanes> sides, double tolerance, Span<double> matrix)
    {
        for (var done = 0; done < wires.Columns; done += sides.Length)
        {
            var part = sides[..Math.Min(sides.Length, wires.Columns - done)];
            for (var k = 0; k < part.Length; k++)
            {
                part[k].ClearResidual();
                Unsafe.Add(ref part[k].ResidualRow(0), done + k) += wires.Bit.First;
                Unsafe.Add(ref part[k].ResidualRow(wires.Rows - 1), done + k) += wires.Bit.Last;
            }

            solver.Run(part, tolerance, adjoint: true);
            for (var k = 0; k < part.Length; k++)
            {
                for (var i = 0; i < wires.Rows; i++)
                {
                    matrix[(i * wires.Columns) + done + k] = part[k].Drivers.Values[i];
                }
            }
        }
    }
}
