using System.Globalization;
using DevicePhys.Arrays.Nonidealities;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Inference;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Monte Carlo inference beside the multiply-add peak of the same core in the same run: fresh devices, all test images, with and without read noise, one and two threads.</summary>
/// <remarks>The dense operations are those of the whole matrices; what is done is less, since rows that no image of a group drives are not visited.</remarks>
internal static class MonteCarloRatios
{
    private const int Instances = 16;

    public static void Run()
    {
        var data = new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"digits: {data.Name}; one core: {MachineLimits.SinglePeak() / 1e9:0.0} GF/s multiply-add peak"));
        foreach (var network in new[] { "784-10", "784-100-10" })
        {
            var shape = NetworkShape.Parse(network);
            var (layers, ideal) = TrainedWeights.Ideal(new MnistSettings { Network = shape, IdealRate = network == "784-10" ? 0.1 : 0.8 }, data, 1);
            var settings = new InferenceSettings(1e-6, 1e-4) { Nonidealities = [new ProgrammingError(0, 0.1), new StuckCells(0.005, 0.005, 1e-6, 1e-4)], Instances = Instances, Threads = 1 };
            var inputs = InferenceStudy.Grouped(data.Test, settings);
            InferenceResult Study(InferenceSettings with) => InferenceStudy.Run(layers, inputs, data.Test.Labels, with);
            double Rate(InferenceSettings with) => Instances * (double)data.Test.Count / BestOf.Seconds(() => Study(with), 3);
            var peak = MachineLimits.SinglePeak();
            var (one, noisy, two) = (Rate(settings), Rate(settings with { ReadNoise = new ReadNoise(0, 0.02) }), Rate(settings with { Threads = 2 }));
            var operations = 2.0 * layers.Sum(layer => (double)layer.Rows * layer.Columns);
            var same = Study(settings).Runs.SequenceEqual(Study(settings with { Threads = 2 }).Runs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{network,-11} {one / 1e6:0.00} M image-instances/s ({one * operations / peak:0.00} x the dense operations of the peak, {inputs.RowsPerGroup:0} of {inputs.Width} rows visited); read noise costs {one / noisy:0.00} x; two threads {two / one:0.00} x, bits {(same ? "equal" : "DIFFERENT")}; accuracy {Study(settings).Accuracy.Mean:0.00} of {ideal:0.00} %"));
        }
    }
}
