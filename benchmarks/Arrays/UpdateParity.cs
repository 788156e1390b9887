using System.Globalization;
using DevicePhys.Statistics;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>400-100-10 with exponential synapses trained by the fast kernels and by the plain loop: the same accuracy for the same settings, within the spread over ten seeds.</summary>
/// <remarks>Rates of few and of many pulses, so that both fast kernels (sparse and dense) are at work. The streams differ, so runs of equal seeds share images and order but not pulses.</remarks>
internal static class UpdateParity
{
    public static void Run()
    {
        var data = new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create();
        var table = ExponentialDevices.Table();
        Console.WriteLine($"{data.Name}, 400-100-10, 5,000 presentations, ten seeds");
        foreach (var rate in new[] { 0.02, 0.2 })
        {
            var settings = new MnistSettings { Network = NetworkShape.Parse("400-100-10"), Presentations = 5000, DeviceRate = rate, Checkpoints = 1 };
            var (fast, plain) = (MnistStudy.RunDevice(settings, data, table), MnistStudy.RunDevice(settings with { Rule = UpdateRule.Plain }, data, table));
            var difference = ConfidenceInterval.OfMean([.. fast.Runs.Zip(plain.Runs, (a, b) => a.Accuracy - b.Accuracy)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rate {rate}: fast {fast.Accuracy.Mean:0.00} ± {fast.Accuracy.HalfWidth:0.00} %, {fast.Runs.Average(run => run.PulsesPerImage):0} pulses per image; plain {plain.Accuracy.Mean:0.00} ± {plain.Accuracy.HalfWidth:0.00} %, {plain.Runs.Average(run => run.PulsesPerImage):0}; difference {difference.Mean:0.00} ± {difference.HalfWidth:0.00} points"));
        }
    }
}
