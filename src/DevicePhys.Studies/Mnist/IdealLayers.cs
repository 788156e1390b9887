using DevicePhys.Arrays;
using DevicePhys.Sampling;

namespace DevicePhys.Studies.Mnist;

/// <summary>The layers of one network with ideal weights.</summary>
internal sealed class IdealLayers(NetworkShape network, ulong seed) : ITrainedLayers
{
    // Glorot-like: the weighted sum of a typical image starts in the straight part of the sigmoid.
    public IReadOnlyList<IWeightMatrix> Layers { get; } =
    [
        .. Enumerable.Range(0, network.Layers).Select(l => new FloatWeights(
            network.Widths[l], network.Widths[l + 1], 1 / MathF.Sqrt(network.Widths[l]), new RandomStream(seed, "ideal weights", (ulong)l))),
    ];

    public long Pulses => 0;

    public double WriteEnergy => 0;

    public void BeforeTest()
    {
    }
}
