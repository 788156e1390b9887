using BenchmarkDotNet.Running;
using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Benchmarks.Circuits;
using DevicePhys.Benchmarks.Devices;
using DevicePhys.Benchmarks.Fitting;
using DevicePhys.Benchmarks.Spiking;

// Side-by-side runs print ratios measured in one run; everything else goes to BenchmarkDotNet.
switch (args)
{
    case ["engines", .. var benches]:
        EngineComparison.Run(benches);
        break;
    case ["solvers"]:
        SolverRatios.Run();
        break;
    case ["devices"]:
        EvaluationRatios.Run();
        PulseTransients.Run();
        VteamSweeps.Run();
        break;
    case ["products"]:
        ProductRatios.Run();
        break;
    case ["training"]:
        TrainingRatios.Run();
        break;
    case ["montecarlo"]:
        MonteCarloRatios.Run();
        break;
    case ["pulses", .. var more]:
        PulseRatios.Run(more.Contains("large"));
        break;
    case ["parity"]:
        UpdateParity.Run();
        break;
    case ["wires"]:
        WireRatios.Run();
        break;
    case ["fits"]:
        FitSpeed.Run();
        break;
    case ["spiking"]:
        SpikingRatios.Run();
        break;
    case ["diehlcook"]:
        DiehlCookRatios.Run();
        break;
    case ["cores"]:
        CoreRatios.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
