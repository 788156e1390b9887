using BenchmarkDotNet.Attributes;
using DevicePhys.Circuits;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>
/// A memristor behind 100 Ohm, ten periods of a 1.2 V, 1 MHz sine: time per run; divided by the printed number of steps, time per step.
/// </summary>
[MemoryDiagnoser]
public class MemristorSteps
{
    private ISimulation simulation = CircuitEngines.Default.Prepare(new Netlist());

    // By name: the project that the harness generates knows only types of this one.
    [Params(nameof(IntegrationMethod.TrBdf2), nameof(IntegrationMethod.Esdirk4))]
    public string Method { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        simulation = CircuitEngines.Default.Prepare(
            new Netlist()
                .VoltageSource("V1", "in", "0", new Sine(0, 1.2, 1e6))
                .Resistor("R1", "in", "m", 100)
                .Device("M1", "m", "0", new ThresholdMemristor<Dual>()),
            new TransientOptions { Method = Enum.Parse<IntegrationMethod>(Method) });
        Run();
        Console.WriteLine($"// {Method}: {simulation.Statistics.Steps} steps, {simulation.Statistics.Iterations} iterations per run");
    }

    [Benchmark]
    public double Run()
    {
        simulation.Reset();
        simulation.Run(10e-6);
        return simulation.State("M1")[0];
    }
}
