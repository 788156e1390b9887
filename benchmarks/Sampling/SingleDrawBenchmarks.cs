using BenchmarkDotNet.Attributes;
using DevicePhys.Sampling;

namespace DevicePhys.Benchmarks.Sampling;

/// <summary>Random numbers one at a time, and what a stream costs that is asked for a single one.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class SingleDrawBenchmarks
{
    private readonly RandomStream stream = new(1, "benchmark");
    private ulong index;

    [Benchmark]
    public uint Word() => stream.NextUInt32();

    [Benchmark]
    public double UniformDouble() => stream.NextDouble();

    [Benchmark]
    public double NormalDouble() => stream.NextNormal();

    [Benchmark]
    public float NormalSingle() => stream.NextNormalSingle();

    [Benchmark]
    public double Exponential() => stream.NextExponential();

    [Benchmark]
    public int IntegerBelow1000() => stream.NextInt(1000);

    [Benchmark]
    public double NewStreamAndOneNormal() => new RandomStream(1, "benchmark", index++).NextNormal();
}
