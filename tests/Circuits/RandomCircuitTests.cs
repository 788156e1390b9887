using System.Diagnostics;
using System.Globalization;
using DevicePhys.Circuits;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>Whatever is drawn ends in a solution whose currents balance, or in an error that names what is wrong.</summary>
/// <remarks>DEVICEPHYS_RANDOM_CIRCUITS sets how many are drawn (120 by default).</remarks>
public sealed class RandomCircuitTests(ITestOutputHelper output)
{
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_RANDOM_CIRCUITS"), CultureInfo.InvariantCulture, out var count) ? count : 120;

    [Fact]
    public void Random_circuits_are_solved_or_refused_by_name()
    {
        int solved = 0, refused = 0, restless = 0, stuck = 0;
        var worst = 0.0;
        var unbalanced = new List<string>();
        for (var seed = 0; seed < Count; seed++)
        {
            var netlist = RandomCircuit.Make((ulong)seed);
            var clock = Stopwatch.StartNew();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            ISimulation simulation;
            try
            {
                simulation = CircuitEngines.Default.Prepare(netlist);
            }
            catch (ArgumentException e)
            {
                Assert.Contains(netlist.Elements.Select(x => x.Name).Concat(netlist.Nodes), name => e.Message.Contains(name, StringComparison.Ordinal));
                refused++;
                continue;
            }

            try
            {
                var imbalance = RandomCircuit.WorstImbalance(simulation);
                if (!(imbalance < 1e-6))
                    unbalanced.Add($"{seed}: {imbalance:G3}: {netlist}");
                worst = Math.Max(worst, imbalance);
            }
            catch (ConvergenceException e)
            {
                Assert.NotEmpty(e.Place);
                output.WriteLine($"{seed}: {e.Message}: {netlist}");
                restless++;
                continue;
            }

            try
            {
                simulation.Run(40e-9, cancellation: patience.Token);
                solved++;
            }
            catch (ConvergenceException e)
            {
                Assert.NotEmpty(e.Place);
                Assert.All(e.LastGood, value => Assert.True(double.IsFinite(value)));
                output.WriteLine($"{seed}: {e.Message}: {netlist}");
                stuck++;
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"circuit {seed} stood at {simulation.Time} s after a minute, {simulation.Statistics}: {netlist}");
            }

            foreach (var node in netlist.Nodes)
                Assert.True(double.IsFinite(simulation.Voltage(node)), $"circuit {seed}: the voltage of {node} is not finite");
            if (clock.Elapsed.TotalSeconds > 2)
                output.WriteLine($"{seed}: {clock.Elapsed.TotalSeconds:F1} s, {simulation.Statistics}");
        }

        output.WriteLine($"{solved} solved, {refused} refused, {restless} without a rest, {stuck} stuck in time; worst imbalance {worst:G3}");
        Assert.Empty(unbalanced);
        Assert.True(solved > Count / 4, $"only {solved} of {Count} were solved");
        Assert.True(restless + stuck <= Count / 50, $"{restless} found no rest and {stuck} no step of {Count}");
    }
}
