using System.Globalization;
using DevicePhys.Arrays.Mapping;
using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Wired crossbars beside scipy's sparse direct solver on the same matrices, in one run, set-up included on both sides.</summary>
/// <remarks>Cells uniform from 1 to 100 µS, inputs uniform from 0 to 0.3 V; scipy solves all nodes (tests/Arrays/Wires/nodal.py), the faster of two orderings.</remarks>
internal static class WireRatios
{
    public static void Run()
    {
        var (l2, l3, memory) = (MachineLimits.Read(256 << 10), MachineLimits.Read(3 << 20), MachineLimits.Read(128 << 20));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one core reads L2 {l2 / 1e9:0}, L3 {l3 / 1e9:0}, memory {memory / 1e9:0.0} GB/s"));
        Console.WriteLine("cells        r/Ohm  iterations  error bound  solve/ms  with set-up/ms  ns/cell/it  scipy/ms   ratio  difference");
        foreach (var (rows, columns, resistance, peer) in new[]
        {
            (64, 64, 1.0, true), (128, 128, 1, true), (256, 256, 1, true), (256, 256, 10, false), (512, 512, 1, false), (784, 16, 1, true), (1024, 1024, 1, false),
        })
        {
            Solve(rows, columns, resistance, peer);
        }

        foreach (var (rows, columns) in new[] { (784, 10), (10, 784), (784, 16), (784, 100), (32, 32), (64, 64), (128, 128), (256, 256) })
        {
            var wired = new WiredCrossbar(Cells(rows, columns), rows, columns, new WireSettings(1, 1));
            var matrix = new double[rows * columns];
            var (adjoint, blocks) = (BestOf.Seconds(() => wired.SolveAdjoint(matrix), 1), BestOf.Seconds(() => wired.EliminateBlocks(matrix), 1));
            var lines = Math.Min(rows, columns) > 12 ? "" : string.Create(CultureInfo.InvariantCulture, $", line by line {BestOf.Seconds(() => wired.EliminateLines(matrix), 1) * 1e3:0.000}");
            var chosen = BestOf.Seconds(() => wired.EffectiveMatrix(matrix), 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"effective matrix of {rows}x{columns}: {chosen * 1e3:0.000} ms (adjoint solves {adjoint * 1e3:0.00}, block elimination {blocks * 1e3:0.00}{lines})"));
        }

        Inference();
        Nonlinear();
    }

    /// <summary>Products of 256 inputs at a time by arrays with exact wires beside the same with ideal wires.</summary>
    private static void Inference()
    {
        foreach (var (rows, columns) in new[] { (784, 100), (784, 300), (256, 256) })
        {
            var weights = Cells(rows, columns).Select((cell, i) => (float)(cell * (i % 2 == 0 ? 1e4 : -1e4))).ToArray();
            var input = new float[256 * rows];
            new RandomStream(3, "wire benchmark").FillUniform(input);
            var output = new float[256 * columns];
            var settings = new AnalogMatrixSettings(1e-6, 1e-4) { TileRows = 256 };
            var (ideal, wired) = (new AnalogMatrix(weights, rows, columns, settings), new AnalogMatrix(weights, rows, columns, settings with { Wires = new WireSettings(1, 1) }));
            var (plain, exact) = (BestOf.Seconds(() => ideal.Multiply(input, 256, output)), BestOf.Seconds(() => wired.Multiply(input, 256, output)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"256 products of {rows}x{columns}, tiles of 256 rows: exact wires {exact / plain:0.00} x the time of ideal wires ({exact * 1e3:0.00} ms)"));
        }
    }

    private static void Nonlinear()
    {
        foreach (var (size, scale) in new[] { (64, 0.25), (128, 0.25), (256, 0.25), (256, 0.1) })
        {
            var (cells, voltages, currents) = (Cells(size, size), Voltages(size), new double[size]);
            var crossbar = new NonlinearCrossbar(cells, size, size, new WireSettings(1, 1), scale);
            var solution = default(NonlinearSolution);
            var seconds = BestOf.Seconds(() => solution = crossbar.Solve(voltages, currents));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"sinh cells {size}x{size}, V0 {scale} V: {seconds * 1e3:0.0} ms, {solution.Linearisations} linearisations, {solution.Iterations} iterations, bound {solution.RelativeError:0.0e+0}"));
        }
    }

    private static void Solve(int rows, int columns, double resistance, bool peer)
    {
        var (cells, voltages, currents) = (Cells(rows, columns), Voltages(rows), new double[columns]);
        var settings = new WireSettings(resistance, resistance);
        var wired = new WiredCrossbar(cells, rows, columns, settings);
        var solution = default(WireSolution);
        var solve = BestOf.Seconds(() => solution = wired.Solve(voltages, currents), 1.5);
        var whole = BestOf.Seconds(() => new WiredCrossbar(cells, rows, columns, settings).Solve(voltages, currents), 1.5);
        var (ratio, difference, scipy) = peer ? Peer(cells, voltages, rows, columns, resistance, whole, currents) : ("", "", "");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows + "x" + columns,-12} {resistance,5} {solution.Iterations,11} {solution.RelativeError,12:0.0e+0} {solve * 1e3,9:0.00} {whole * 1e3,15:0.00} {solve * 1e9 / rows / columns / solution.Iterations,11:0.0} {scipy,9} {ratio,7} {difference,11}"));
    }

    private static (string Ratio, string Difference, string Milliseconds) Peer(double[] cells, double[] voltages, int rows, int columns, double resistance, double ours, double[] currents)
    {
        var folder = Directory.CreateTempSubdirectory("devicephys-wires").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "in.npz"), Path.Combine(folder, "out.npz"));
            NpzFile.Save(input,
            [
                new("g", NpyArray.Of(cells, rows, columns)), new("v", NpyArray.Of(voltages, 1, rows)),
                new("r", NpyArray.Of([resistance, resistance, 0.0, 0.0])), new("ends", NpyArray.Of([1.0, 0, 0, 1])),
            ]);
            if (PythonRun.Output("tests/Arrays/Wires/nodal.py", input, output, "2") is null)
            {
                return ("", "absent", "");
            }

            var result = NpzFile.Load(output);
            var seconds = result["seconds"].Values<double>()[0];
            var theirs = result["currents"].Values<double>();
            var worst = currents.Select((current, j) => Math.Abs((current / theirs[j]) - 1)).Max();
            return ((seconds / ours).ToString("0", CultureInfo.InvariantCulture), worst.ToString("0.0e+0", CultureInfo.InvariantCulture), (seconds * 1e3).ToString("0", CultureInfo.InvariantCulture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double[] Cells(int rows, int columns)
    {
        var random = new RandomStream(1, "wire benchmark", (ulong)((rows * 10_000) + columns));
        var cells = new double[rows * columns];
        foreach (ref var cell in cells.AsSpan())
        {
            cell = 1e-6 + (99e-6 * random.NextDouble());
        }

        return cells;
    }

    private static double[] Voltages(int rows)
    {
        var random = new RandomStream(2, "wire benchmark", (ulong)rows);
        var voltages = new double[rows];
        foreach (ref var voltage in voltages.AsSpan())
        {
            voltage = 0.3 * random.NextDouble();
        }

        return voltages;
    }
}
