using BenchmarkDotNet.Running;
using DevicePhys.Benchmarks.Circuits;

if (args is ["engines", .. var benches])
    EngineComparison.Run(benches);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
