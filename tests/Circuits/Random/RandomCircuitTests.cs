using System.Diagnostics;
using System.Globalization;
using DevicePhys.Circuits;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Circuits.Random;

/// <summary>Whatever is drawn ends in a solution whose currents balance, at rest and in time, or in an error that names what is wrong.</summary>
/// <remarks>DEVICEPHYS_NETLISTS sets how many are drawn (200 by default).</remarks>
public sealed class RandomCircuitTests(ITestOutputHelper output)
{
    private const int StepLimit = 20000;
    private const double AtRest = 1e-6, InTime = 1e-3;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_NETLISTS"), CultureInfo.InvariantCulture, out var count) ? count : 200;

    [Fact]
    public void Random_circuits_are_solved_or_refused_by_name()
    {
        var ends = Enumerable.Range(0, Count).Select(seed => End((ulong)seed)).ToList();
        int Number(string end) => ends.Count(e => e == end);
        output.WriteLine(
            $"{Number("solved")} solved, {Number("refused")} refused, {Number("no rest")} without a rest, {Number("stuck")} stuck in time, {Number("slow")} past {StepLimit} steps");
        Assert.DoesNotContain("wrong", ends);
        Assert.True(Number("solved") > Count / 3, "too few were solved for the test to say anything");
        Assert.True(Number("no rest") + Number("stuck") + Number("slow") <= Count / 50, "too many had no solution that was found");
    }

    private string End(ulong seed)
    {
        var netlist = RandomCircuit.Make(seed);
        var clock = Stopwatch.StartNew();
        var (end, words) = ("wrong", "");
        using var patience = new CancellationTokenSource();
        var probe = new BalanceProbe(StepLimit, patience);
        ISimulation? simulation = null;
        try
        {
            simulation = CircuitEngines.Get("builtin").Prepare(netlist, BalanceProbe.Options);
            simulation.Rest();
            end = "stuck";
            var rest = CurrentBalance.AtRest(simulation);
            simulation.Run(RandomCircuit.Stop, probe: probe, cancellation: patience.Token);
            (end, words) = rest <= AtRest && probe.Worst <= InTime
                ? ("solved", "")
                : ("wrong", FormattableString.Invariant($"the currents are off by {rest:G3} at rest and {probe.Worst:G3} at {probe.WorstTime:G6} s"));
        }
        catch (ArgumentException refusal) when (simulation is null)
        {
            (end, words) = netlist.Elements.Select(e => e.Name).Concat(netlist.Nodes).Any(name => refusal.Message.Contains(name, StringComparison.Ordinal))
                ? ("refused", "") : ("wrong", refusal.Message);
        }
        catch (ConvergenceException failure)
        {
            (end, words) = failure.Place.Length > 0 && failure.LastGood.All(double.IsFinite)
                ? (end == "stuck" ? "stuck" : "no rest", failure.Message) : ("wrong", failure.Message);
        }
        catch (OperationCanceledException)
        {
            (end, words) = ("slow", FormattableString.Invariant($"at {simulation!.Time:G6} s, {simulation.Statistics}"));
        }

        if (end is not ("refused" or "no rest") && simulation is not null && netlist.Nodes.Any(node => !double.IsFinite(simulation.Voltage(node))))
            (end, words) = ("wrong", "a voltage is not finite");
        if (words.Length > 0 || clock.Elapsed.TotalSeconds > 2)
            output.WriteLine(FormattableString.Invariant($"{seed}: {end} after {clock.Elapsed.TotalSeconds:F1} s: {words}: {netlist}"));
        return end;
    }
}
