using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Inference;

/// <summary>Weights that were trained in software, to be put into devices.</summary>
public static class TrainedWeights
{
    /// <summary>Trains the ideal network of a study.</summary>
    /// <param name="settings">Network, rate and presentations.</param>
    /// <param name="data">Training images; the test images only check on the way.</param>
    /// <param name="seed">The seed of starting weights and order.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The layers, and the accuracy of the ideal weights themselves [%].</returns>
    public static (IReadOnlyList<WeightLayer> Layers, double Accuracy) Ideal(MnistSettings settings, DigitSet data, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        data = settings.Network.Widths[0] == data.Train.Rows * data.Train.Columns ? data : BinaryCrop.Of(data);
        var layers = new IdealLayers(settings.Network, seed);
        var run = TrainingSession.Run(layers, data, seed, (float)settings.IdealRate, [settings.Presentations], () => { }, cancellation);
        return ([.. layers.Layers.Select(layer =>
        {
            var weights = new float[layer.Rows * layer.Columns];
            layer.CopyWeights(weights);
            return new WeightLayer(layer.Rows, layer.Columns, weights);
        })], run.Accuracy);
    }
}
