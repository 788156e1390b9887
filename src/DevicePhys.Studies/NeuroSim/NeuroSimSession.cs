using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.NeuroSim;

/// <summary>One network, one seed: shows images drawn with replacement and keeps the record.</summary>
internal sealed class NeuroSimSession(NeuroSimSettings settings, DigitSet images, Perceptron network, Func<long> pulses, ulong seed)
{
    public TrainingRun Run(IReadOnlyList<int> checkpoints, Action advance, CancellationToken cancellation)
    {
        var order = new RandomStream(seed, "benchmark images");

        // The network goes down half the squared error.
        float[] rates = [2 * (float)settings.HiddenRate, 2 * (float)settings.OutputRate];
        var (curve, confusion, shown) = (new double[checkpoints.Count], new int[100], 0);
        for (var point = 0; point < checkpoints.Count; point++)
        {
            for (; shown < checkpoints[point]; shown++)
            {
                if (shown % 256 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                var image = order.NextInt(images.Train.Count);
                network.Train(images.Train.Image(image), images.Train.Labels[image], rates);
            }

            curve[point] = Test(confusion);
            advance();
        }

        return new TrainingRun(seed, curve[^1], curve, confusion, (double)pulses() / shown, 0);
    }

    private double Test(int[] confusion)
    {
        Array.Clear(confusion);
        for (var i = 0; i < images.Test.Count; i++)
        {
            confusion[(images.Test.Labels[i] * 10) + network.Classify(images.Test.Image(i))]++;
        }

        return 100.0 * Enumerable.Range(0, 10).Sum(digit => confusion[digit * 11]) / images.Test.Count;
    }
}
