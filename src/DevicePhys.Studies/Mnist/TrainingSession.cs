using DevicePhys.Sampling;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Mnist;

/// <summary>One network, one seed: shows the images and keeps the record.</summary>
internal static class TrainingSession
{
    public static TrainingRun Run(
        ITrainedLayers layers,
        DigitSet data,
        ulong seed,
        float rate,
        IReadOnlyList<int> checkpoints,
        Action advance,
        CancellationToken cancellation)
    {
        var network = new Perceptron(layers.Layers);
        var order = new RandomStream(seed, "presentation order");
        var deck = Enumerable.Range(0, data.Train.Count).ToArray();
        var curve = new double[checkpoints.Count];
        var confusion = new int[100];
        var shown = 0;
        for (var point = 0; point < checkpoints.Count; point++)
        {
            for (; shown < checkpoints[point]; shown++)
            {
                // Every image once before any image twice.
                if (shown % deck.Length == 0)
                {
                    order.Shuffle<int>(deck);
                }

                if (shown % 256 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                var image = deck[shown % deck.Length];
                network.Train(data.Train.Image(image), data.Train.Labels[image], rate);
            }

            layers.BeforeTest();
            curve[point] = Test(network, data.Test, confusion, cancellation);
            advance();
        }

        return new TrainingRun(seed, curve[^1], curve, confusion, (double)layers.Pulses / shown, layers.WriteEnergy / shown);
    }

    private static double Test(Perceptron network, DigitImages images, int[] confusion, CancellationToken cancellation)
    {
        Array.Clear(confusion);
        var right = 0;
        for (var i = 0; i < images.Count; i++)
        {
            if (i % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var label = images.Labels[i];
            var answer = network.Classify(images.Image(i));
            confusion[(label * 10) + answer]++;
            right += answer == label ? 1 : 0;
        }

        return 100.0 * right / images.Count;
    }
}
