using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DevicePhys.Errors;

namespace DevicePhys.Arrays.Wires;

/// <summary>A crossbar with resistive wires whose cells carry I = G V₀ sinh(V/V₀), solved exactly by Newton's method.</summary>
/// <remarks>
/// Each step replaces a cell by its tangent, a conductance beside a current source, and solves the linear network by the same line-PCG as ohmic cells.
/// Where a step raises a cell's voltage the next tangent is taken where the cell carries the current that the last one predicted, not at the predicted voltage (as circuit simulators limit diodes):
/// so no exponential overflows and any start converges. Validity: the sinh law describes tunnelling and hopping cells without threshold; V₀ is
/// related to the ratio NL of currents at full and half voltage by NL = 2 cosh(V/2V₀). Not thread safe; no call allocates but the first.
/// </remarks>
public sealed class NonlinearCrossbar
{
    private const int MostLinearisations = 100;
    private readonly WirePlanes wires;
    private readonly LineSolver solver;
    private readonly KrylovPlanes side;
    private readonly double scale;
    private readonly double[] conductances;
    private readonly double[] at, slopes, sources, word;
    private readonly double[] shifted;

    /// <summary>Wires given cells.</summary>
    /// <param name="conductances">[rows × columns], row-major: conductances at low voltage [S].</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <param name="settings">The resistances; lines of both kinds need some resistance.</param>
    /// <param name="scaleVoltage">V₀, the voltage over which cells become non-linear [V].</param>
    /// <exception cref="ArgumentException">A conductance or a setting is out of range.</exception>
    public NonlinearCrossbar(ReadOnlySpan<double> conductances, int rows, int columns, WireSettings settings, double scaleVoltage)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scaleVoltage);
        if (conductances.Length != (long)rows * columns)
        {
            throw new ArgumentException($"There are {conductances.Length} conductances, expected {rows} × {columns}.", nameof(conductances));
        }

        wires = new WirePlanes(rows, columns, settings);
        if (wires.Word.Ideal || wires.Bit.Ideal)
        {
            throw new ArgumentException("Word lines and bit lines should have some resistance, in segments or at their ends.", nameof(settings));
        }

        wires.Load(conductances, columns);
        (solver, side, scale, this.conductances) = (new LineSolver(wires), new KrylovPlanes(wires, keepVoltages: true), scaleVoltage, conductances.ToArray());
        (at, slopes, sources) = (new double[conductances.Length], new double[conductances.Length], new double[conductances.Length]);
        word = new double[wires.Blocks * WordLines.Rows * wires.Stride];
        shifted = new double[WordLines.Rows * wires.Stride];
    }

    /// <summary>The error bound wished, relative to the sum of the sensed currents.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>The currents for one input.</summary>
    /// <param name="voltages">[Rows]: driver voltages [V].</param>
    /// <param name="currents">[Columns]: sensed currents, filled [A].</param>
    /// <returns>How it was found.</returns>
    /// <exception cref="ArgumentException">A span has another length, or a voltage is not finite.</exception>
    /// <exception cref="ConvergenceException">The tolerance is not reached; it is then below what rounding allows.</exception>
    public NonlinearSolution Solve(ReadOnlySpan<double> voltages, Span<double> currents)
    {
        if (voltages.Length != wires.Rows || currents.Length != wires.Columns)
        {
            throw new ArgumentException($"{voltages.Length} voltages and room for {currents.Length} currents, expected {wires.Rows} and {wires.Columns}.");
        }

        if (voltages.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            throw new ArgumentException("A voltage is not finite.", nameof(voltages));
        }

        at.AsSpan().Clear();
        var (iterations, bound) = (0, double.PositiveInfinity);
        for (var step = 1; step <= MostLinearisations; step++)
        {
            Linearise();
            Drive(voltages);
            iterations += solver.Run(MemoryMarshal.CreateReadOnlySpan(in side, 1), Tolerance / 4, adjoint: false);
            var sum = solver.Collect(side, currents);
            WordVoltages(voltages);
            var beside = Advance();
            bound = sum == 0 && beside == 0 ? 0 : ((2 * beside) + side.Residual) / sum;
            if (bound <= Tolerance)
            {
                return new NonlinearSolution(step, iterations, bound);
            }
        }

        throw new ConvergenceException(
            $"The non-linear cells of a {wires.Rows} × {wires.Columns} crossbar did not converge: the error bound is {bound}, expected {Tolerance} or less.",
            "cells", 0, bound, currents.ToArray());
    }

    /// <summary>The voltage at a crossing after a solution.</summary>
    /// <param name="row">The word line.</param>
    /// <param name="column">The bit line.</param>
    /// <returns>Voltages of the word-line and the bit-line node [V].</returns>
    public (double Word, double Bit) Node(int row, int column) =>
        (word[(row * wires.Stride) + column], Unsafe.Add(ref side.VoltageRow(row), column));

    private void Linearise()
    {
        for (var i = 0; i < at.Length; i++)
        {
            slopes[i] = conductances[i] * Math.Cosh(at[i] / scale);
            sources[i] = Current(i, at[i]) - (slopes[i] * at[i]);
        }

        wires.Load<double>(slopes, wires.Columns);
    }

    private double Current(int cell, double voltage) => conductances[cell] * scale * Math.Sinh(voltage / scale);

    /// <summary>Right-hand side s + D·A⁻¹·(drivers − s), with s the sources of the tangents.</summary>
    private void Drive(ReadOnlySpan<double> voltages)
    {
        Span<double> ends = stackalloc double[4 * WordLines.Rows];
        for (var group = 0; group < wires.Blocks; group++)
        {
            var row = group * WordLines.Rows;
            Ends(voltages, row, -1, ends);
            for (var lane = 0; lane < WordLines.Rows; lane++)
            {
                var residual = MemoryMarshal.CreateSpan(ref side.ResidualRow(row + lane), wires.Stride);
                residual.Clear();
                shifted.AsSpan(lane * wires.Stride, wires.Stride).Clear();
                for (var j = 0; j < wires.Columns && row + lane < wires.Rows; j++)
                {
                    var cell = ((row + lane) * wires.Columns) + j;
                    residual[j] = sources[cell];
                    shifted[(lane * wires.Stride) + j] = slopes[cell] == 0 ? 0 : sources[cell] / slopes[cell];
                }
            }

            Wires.Drive.Forward(wires, group, ref shifted[0], ends[..WordLines.Rows], ends.Slice(WordLines.Rows, WordLines.Rows));
            WordLines.Backward(
                ref wires.Scratch, ref wires.Cells(group), ref wires.WordFactors(group), ref side.ResidualRow(row), ref side.ResidualRow(row), wires.Stride,
                wires.Word.Segment, wires.Width, ref ends[2 * WordLines.Rows], ref ends[3 * WordLines.Rows]);
        }

        for (var row = 0; row < wires.Rows; row++)
        {
            MemoryMarshal.CreateSpan(ref side.VoltageRow(row), wires.Stride).Clear();
        }
    }

    private void WordVoltages(ReadOnlySpan<double> voltages)
    {
        Span<double> ends = stackalloc double[2 * WordLines.Rows];
        for (var group = 0; group < wires.Blocks; group++)
        {
            var row = group * WordLines.Rows;
            Ends(voltages, row, 1, ends);
            for (var lane = 0; lane < WordLines.Rows; lane++)
            {
                shifted.AsSpan(lane * wires.Stride, wires.Stride).Clear();
                for (var j = 0; j < wires.Columns && row + lane < wires.Rows; j++)
                {
                    var cell = ((row + lane) * wires.Columns) + j;
                    shifted[(lane * wires.Stride) + j] = Unsafe.Add(ref side.VoltageRow(row + lane), j) - (slopes[cell] == 0 ? 0 : sources[cell] / slopes[cell]);
                }
            }

            Wires.Drive.Forward(wires, group, ref shifted[0], ends[..WordLines.Rows], ends.Slice(WordLines.Rows, WordLines.Rows));
            WordLines.Voltages(ref wires.Scratch, ref wires.WordFactors(group), ref word[row * wires.Stride], wires.Stride, wires.Word.Segment, wires.Width);
        }
    }

    private void Ends(ReadOnlySpan<double> voltages, int row, int sign, Span<double> ends)
    {
        for (var lane = 0; lane < WordLines.Rows; lane++)
        {
            var voltage = row + lane < wires.Rows ? sign * voltages[row + lane] : 0;
            ends[lane] = wires.Word.First * voltage;
            ends[WordLines.Rows + lane] = wires.Word.Last * voltage;
        }
    }

    /// <summary>Takes the next points of the tangents; returns what all cells carry beside the last ones [A].</summary>
    private double Advance()
    {
        var beside = 0.0;
        for (var i = 0; i < wires.Rows; i++)
        {
            for (var j = 0; j < wires.Columns; j++)
            {
                var cell = (i * wires.Columns) + j;
                var (wordVoltage, bitVoltage) = Node(i, j);
                var voltage = wordVoltage - bitVoltage;
                var predicted = (slopes[cell] * voltage) + sources[cell];
                beside += Math.Abs(Current(cell, voltage) - predicted);
                var rises = conductances[cell] > 0 && Math.Abs(voltage) > Math.Abs(at[cell]);
                at[cell] = rises ? scale * Math.Asinh(predicted / (conductances[cell] * scale)) : voltage;
            }
        }

        return beside;
    }
}
