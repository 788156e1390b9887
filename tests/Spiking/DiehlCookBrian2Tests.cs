using System.Runtime.CompilerServices;
using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;
using DevicePhys.Tests.Fitting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Spiking;

/// <summary>Brian2 as the judge of learning: the same input spikes and first weights, a few training examples.</summary>
/// <remarks>Brian2 integrates the membrane exponentially and in double precision; ours is semi-implicit in single. Every example begins with the first weights. Winners of
/// a near tie may differ, so spikes are compared as statistics.</remarks>
public sealed class DiehlCookBrian2Tests
{
    private const int Examples = 6, Inputs = 784, Neurons = 60;

    [Fact]
    public void Spikes_winners_and_learning_are_those_of_Brian2()
    {
        using var folder = new TestFolder();
        var settings = new DiehlCookSettings { Neurons = Neurons, Repeats = 0 };
        var weights = new DiehlCookWeights(settings, 3);
        var images = SyntheticDigits.Create(trainCount: Examples, testCount: 1).Train;
        var spikes = Spikes(settings, images);
        NpzFile.Save(folder["given.npz"],
        [
            new("steps", NpyArray.Of(spikes.Steps, spikes.Steps.Length)), new("cells", NpyArray.Of(spikes.Cells, spikes.Cells.Length)),
            new("example", NpyArray.Of(spikes.Examples, spikes.Steps.Length)), new("examples", NpyArray.Of([Examples], 1)),
            new("weights", NpyArray.Of(Matrix(weights), Inputs, Neurons)), new("adaptation", NpyArray.Of([20.0], 1)),
            new("per_spike", NpyArray.Of([0.05 * Neurons / 400], 1)), new("sum", NpyArray.Of([settings.WeightSum], 1)),
        ]);
        Scipy.Run(Script(), "learning is not compared with that of Brian2", folder["given.npz"], folder["brian.npz"]);
        var brian = NpzFile.Load(folder["brian.npz"]);

        var ours = new int[Examples][];
        var start = weights.Clone();
        start.Normalise((float)settings.WeightSum);
        var (learnt, normalised) = (new double[Examples], Matrix(start));
        for (var example = 0; example < Examples; example++)
        {
            var network = new DiehlCookNetwork(settings, weights.Clone());
            network.Learn(images.Image(example), new RandomStream(5, "example", (ulong)example));
            ours[example] = network.Counts.ToArray();
            learnt[example] = Matrix(network.Weights).Zip(normalised, (after, before) => Math.Abs(after - before)).Sum();
        }

        int[] a = [.. ours.SelectMany(counts => counts)], b = brian["counts"].Values<int>();
        Assert.InRange(b.Sum(), 20, 2000); // the network is neither silent nor mad
        Assert.InRange(a.Sum() / (double)b.Sum(), 0.9, 1.1);
        Assert.InRange(a.Zip(b, Math.Min).Sum() / (double)a.Zip(b, Math.Max).Sum(), 0.5, 1);
        Assert.Equal(brian["learnt"].Values<double>().Sum(), learnt.Sum(), 0.1 * learnt.Sum());
    }

    private static (int[] Steps, int[] Cells, int[] Examples) Spikes(DiehlCookSettings settings, DigitImages images)
    {
        var (steps, cells, examples, encoder) = (new List<int>(), new List<int>(), new List<int>(), new RateEncoder(700));
        for (var example = 0; example < Examples; example++)
        {
            encoder.Draw(images.Image(example), settings.FullRate * settings.Intensity * settings.TimeStep, new RandomStream(5, "example", (ulong)example));
            for (var step = 0; step < 700; step++)
            {
                foreach (var cell in encoder.At(step))
                {
                    steps.Add(step);
                    cells.Add(cell);
                    examples.Add(example);
                }
            }
        }

        return ([.. steps], [.. cells], [.. examples]);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "diehl_cook.py");

    private static double[] Matrix(DiehlCookWeights weights) =>
        [.. Enumerable.Range(0, Inputs).SelectMany(input => weights.Row(input)[..Neurons].ToArray()).Select(weight => (double)weight)];
}
