using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Studies.Mnist;

public sealed class Training
{
    private static readonly DigitSet Data = SyntheticDigits.Create(trainCount: 3000, testCount: 500);

    private static readonly MnistSettings Small = new()
    {
        Presentations = 1200,
        Seeds = [1, 2, 3, 4],
        Checkpoints = 3,
        Threads = 1,
    };

    [Fact]
    public void A_training_step_follows_the_gradient_of_the_squared_error()
    {
        var layers = Layers(1);
        var network = new Perceptron(layers);
        var image = Data.Train.Image(7);
        var label = Data.Train.Labels[7];
        var before = layers.Select(Read).ToArray();
        network.Train(image, label, 1);
        var after = layers.Select(Read).ToArray();

        // The slope of half the squared error along single weights, by central differences in double precision.
        for (var l = 0; l < 2; l++)
        {
            for (var pick = 0; pick < 40; pick++)
            {
                var at = (pick * 7919) % before[l].Length;
                var slope = (Loss(before, l, at, 1e-4, image, label) - Loss(before, l, at, -1e-4, image, label)) / 2e-4;
                Assert.Equal(-slope, after[l][at] - (double)before[l][at], 2e-5);
            }
        }
    }

    [Fact]
    public void Results_do_not_depend_on_threads_or_on_how_the_seeds_are_split()
    {
        var table = SyntheticTable.Linear(16, 0.95, 1e-6, 0.9, 1.1);
        var whole = MnistStudy.RunDevice(Small, Data, table);
        var threaded = MnistStudy.RunDevice(Small with { Threads = 4 }, Data, table);
        var first = MnistStudy.RunDevice(Small with { Seeds = [1, 2] }, Data, table);
        var second = MnistStudy.RunDevice(Small with { Seeds = [3, 4] }, Data, table);
        AssertSame(whole.Runs, threaded.Runs);
        AssertSame(whole.Runs, [.. first.Runs, .. second.Runs]);
        AssertSame(MnistStudy.RunIdeal(Small, Data).Runs, MnistStudy.RunIdeal(Small with { Threads = 4 }, Data).Runs);
    }

    // Rates of few and of many pulses: the sparse and the dense kernel against the loop that draws for every cell.
    [Theory]
    [InlineData(0.3)]
    [InlineData(2)]
    public void Fast_updates_reach_the_accuracy_of_the_plain_ones(double rate)
    {
        var settings = Small with { Network = NetworkShape.Parse("400-30-10"), Seeds = [1, 2, 3, 4, 5, 6], Checkpoints = 1, DeviceRate = rate, Threads = 2 };
        var table = SyntheticTable.Linear(64, 0.95, 1e-6, 0.9, 1.1);
        var (fast, plain) = (MnistStudy.RunDevice(settings, Data, table), MnistStudy.RunDevice(settings with { Rule = UpdateRule.Plain }, Data, table));
        Assert.NotEqual(plain.Runs.Select(run => run.Accuracy), fast.Runs.Select(run => run.Accuracy));
        Assert.True(plain.Accuracy.Mean > 40, $"{plain.Accuracy.Mean} %");
        Assert.Equal(plain.Accuracy.Mean, fast.Accuracy.Mean, 2 * (plain.Accuracy.HalfWidth!.Value + fast.Accuracy.HalfWidth!.Value));
        var pulses = plain.Runs.Average(run => run.PulsesPerImage);
        Assert.Equal(pulses, fast.Runs.Average(run => run.PulsesPerImage), 0.1 * pulses);
    }

    [Fact]
    public void Both_networks_learn_digits()
    {
        Assert.InRange(MnistStudy.RunIdeal(Small, Data).Accuracy.Mean, 60, 100);
        Assert.InRange(MnistStudy.RunDevice(Small, Data, SyntheticTable.Linear(64)).Accuracy.Mean, 60, 100);
    }

    [Theory]
    [InlineData(UpdateRule.Sign, 10)]
    [InlineData(UpdateRule.Coincidence, 0.8)]
    [InlineData(UpdateRule.Batch, 0.1)]
    [InlineData(UpdateRule.Transfer, 0.8)]
    public void Every_update_rule_learns_digits_the_same_way_on_any_number_of_threads(UpdateRule rule, double rate)
    {
        var settings = Small with { Rule = rule, DeviceRate = rate, Seeds = [1, 2], Presentations = 2500, Transfer = new(1, 0.5, 0.5) };
        var result = MnistStudy.RunDevice(settings, Data, SyntheticTable.Linear(64));
        Assert.InRange(result.Accuracy.Mean, 30, 100);
        AssertSame(result.Runs, MnistStudy.RunDevice(settings with { Threads = 2 }, Data, SyntheticTable.Linear(64)).Runs);
    }

    [Fact]
    public void The_middle_in_black_and_white_is_learnt_too()
    {
        var settings = Small with { Network = NetworkShape.Parse("400-100-10") };
        Assert.InRange(MnistStudy.RunDevice(settings, Data, SyntheticTable.Linear(64)).Accuracy.Mean, 55, 100);
    }

    [Fact]
    public void The_last_point_of_the_curve_is_the_accuracy_and_the_confusion_matrix_agrees()
    {
        var run = MnistStudy.RunIdeal(Small with { Seeds = [9] }, Data).Runs[0];
        Assert.Equal(3, run.Curve.Count);
        Assert.Equal(run.Curve[^1], run.Accuracy);
        Assert.Equal(Data.Test.Count, run.Confusion.Sum());
        Assert.Equal(run.Accuracy, 100.0 * Enumerable.Range(0, 10).Sum(digit => run.Confusion[digit * 11]) / Data.Test.Count, 1e-12);
    }

    [Fact]
    public void A_cancelled_study_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MnistStudy.RunIdeal(Small, Data, null, source.Token));
    }

    [Theory]
    [InlineData("784", "10 classes")]
    [InlineData("784-0-10", "'0'")]
    [InlineData("401-100-10", "784")]
    [InlineData("784-x-10", "'x'")]
    public void A_bad_network_is_named(string text, string named) =>
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => NetworkShape.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bad_settings_are_named()
    {
        Assert.Contains("weight scale", Refused(Small with { WeightScale = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("presentations", Refused(Small with { Presentations = 0 }), StringComparison.Ordinal);
        Assert.Contains("seeds", Refused(Small with { Seeds = [1, 1] }), StringComparison.Ordinal);
        Assert.Contains("initial fill", Refused(Small with { InitialFill = 1.5 }), StringComparison.Ordinal);

        static string Refused(MnistSettings settings) => Assert.Throws<ArgumentException>(settings.Check).Message;
    }

    private static IWeightMatrix[] Layers(ulong seed) =>
    [
        new FloatWeights(784, 20, 0.04f, new RandomStream(seed, "test", 0)),
        new FloatWeights(20, 10, 0.3f, new RandomStream(seed, "test", 1)),
    ];

    private static float[] Read(IWeightMatrix matrix)
    {
        var weights = new float[matrix.Rows * matrix.Columns];
        matrix.CopyWeights(weights);
        return weights;
    }

    private static double Loss(float[][] weights, int layer, int at, double change, ReadOnlySpan<byte> image, int label)
    {
        var input = new double[784];
        for (var i = 0; i < 784; i++)
        {
            input[i] = image[i] / 255.0;
        }

        var level = input;
        for (var l = 0; l < 2; l++)
        {
            var width = weights[l].Length / level.Length;
            var next = new double[width];
            for (var j = 0; j < width; j++)
            {
                var sum = 0.0;
                for (var i = 0; i < level.Length; i++)
                {
                    var index = (i * width) + j;
                    sum += level[i] * (weights[l][index] + (l == layer && index == at ? change : 0));
                }

                next[j] = 1 / (1 + Math.Exp(-sum));
            }

            level = next;
        }

        var loss = 0.0;
        for (var j = 0; j < 10; j++)
        {
            var error = (j == label ? 1 : 0) - level[j];
            loss += error * error / 2;
        }

        return loss;
    }

    private static void AssertSame(IReadOnlyList<TrainingRun> expected, IReadOnlyList<TrainingRun> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Seed, actual[i].Seed);
            Assert.Equal(expected[i].Curve, actual[i].Curve);
            Assert.Equal(expected[i].Confusion, actual[i].Confusion);
            Assert.Equal(expected[i].PulsesPerImage, actual[i].PulsesPerImage);
        }
    }
}
