using DevicePhys.Sampling;
using DevicePhys.Spiking.Grai;
using DevicePhys.Studies.Efficiency;

namespace DevicePhys.Studies.Cores;

/// <summary>Sigma-delta layers that look at a moving picture: how many events and operations they need beside a dense network, and what those cost.</summary>
/// <remarks>A bright square of 8 × 8 pixels moves by one pixel per frame over a fixed noisy ground of 32 × 32 pixels; layers of 256 and 10 neurons with weights drawn at random. Energy: <see cref="CoreCost"/>, 28 nm, one operation after the other.</remarks>
public static class VideoStudy
{
    private const int Side = 32, Square = 8, Hidden = 256, Outputs = 10;

    /// <summary>Shows the picture.</summary>
    /// <param name="frames">Frames, at least 1.</param>
    /// <param name="threshold">The threshold of events, at least 0, of pixels from 0 to 255.</param>
    /// <param name="seed">The seed of ground and weights.</param>
    /// <param name="technology">What the cores are made of.</param>
    /// <returns>What was done, and its energy [J].</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static (DataflowWork Work, double Energy) Run(int frames, int threshold, ulong seed, CoreTechnology technology)
    {
        if (frames < 1)
            throw new ArgumentException($"The number of frames is {frames}: at least 1 is expected.");
        ArgumentNullException.ThrowIfNull(technology);
        var random = new RandomStream(seed, "video study");
        var ground = Enumerable.Range(0, Side * Side).Select(_ => random.NextInt(64)).ToArray();
        var network = new DataflowNetwork([Layer(random, Side * Side, Hidden), Layer(random, Hidden, Outputs)], threshold);
        for (var frame = 0; frame < frames; frame++)
        {
            var picture = ground.ToArray();
            for (var pixel = 0; pixel < Square * Square; pixel++)
                picture[(((pixel / Square) + (Side / 2)) * Side) + ((frame + (pixel % Square)) % Side)] = 255;
            network.Show(picture);
        }

        return (network.Work, network.Work.Synapses * CoreCost.DataflowEvent(technology));
    }

    private static DataflowLayer Layer(RandomStream random, int inputs, int outputs) => new(
        inputs, outputs, Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)(random.NextInt(31) - 15)).ToArray(), new int[outputs], 6);
}
