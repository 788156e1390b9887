using DevicePhys.Arrays.Kernels;
using DevicePhys.Arrays.Nonidealities;
using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Inference;
using DevicePhys.Studies.Mnist;
using Xunit;

namespace DevicePhys.Tests.Studies.Inference;

public sealed class InferenceTests
{
    private static readonly DigitSet Data = SyntheticDigits.Create(trainCount: 3000, testCount: 500);
    private static readonly InferenceSettings Plain = new(1e-6, 1e-4) { Instances = 3, Threads = 1 };

    [Theory]
    [InlineData(500, 784, 20)]
    [InlineData(7, 784, 16)]
    [InlineData(6, 30, 3)]
    [InlineData(64, 100, 104)]
    public void Grouped_products_are_the_plain_ones(int count, int width, int columns)
    {
        var random = new RandomStream(1, "grouped");
        var (inputs, weights) = (new float[count * width], new float[width * columns]);
        random.FillUniform(weights);
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = width == 784 ? Data.Test.Pixels[i] / 255f : random.NextSingle() < 0.3 ? random.NextSingle() : 0;
        }

        var grouped = new GroupedInputs(inputs, count, width);
        Assert.Equal(Enumerable.Range(0, count), grouped.Order.ToArray().Order());
        var matrix = new PanelMatrix(width, columns);
        matrix.Set(0, weights, columns);
        foreach (var squared in new[] { false, true })
        {
            var (output, plain) = (new float[grouped.Groups * GroupedInputs.Group * matrix.Stride], new float[count * columns]);
            grouped.Multiply(0, grouped.Groups, matrix, output, squared);
            MatrixProduct.MultiplyPlain([.. inputs.Select(x => squared ? x * x : x)], weights, plain, count, width, columns);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    Assert.Equal(plain[(grouped.Order[i] * columns) + j], output[(i * matrix.Stride) + j], 1e-3f);
                }
            }
        }
    }

    [Theory]
    [InlineData("784-10")]
    [InlineData("784-20-10")]
    [InlineData("784-20-17-10")]
    public void Perfect_devices_classify_as_the_weights_do(string network)
    {
        var (layers, accuracy) = Trained(network);
        Assert.True(accuracy > 60);
        Assert.All(InferenceStudy.Run(layers, Data.Test, Plain).Runs, run => Assert.Equal(accuracy, run, 0.5));
        Assert.All(InferenceStudy.Run(layers, Data.Test, Plain with { Instances = 1, Wires = new WireSettings(1e-6, 1e-6) }).Runs, run => Assert.Equal(accuracy, run, 0.5));
    }

    [Theory]
    [InlineData("784-10")]
    [InlineData("784-20-10")]
    public void Results_do_not_depend_on_threads_or_on_the_number_of_instances(string network)
    {
        var layers = Trained(network).Layers;
        var settings = Plain with { Nonidealities = [new ProgrammingError(5e-6, 0.1)], ReadNoise = new ReadNoise(1e-6, 0.02), Instances = 11 };
        var runs = InferenceStudy.Run(layers, Data.Test, settings).Runs;
        Assert.Equal(runs, InferenceStudy.Run(layers, Data.Test, settings with { Threads = 4 }).Runs);
        Assert.True(runs.Distinct().Count() > 3);
        if (network == "784-20-10")
        {
            Assert.Equal(runs.Take(4), InferenceStudy.Run(layers, Data.Test, settings with { Instances = 4 }).Runs);
        }
    }

    [Fact]
    public void Folded_read_noise_costs_what_noise_in_every_cell_costs()
    {
        var (layers, accuracy) = Trained("784-10");
        var noise = new ReadNoise(8e-6, 0.1);
        var folded = InferenceStudy.Run(layers, Data.Test, Plain with { ReadNoise = noise, Instances = 40 }).Accuracy;
        var plain = CellByCell(layers[0], noise, 40);
        Assert.True(accuracy - folded.Mean > 1, $"the noise costs {accuracy - folded.Mean} points");

        // Two means of 40 runs each: the difference within their joint standard error.
        var error = Math.Sqrt(plain.Average(run => Math.Pow(run - plain.Average(), 2)) * 2 / 40);
        Assert.Equal(plain.Average(), folded.Mean, (4.5 * error) + 0.05);
    }

    [Fact]
    public void Each_effect_costs_accuracy_in_its_own_way()
    {
        var (layers, accuracy) = Trained("784-10");
        foreach (var settings in new[]
        {
            Plain with { Nonidealities = [new ProgrammingError(2e-5, 0)] }, Plain with { Nonidealities = [new StuckCells(0, 0.1, 1e-6, 1e-4)] }, Plain with { Nonidealities = [new DeadLines(0.3, 0)] },
            Plain with { Nonidealities = [new Drift(1e8, 1, 0.1, 0.05)] }, Plain with { Wires = new WireSettings(3, 3) }, Plain with { Curve = new SinhCurve(0.02, 0.5) },
        })
        {
            Assert.True(InferenceStudy.Run(layers, Data.Test, settings).Accuracy.Mean < accuracy - 0.5, settings.ToString());
        }
    }

    [Fact]
    public void What_does_not_go_together_is_refused() =>
        Assert.Contains("no wires", Assert.Throws<ArgumentException>(() => InferenceStudy.Run(Trained("784-10").Layers, Data.Test, Plain with { Wires = new WireSettings(1, 1), ReadNoise = new ReadNoise(1e-6, 0) })).Message, StringComparison.Ordinal);

    /// <summary>The plain way: every cell of the pair draws its own noise for every image.</summary>
    private static double[] CellByCell(WeightLayer layer, ReadNoise noise, int runs)
    {
        var weights = layer.Weights.ToArray();
        var (largest, random) = (weights.Max(Math.Abs), new RandomStream(9, "cell by cell"));
        var perWeight = (1e-4 - 1e-6) / largest;
        return [.. Enumerable.Range(0, runs).Select(_ =>
        {
            var right = 0;
            var normals = new float[2 * layer.Columns];
            for (var i = 0; i < Data.Test.Count; i++)
            {
                var sums = new double[layer.Columns];
                for (var k = 0; k < layer.Rows; k++)
                {
                    var x = Data.Test.Image(i)[k] / 255.0;
                    if (x == 0)
                    {
                        continue;
                    }

                    random.FillNormal(normals);
                    for (var j = 0; j < layer.Columns; j++)
                    {
                        var signal = weights[(k * layer.Columns) + j] * perWeight;
                        var (plus, minus) = (1e-6 + Math.Max(signal, 0), 1e-6 + Math.Max(-signal, 0));
                        sums[j] += x * (plus + (Math.Sqrt(noise.Variance(plus)) * normals[2 * j]) - minus - (Math.Sqrt(noise.Variance(minus)) * normals[(2 * j) + 1]));
                    }
                }

                right += Array.IndexOf(sums, sums.Max()) == Data.Test.Labels[i] ? 1 : 0;
            }

            return 100.0 * right / Data.Test.Count;
        })];
    }

    private static (IReadOnlyList<WeightLayer> Layers, double Accuracy) Trained(string network) =>
        TrainedWeights.Ideal(new MnistSettings { Network = NetworkShape.Parse(network), Presentations = 3000, IdealRate = network == "784-10" ? 0.1 : 0.8, Checkpoints = 1 }, Data, 1);
}
