using DevicePhys.Arrays.Wires;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Inference;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Studies.Inference;

public sealed class TableInferenceTests
{
    private static readonly DigitSet Data = SyntheticDigits.Create(trainCount: 3000, testCount: 500);
    private static readonly Lazy<(IReadOnlyList<WeightLayer> Layers, double Accuracy)> Trained = new(() =>
        TrainedWeights.Ideal(new MnistSettings { Network = NetworkShape.Parse("784-10"), Presentations = 3000, IdealRate = 0.1, Checkpoints = 1 }, Data, 1));

    private static readonly TableInferenceSettings Exact = new() { Programming = Programming.Exact, ReadNoise = false, Instances = 16, Threads = 2 };

    [Fact]
    public void Devices_that_are_what_they_should_be_answer_as_the_software_does() =>
        Assert.All(Run(Exact).Runs, run => Assert.Equal(Trained.Value.Accuracy, run, 0.5));

    // 16 steps of equal size, every second pulse fails: verifying comes within half a step, counting pulses walks at random.
    [Fact]
    public void Verifying_costs_less_than_counting_pulses()
    {
        var (verified, counted) = (Run(Exact with { Programming = Programming.Verify }).Accuracy, Run(Exact with { Programming = Programming.OpenLoop }).Accuracy);
        Assert.True(verified.Lower > counted.Upper, $"{verified.Mean} and {counted.Mean} %");
        Assert.True(verified.Mean < Trained.Value.Accuracy + 0.5);
    }

    [Fact]
    public void Defects_wires_and_age_cost_accuracy()
    {
        foreach (var settings in new[] { Exact with { Stuck = 0.2 }, Exact with { Wires = new WireSettings(60, 60) } })
        {
            Assert.True(Run(settings).Accuracy.Mean < Trained.Value.Accuracy - 0.5, settings.ToString());
        }

        // The synthetic devices keep what they hold for ever.
        Assert.Equal(Run(Exact).Runs, Run(Exact with { Age = 1e6 }).Runs);
    }

    [Fact]
    public void A_draw_depends_on_its_seed_and_on_nothing_else()
    {
        var settings = Exact with { Programming = Programming.OpenLoop, Instances = 3 };
        Assert.Equal(Run(settings).Runs, Run(settings with { Threads = 1 }).Runs);
        Assert.NotEqual(Run(settings).Runs, Run(settings with { Seed = 2 }).Runs);
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        Assert.Contains("tolerance", Refused(Exact with { Tolerance = 0 }), StringComparison.Ordinal);
        Assert.Contains("stuck", Refused(Exact with { Stuck = 1.5 }), StringComparison.Ordinal);
        Assert.Contains("age", Refused(Exact with { Age = -1 }), StringComparison.Ordinal);
        Assert.Contains("no wires", Refused(Exact with { ReadNoise = true, Wires = new WireSettings(1, 1) }), StringComparison.Ordinal);

        static string Refused(TableInferenceSettings settings) => Assert.ThrowsAny<ArgumentException>(() => Run(settings)).Message;
    }

    private static InferenceResult Run(TableInferenceSettings settings) =>
        TableInference.Run(Trained.Value.Layers, SyntheticTable.Linear(16, 0.5), Data.Test, settings);
}
