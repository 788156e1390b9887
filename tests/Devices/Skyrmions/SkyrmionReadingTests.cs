using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class SkyrmionReadingTests
{
    private static readonly string[] Names = ["voltage", "n", "ready", "excess", "heating"];

    public static TheoryData<string, double> Cards => new()
    {
        { "Song2020", 0 },
        { "Song2020", 0.5 },
        { "Independent", 1 },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void Slopes_of_rates_hazards_and_readouts_agree_with_differences(string name, double kappa)
    {
        var card = Skyrmion.Card(name, ("Kappa", kappa));
        var (real, dual) = (Skyrmion.Synapse(card), new SkyrmionSynapse<Dual>(card.Read<Dual>()));
        var random = new RandomStream(20, "slopes");
        for (var sample = 0; sample < 200; sample++)
        {
            double[] at = Point(random);
            for (var variable = 0; variable < at.Length; variable++)
            {
                var slopes = Outputs(dual, [.. at.Select((x, i) => i == variable ? Dual.Variable(x, 0) : x)]).Select(d => d.Slope(0)).ToArray();
                var step = 1e-6 * Math.Max(Math.Abs(at[variable]), 0.01);
                var above = Outputs(real, [.. at.Select((x, i) => (Real)(i == variable ? x + step : x))]);
                var below = Outputs(real, [.. at.Select((x, i) => (Real)(i == variable ? x - step : x))]);
                for (var i = 0; i < slopes.Length; i++)
                {
                    var difference = (above[i] - below[i]) / (2 * step);
                    var scale = Math.Abs(difference) + Math.Abs(above[i]) / Math.Max(Math.Abs(at[variable]), 0.01);
                    Assert.True(
                        Math.Abs(slopes[i] - difference) <= 2e-5 * scale + 1e-12,
                        $"output {i} by {Names[variable]} at ({string.Join(", ", at)}): {slopes[i]}, differences give {difference}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_symbolic_reading_evaluates_to_the_plain_one(string name, double kappa)
    {
        var card = Skyrmion.Card(name, ("Kappa", kappa));
        var symbolic = Outputs(new SkyrmionSynapse<Symbol>(card.Read<Symbol>()), [.. Names.Select(Symbol.Variable)]);
        var evaluator = new SymbolEvaluator(symbolic);
        var (real, random) = (Skyrmion.Synapse(card), new RandomStream(21, "symbols"));
        for (var sample = 0; sample < 50; sample++)
        {
            var at = Point(random);
            var values = card.Parameters.ToDictionary(p => p.Name, p => (Real)p.Value);
            for (var i = 0; i < at.Length; i++)
            {
                values[Names[i]] = at[i];
            }

            var expected = Outputs(real, [.. at.Select(x => (Real)x)]);
            var got = evaluator.Evaluate(values);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], got[i], 1e-12 * Math.Abs(expected[i]));
            }
        }
    }

    private static double[] Point(RandomStream random) =>
    [
        (2 * random.NextDouble() - 1) * 0.35,
        16 * random.NextDouble(),
        random.NextDouble(),
        random.NextDouble() - 0.5,
        0.3 * random.NextDouble(),
    ];

    private static T[] Outputs<T>(SkyrmionSynapse<T> synapse, T[] at)
        where T : struct, IReal<T>
    {
        var (state, rates, hazards) = (at[1..], new T[4], new T[6]);
        var current = synapse.Evaluate(at[0], state, rates);
        synapse.Hazards(at[0], state, hazards);
        return [current, .. rates, .. hazards, synapse.Read(0, state), synapse.Read(1, state)];
    }
}
