using BenchmarkDotNet.Attributes;
using DevicePhys.Arrays;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Training in place, one core: images per second with the pulse table, C2C and D2D on, and bytes allocated per image.</summary>
/// <remarks>
/// One operation is one image. The network has already seen 5,000 images, so that the number of pulses per image is that of the learning
/// regime. Real MNIST when DEVICEPHYS_DATA names it, else generated digits (the report's log says which).
/// </remarks>
[MemoryDiagnoser]
public class TrainingSpeed
{
    private const int ImagesPerOperation = 2000;
    private DigitSet data = null!;
    private Perceptron network = null!;
    private float rate;
    private int next;

    [Params("784-10", "784-100-10")]
    public string Network { get; set; } = "";

    [Params("ideal", "SkyrmionSynapse.Song2020")]
    public string Weights { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        data = new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create();
        Console.WriteLine($"// digits: {data.Name}");
        var settings = new MnistSettings();
        var widths = NetworkShape.Parse(Network).Widths;
        PulseTable? table = Weights == "ideal" ? null : Characterization.Run(DeviceCatalog.Default.Card(Weights), new CharacterizationOptions());

        // Each network at the rate that the validation split chose for it (mnist --tune, with --network 784-10 for the single layer).
        rate = Network == "784-10" ? 0.2f : (float)(table is null ? settings.IdealRate : settings.DeviceRate);
        network = new Perceptron([.. Enumerable.Range(0, widths.Count - 1).Select(l => Layer(widths[l], widths[l + 1], l, table, settings))]);
        for (var i = 0; i < 5000; i++)
        {
            Show();
        }
    }

    [Benchmark(OperationsPerInvoke = ImagesPerOperation)]
    public void Train()
    {
        for (var i = 0; i < ImagesPerOperation; i++)
        {
            Show();
        }
    }

    private static IWeightMatrix Layer(int rows, int columns, int layer, PulseTable? table, MnistSettings settings) =>
        table is null
            ? new FloatWeights(rows, columns, 1 / MathF.Sqrt(rows), new RandomStream(1, "benchmark", (ulong)layer))
            : new SynapseArray(rows, columns, table, new SynapseSettings(settings.WeightScale), new RandomStream(1, "benchmark", (ulong)layer));

    private void Show()
    {
        next = (next + 1) % data.Train.Count;
        network.Train(data.Train.Image(next), data.Train.Labels[next], rate);
    }
}
