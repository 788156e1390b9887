using System.Globalization;
using System.Runtime.Intrinsics;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>What every shipped card promises; a new model and card are tested by being there.</summary>
public sealed class ContractTests
{
    private const int Points = 500;

    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards.Select(card => card.Id)];

    public static TheoryData<string> CardsWithPulses => [.. DeviceCatalog.Default.Cards.Where(card => card.HasPulses).Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_parameter_has_a_unit_a_source_a_status_and_bounds(string id)
    {
        foreach (var parameter in DeviceCatalog.Default.Card(id).Parameters)
        {
            Assert.Equal(parameter.Unit, Quantity.Parse($"1 {parameter.Unit}".TrimEnd()).Unit);
            Assert.True(parameter.Source.Length > 5, $"{parameter.Name}: the source '{parameter.Source}' names none");
            Assert.True(Enum.IsDefined(parameter.Status));
            Assert.True(parameter.HasBounds, $"{parameter.Name} has no bounds");
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_parameter_changes_something(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        var probe = new DeviceProbe(card);
        var random = new RandomStream(1, "ignored parameters");
        var points = Enumerable.Range(0, 200).Select(_ => probe.RandomPoint(random)).ToList();
        var before = Fingerprint(probe, points);
        foreach (var parameter in card.Parameters)
        {
            var after = Fingerprint(new DeviceProbe(card.With(parameter.Name, Neighbour(parameter))), points);
            Assert.False(before.SequenceEqual(after), $"{id}: nothing depends on '{parameter.Name}'");
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void No_voltage_no_current_and_never_a_source_of_energy(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var random = new RandomStream(2, "passive");
        for (var i = 0; i < Points; i++)
        {
            var point = probe.Solve(probe.RandomPoint(random));
            var outputs = probe.Outputs(point);
            var power = Enumerable.Range(0, probe.VoltageCount).Sum(port => point[port] * outputs[port]);
            Assert.True(power >= -1e-15 * Math.Abs(point[0] * outputs[0]), $"{id}: delivers energy at {Show(point)}");
            point.AsSpan(0, probe.VoltageCount).Clear();
            Assert.All(probe.Outputs(probe.Solve(point))[..probe.VoltageCount], current => Assert.Equal(0, current, 1e-18));
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Slopes_are_difference_quotients(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var random = new RandomStream(3, "slopes");
        var ranges = probe.Ranges;
        for (var i = 0; i < Points; i++)
        {
            var point = probe.RandomPoint(random);
            for (var q = 0; q < point.Length; q++)
            {
                var at = Array.ConvertAll(point, value => (Dual)value);
                at[q] = Dual.Variable(point[q], 0);
                var slopes = probe.Outputs(at);
                var h = 1e-6 * ranges[q];
                var (fine, coarse) = (Differences(probe, point, q, h), Differences(probe, point, q, 2 * h));
                for (var o = 0; o < slopes.Length; o++)
                {
                    // The second term is what curvature does to the quotient, the last what rounding does.
                    var allowed = 1e-6 * Math.Abs(slopes[o].Slope(0)) + 4 * Math.Abs(fine[o] - coarse[o])
                        + 1e-8 * Math.Abs(slopes[o].Value) / ranges[q];
                    Assert.True(
                        Math.Abs(slopes[o].Slope(0) - fine[o]) <= allowed + 1e-300,
                        $"{id}: output {o} by quantity {q} at {Show(point)}: slope {slopes[o].Slope(0)}, quotient {fine[o]}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void All_readings_have_the_same_value(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var names = Enumerable.Range(0, probe.VoltageCount + probe.States.Count).Select(i => $"quantity{i}").ToArray();
        var symbols = DeviceProbe.Outputs(DeviceCatalog.Default.CreateModel<Symbol>(probe.Card), Array.ConvertAll(names, Symbol.Variable));
        var evaluator = new SymbolEvaluator(symbols);
        var random = new RandomStream(4, "readings");
        for (var i = 0; i < Points; i++)
        {
            var point = probe.RandomPoint(random);
            var values = probe.Outputs(point);
            Assert.Equal(values, probe.Outputs(Array.ConvertAll(point, value => (Dual)value)).Select(output => output.Value));
            var computed = evaluator.Evaluate<Real>(names.Zip(point).ToDictionary(pair => pair.First, pair => (Real)pair.Second));
            Assert.Equal(values, computed.Select(output => output.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Everything_is_finite_up_to_the_bounds(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var count = probe.States.Count;
        foreach (var share in new[] { -1, -0.5, -1e-3, -1e-9, 0, 1e-9, 1e-3, 0.5, 1 })
        {
            for (var corner = 0; corner < 1 << count; corner++)
            {
                var state = probe.States.Select((s, i) => (corner >> i & 1) == 0 ? s.Lower : s.Upper);
                var voltages = Enumerable.Range(0, probe.VoltageCount).Select(i => (i % 2 == 0 ? share : -share / 3) * probe.LargestVoltage);
                double[] point = [.. voltages, .. state];
                for (var q = 0; q < point.Length; q++)
                {
                    var at = Array.ConvertAll(point, value => (Dual)value);
                    at[q] = Dual.Variable(point[q], 0);
                    Assert.All(probe.Outputs(at), output => Assert.True(
                        double.IsFinite(output.Value) && double.IsFinite(output.Slope(0)), $"{id}: {output} by quantity {q} at {Show(point)}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_state_pushed_outward_stops_at_its_bound(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var random = new RandomStream(5, "bounds");
        for (var i = 0; i < Points; i++)
        {
            var point = probe.RandomPoint(random);
            for (var s = 0; s < probe.States.Count; s++)
            {
                var state = probe.States[s];
                if (state.Kind == StateKind.Algebraic)
                {
                    continue;
                }

                var inside = probe.Outputs(probe.Solve((double[])point.Clone()))[probe.FirstRate + s];
                foreach (var (bound, outward) in new[] { (state.Lower, -1), (state.Upper, 1) })
                {
                    var there = (double[])point.Clone();
                    there[probe.VoltageCount + s] = bound;
                    var rate = outward * probe.Outputs(probe.Solve(there))[probe.FirstRate + s];
                    there.AsSpan(0, probe.VoltageCount).Clear();

                    // A bound that the state leaves by itself, such as a temperature, is an end of validity and no stop.
                    var leaves = outward * probe.Outputs(probe.Solve(there))[probe.FirstRate + s] < 0;
                    Assert.True(leaves || rate <= 1e-12 * Math.Abs(inside), $"{id}: {state.Name} leaves {bound} at {rate}/s for {Show(there)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(CardsWithPulses))]
    public void Potentiation_raises_and_depression_lowers_the_conductance(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var device = new PulsedDevice(probe.Card);
        foreach (var share in new[] { 0.2, 0.5, 0.8 })
        {
            var state = probe.States.Select(s => s.Initial).ToArray();
            state[0] = probe.States[0].Lower + share * (probe.States[0].Upper - probe.States[0].Lower);
            var before = probe.ReadConductance(state);
            var raised = probe.ReadConductance(device.Give(probe.Card.Pulses.Potentiation, state));
            var lowered = probe.ReadConductance(device.Give(probe.Card.Pulses.Depression, state));
            Assert.True(raised > before * (1 + 1e-6), $"{id}: potentiation at {share} of the range: {before} S to {raised} S");
            Assert.True(lowered < before * (1 - 1e-6), $"{id}: depression at {share} of the range: {before} S to {lowered} S");
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void No_equation_has_a_jump_or_a_corner(string id)
    {
        var probe = new DeviceProbe(DeviceCatalog.Default.Card(id));
        var random = new RandomStream(7, "smoothness");
        for (var i = 0; i < 40; i++)
        {
            // Long lines see the whole, short ones the small features; lines across the voltage alone pass the thresholds.
            var start = probe.RandomPoint(random);
            var end = probe.RandomPoint(random);
            var length = i % 3 == 0 ? 1 : Math.Pow(10, -3 * random.NextDouble());
            for (var q = 0; q < start.Length; q++)
            {
                end[q] = i % 4 == 1 && q >= probe.VoltageCount ? start[q] : start[q] + length * (end[q] - start[q]);
            }

            new SmoothnessScan(s => Along(probe, start, end, s)).Check($"{id} from {Show(start)} to {Show(end)}");
        }
    }

    // A little more or less; a whole number may be a count, which moves by 1.
    private static double Neighbour(CardParameter parameter)
    {
        var (value, little) = (parameter.Value, 0.01 * (parameter.Value == 0 ? parameter.Upper - parameter.Lower : Math.Abs(parameter.Value)));
        var whole = parameter.Unit.Length == 0 && double.IsInteger(value);

        // A sign can only be turned.
        if (whole && parameter is { Lower: -1, Upper: 1 })
        {
            return -value;
        }

        double[] candidates = [.. whole ? [value + 1, value - 1] : Array.Empty<double>(), value + little, value - little];
        return candidates.First(candidate => candidate >= parameter.Lower && candidate <= parameter.Upper);
    }

    private static Dual[] Along(DeviceProbe probe, double[] start, double[] end, double s)
    {
        var point = new Dual[start.Length];
        for (var q = 0; q < point.Length; q++)
        {
            point[q] = new Dual(start[q] + s * (end[q] - start[q]), Vector256.CreateScalar(end[q] - start[q]));
        }

        return probe.Outputs(point);
    }

    private static double[] Differences(DeviceProbe probe, double[] point, int quantity, double h)
    {
        double[] up = (double[])point.Clone(), down = (double[])point.Clone();
        up[quantity] += h;
        down[quantity] -= h;
        return [.. probe.Outputs(up).Zip(probe.Outputs(down), (a, b) => (a - b) / (up[quantity] - down[quantity]))];
    }

    // Equations at all points, the ranges of the states, and what the jumps do with the same random numbers.
    private static List<double> Fingerprint(DeviceProbe probe, IReadOnlyList<double[]> points)
    {
        var print = points.SelectMany(probe.Outputs).Concat(probe.States.SelectMany(s => new[] { s.Lower, s.Upper, s.Initial })).ToList();
        if (DeviceCatalog.Default.CreateModel<Real>(probe.Card) is IJumpProcess<Real> jumps)
        {
            for (var channel = 0; channel < jumps.Channels.Count; channel++)
            {
                var state = probe.States.Select(s => s.Kind == StateKind.Count ? s.Upper - 1 : s.Initial).ToArray();
                jumps.Jump(channel, state, new RandomStream(8, "jumps"));
                print.AddRange(state);
            }
        }

        return print;
    }

    private static string Show(double[] point) => string.Join(", ", point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
