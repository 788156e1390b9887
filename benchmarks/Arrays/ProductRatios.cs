using System.Globalization;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Matrix products beside the multiply-add peak of the same core and beside numpy, in one run.</summary>
/// <remarks>
/// numpy uses the BLAS that the system gives it; which one it is decides what the last column means, so its kind is printed (OpenBLAS or reference).
/// OpenBLAS may not know a processor and then falls back to kernels of twenty years ago, so it is run with several of its kernels and the fastest counts.
/// The right-hand matrix is packed beforehand, as that of an array is after programming.
/// </remarks>
internal static class ProductRatios
{
    private const string Peer = """
        import sys, time, glob, numpy as np
        def best(f, budget):
            f(); n = 1
            while True:
                t = time.perf_counter()
                for _ in range(n): f()
                t = time.perf_counter() - t
                if t > 1e-3: break
                n *= 2
            best = t / n; begin = time.perf_counter()
            while time.perf_counter() - begin < budget:
                t = time.perf_counter()
                for _ in range(n): f()
                best = min(best, (time.perf_counter() - t) / n)
            return best
        for s in sys.argv[1:]:
            m, k, n = map(int, s.split("x"))
            a = np.random.rand(m, k).astype("f4"); b = np.random.rand(k, n).astype("f4"); c = np.empty((m, n), "f4")
            if m == 1:
                x = a[0]; y = c[0]
                print(best(lambda: np.dot(x, b, out=y), 0.4))
            else:
                print(best(lambda: np.dot(a, b, out=c), 0.4))
        maps = open("/proc/self/maps").read()
        print("OpenBLAS" if "openblas" in maps else "reference BLAS")
        """;

    private static readonly (int Rows, int Depth, int Columns)[] Shapes =
    [
        (256, 784, 300), (256, 1024, 1024), (256, 784, 10), (256, 100, 10), (256, 784, 100), (1, 784, 10), (1, 784, 100), (1, 784, 300), (1, 400, 100), (1, 256, 256), (1, 1024, 1024),
    ];

    public static void Run()
    {
        var lanes = Vector512.IsHardwareAccelerated ? 16 : 8;
        var peak = MachineLimits.SinglePeak();
        var (l1, l2, l3) = (MachineLimits.Read(16 << 10), MachineLimits.Read(256 << 10), MachineLimits.Read(3 << 20));
        var (peer, kind) = FastestPeer();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"one core: {peak / 1e9:0.0} GF/s multiply-add peak; reads L1 {l1 / 1e9:0}, L2 {l2 / 1e9:0}, L3 {l3 / 1e9:0} GB/s; numpy with {kind}"));
        Console.WriteLine("shape            GF/s   of peak   of padded-lane ceiling   of memory ceiling   against numpy");
        var index = 0;
        foreach (var (rows, depth, columns) in Shapes)
        {
            var a = Numbers(rows * depth);
            var b = new PackedMatrix(Numbers(depth * columns), depth, columns);
            var c = new float[rows * columns];
            var seconds = BestOf.Seconds(() => MatrixProduct.Multiply(a, rows, b, c));
            var rate = 2.0 * rows * depth * columns / seconds;
            var padded = (columns + lanes - 1) / lanes * lanes;
            var bytes = 4.0 * depth * padded;
            var stream = bytes < 24 << 10 ? l1 : bytes < 400 << 10 ? l2 : l3;
            var memory = rows == 1 ? $"{bytes / seconds / stream:0%}" : "";
            var numpy = peer is null ? "" : (peer[index] / seconds).ToString("0.00", CultureInfo.InvariantCulture) + " x";
            index++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows}x{depth}x{columns,-6} {rate / 1e9,9:0.0} {rate / peak,9:0%} {rate / peak * padded / columns,24:0%} {memory,19} {numpy,15}"));
        }
    }

    /// <summary>The seconds of every shape, by the fastest of the peer's kernels, and what the peer is.</summary>
    private static (double[]? Seconds, string Kind) FastestPeer()
    {
        double[]? best = null;
        var kind = "nothing: absent";
        foreach (var core in (string?[])[null, "Haswell", "SkylakeX"])
        {
            var lines = PythonRun.Output(core is null ? [] : new() { ["OPENBLAS_CORETYPE"] = core }, ["-c", Peer, .. Shapes.Select(s => $"{s.Rows}x{s.Depth}x{s.Columns}")])?.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines is null)
            {
                break;
            }

            double[] seconds = [.. lines[..^1].Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
            (best, kind) = (best is null ? seconds : [.. best.Zip(seconds, Math.Min)], lines[^1]);
        }

        return (best, kind);
    }

    private static float[] Numbers(int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = ((i * 37 % 101) - 50) / 64f;
        }

        return numbers;
    }
}
