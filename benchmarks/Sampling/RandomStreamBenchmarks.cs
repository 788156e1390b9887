using BenchmarkDotNet.Attributes;
using DevicePhys.Sampling;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace DevicePhys.Benchmarks.Sampling;

/// <summary>Random numbers in bulk on one thread. Times are per number: 1 ns is 1 G/s.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class RandomStreamBenchmarks
{
    private const int Count = 4096;

    private readonly RandomStream stream = new(1, "benchmark");
    private readonly Xoshiro256StarStar peer = new(1);
    private readonly uint[] words = new uint[Count];
    private readonly float[] singles = new float[Count];
    private readonly double[] doubles = new double[Count];

    [Benchmark(OperationsPerInvoke = Count)]
    public void Words() => stream.Fill(words);

    [Benchmark(OperationsPerInvoke = Count)]
    public void UniformSingles() => stream.FillUniform(singles);

    [Benchmark(OperationsPerInvoke = Count)]
    public void UniformDoubles() => stream.FillUniform(doubles);

    [Benchmark(OperationsPerInvoke = Count)]
    public void NormalSingles() => stream.FillNormal(singles);

    [Benchmark(OperationsPerInvoke = Count)]
    public void NormalDoubles() => stream.FillNormal(doubles);

    [Benchmark(OperationsPerInvoke = Count)]
    public void PeerNormalDoublesOfMathNet() => Normal.Samples(peer, doubles, 0, 1);
}
