namespace DevicePhys.Arrays.Wires;

/// <summary>A passive crossbar whose wires, drivers and sense amplifiers have resistance, solved exactly.</summary>
/// <remarks>
/// Every crossing has a node on its word line and one on its bit line, joined by the cell; Kirchhoff's law holds at all 2 × Rows × Columns of
/// them. Word line i is driven through the driver and one segment, bit line j ends through one segment and the sense input at 0 V.
/// Not thread safe. After the first call of a kind, no call allocates.
/// </remarks>
public sealed class WiredCrossbar
{
    /// <summary>Arrays whose cells and factors are larger than this solve several inputs in one sweep: then they are read once for all of them.</summary>
    private const int BytesWorthSharing = 256 * 1024;

    private const int SharedInputs = 4;

    /// <summary>From this many lines of the shorter kind on, elimination is faster than one solve for each bit line.</summary>
    private const int SmallestWorthEliminating = 48;

    private readonly WirePlanes wires;
    private readonly LineSolver solver;
    private readonly List<KrylovPlanes> sides = [];
    private PartTree? parts;
    private NarrowElimination? narrow;

    /// <summary>Wires a crossbar.</summary>
    /// <param name="crossbar">The cells; their conductances are copied.</param>
    /// <param name="settings">The resistances.</param>
    /// <exception cref="ArgumentException">A conductance is negative or not finite.</exception>
    public WiredCrossbar(Crossbar crossbar, WireSettings settings)
        : this((crossbar ?? throw new ArgumentNullException(nameof(crossbar))).Rows, crossbar.Columns, settings) => Load(crossbar);

    /// <summary>Wires given conductances.</summary>
    /// <param name="conductances">[rows × columns], row-major [S].</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <param name="settings">The resistances.</param>
    /// <exception cref="ArgumentException">A conductance is negative or not finite, or there are too many or too few.</exception>
    public WiredCrossbar(ReadOnlySpan<double> conductances, int rows, int columns, WireSettings settings)
        : this(rows, columns, settings) => Load(conductances);

    private WiredCrossbar(int rows, int columns, WireSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Settings = settings;
        wires = new WirePlanes(rows, columns, settings);
        solver = new LineSolver(wires);
    }

    /// <summary>Word lines.</summary>
    public int Rows => wires.Rows;

    /// <summary>Bit lines.</summary>
    public int Columns => wires.Columns;

    /// <summary>The resistances.</summary>
    public WireSettings Settings { get; }

    /// <summary>The error bound wished, relative to the sum of the sensed currents.</summary>
    public double Tolerance { get; init; } = 1e-10;

    internal WirePlanes Wires => wires;

    internal LineSolver Solver => solver;

    /// <summary>Takes over new conductances.</summary>
    /// <param name="conductances">[Rows × Columns], row-major [S].</param>
    /// <exception cref="ArgumentException">A conductance is negative or not finite, or there are too many or too few.</exception>
    public void Load(ReadOnlySpan<double> conductances)
    {
        if (conductances.Length != (long)Rows * Columns)
        {
            throw new ArgumentException($"There are {conductances.Length} conductances, expected {Rows} × {Columns}.", nameof(conductances));
        }

        wires.Load(conductances, Columns);
    }

    /// <summary>Takes over the present conductances of a crossbar.</summary>
    /// <param name="crossbar">As many word lines and bit lines as this one.</param>
    /// <exception cref="ArgumentException">A conductance is negative or not finite, or the size is another.</exception>
    public void Load(Crossbar crossbar)
    {
        ArgumentNullException.ThrowIfNull(crossbar);
        if (crossbar.Rows != Rows || crossbar.Columns != Columns)
        {
            throw new ArgumentException($"The crossbar is {crossbar.Rows} × {crossbar.Columns}, expected {Rows} × {Columns}.", nameof(crossbar));
        }

        wires.Load<float>(crossbar.Cells.Values, crossbar.Cells.Stride);
    }

    /// <summary>The currents for one input.</summary>
    /// <param name="voltages">[Rows]: driver voltages [V].</param>
    /// <param name="currents">[Columns]: sensed currents, filled [A].</param>
    /// <returns>How it was found, and how accurate it is.</returns>
    public WireSolution Solve(ReadOnlySpan<double> voltages, Span<double> currents) => Solve(voltages, 1, currents);

    /// <summary>The currents for several inputs.</summary>
    /// <param name="voltages">[count × Rows], row-major: driver voltages [V].</param>
    /// <param name="count">Inputs.</param>
    /// <param name="currents">[count × Columns], row-major: sensed currents, filled [A].</param>
    /// <returns>How they were found: the most iterations, and residual and current of the least accurate one.</returns>
    /// <exception cref="ArgumentException">A voltage is not finite, or a span has another length than its shape asks for.</exception>
    public WireSolution Solve(ReadOnlySpan<double> voltages, int count, Span<double> currents)
    {
        Check(voltages, count, currents);
        var worst = default(WireSolution);
        var together = WorthSharing ? SharedInputs : 1;
        for (var done = 0; done < count; done += together)
        {
            var part = Sides(Math.Min(together, count - done));
            for (var k = 0; k < part.Length; k++)
            {
                Drive.IntoGround(wires, voltages.Slice((done + k) * Rows, Rows), part[k]);
            }

            var iterations = wires.Bit.Ideal ? 0 : solver.Run(part, Tolerance, adjoint: false);
            for (var k = 0; k < part.Length; k++)
            {
                var sum = solver.Collect(part[k], currents.Slice((done + k) * Columns, Columns));
                var solution = new WireSolution(Math.Max(iterations, worst.Iterations), wires.Bit.Ideal ? 0 : part[k].Residual, sum);
                worst = solution.RelativeError >= worst.RelativeError ? solution : worst with { Iterations = solution.Iterations };
            }
        }

        return worst;
    }

    /// <summary>The matrix that the wired crossbar is, seen from outside: current j is the sum over i of voltage i times element (i, j).</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    /// <remarks>
    /// Arrays with at most twelve lines of one kind are eliminated line by line, other narrow ones and those with ideal lines solved once per bit line, wide ones eliminated block by
    /// block. All three are there by name, <see cref="EliminateLines"/>, <see cref="SolveAdjoint"/> and <see cref="EliminateBlocks"/>, so that each judges the others.
    /// </remarks>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void EffectiveMatrix(Span<double> matrix)
    {
        if (NarrowElimination.Fits(wires))
        {
            EliminateLines(matrix);
        }
        else if (CanEliminate && Math.Min(Rows, Columns) >= SmallestWorthEliminating)
        {
            EliminateBlocks(matrix);
        }
        else
        {
            SolveAdjoint(matrix);
        }
    }

    /// <summary>The effective matrix by one solve for each bit line.</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void SolveAdjoint(Span<double> matrix)
    {
        CheckMatrix(matrix);
        if (wires.Bit.Ideal || wires.Word.Ideal)
        {
            IdealLines.Run(wires, Sides(1)[0], matrix);
            return;
        }

        AdjointSolves.Run(wires, solver, Sides(WorthSharing ? SharedInputs : 1), Tolerance, matrix);
    }

    /// <summary>The effective matrix by block elimination: exact to rounding, without iteration.</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="InvalidOperationException">A segment has no resistance.</exception>
    public void EliminateBlocks(Span<double> matrix)
    {
        CheckMatrix(matrix);
        if (!CanEliminate)
        {
            throw new InvalidOperationException("Block elimination needs a resistance above 0 in every segment.");
        }

        (parts ??= new PartTree(wires)).Run(matrix);
    }

    /// <summary>The effective matrix by elimination line by line: exact to rounding, without iteration.</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="InvalidOperationException">There are more than twelve lines of either kind, or lines without any resistance.</exception>
    public void EliminateLines(Span<double> matrix)
    {
        CheckMatrix(matrix);
        if (!NarrowElimination.Fits(wires))
        {
            throw new InvalidOperationException($"Elimination line by line needs at most {NarrowElimination.Most} lines of one kind, and lines with resistance.");
        }

        (narrow ??= new NarrowElimination(wires)).Run(matrix);
    }

    private bool CanEliminate => wires.Word.Segment > 0 && wires.Bit.Segment > 0;

    private bool WorthSharing => 3L * sizeof(double) * Rows * Columns > BytesWorthSharing;

    private void CheckMatrix(Span<double> matrix)
    {
        if (matrix.Length != (long)Rows * Columns)
        {
            throw new ArgumentException($"The matrix has {matrix.Length} elements, expected {Rows} × {Columns}.", nameof(matrix));
        }
    }

    private void Check(ReadOnlySpan<double> voltages, int count, Span<double> currents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (voltages.Length != (long)count * Rows)
        {
            throw new ArgumentException($"There are {voltages.Length} voltages, expected {count} × {Rows}.", nameof(voltages));
        }

        if (currents.Length != (long)count * Columns)
        {
            throw new ArgumentException($"There is room for {currents.Length} currents, expected {count} × {Columns}.", nameof(currents));
        }

        for (var i = 0; i < voltages.Length; i++)
        {
            if (!double.IsFinite(voltages[i]))
            {
                throw new ArgumentException($"Voltage {i} is {voltages[i]} V, expected a finite one.", nameof(voltages));
            }
        }
    }

    private ReadOnlySpan<KrylovPlanes> Sides(int count)
    {
        while (sides.Count < count)
        {
            sides.Add(new KrylovPlanes(wires, keepVoltages: false));
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sides)[..count];
    }
}
