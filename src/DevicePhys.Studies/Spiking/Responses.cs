using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>What a finished network answers to images.</summary>
/// <param name="Spikes">[images × neurons], row-major.</param>
/// <param name="InputSpikes">Spikes of the inputs, of all images and their repeats together.</param>
/// <param name="Presentations">How often images were shown, repeats included.</param>
internal sealed record Responses(int[] Spikes, long InputSpikes, long Presentations)
{
    private const int Chunk = 100;

    public static Responses Of(
        DiehlCookSettings settings, DiehlCookWeights weights, DigitImages images, ulong seed, string purpose, Action<int> advance, ParallelOptions options)
    {
        var (spikes, inputs, shown) = (new int[images.Count * weights.Neurons], 0L, 0L);
        Parallel.For(
            0,
            (images.Count + Chunk - 1) / Chunk,
            options,
            () => new DiehlCookNetwork(settings, weights),
            (chunk, _, network) =>
            {
                var last = Math.Min((chunk + 1) * Chunk, images.Count);
                for (var image = chunk * Chunk; image < last; image++)
                {
                    network.Respond(images.Image(image), new RandomStream(seed, purpose, (ulong)image)).CopyTo(spikes.AsSpan(image * weights.Neurons));
                    Interlocked.Add(ref inputs, network.InputSpikes);
                    Interlocked.Add(ref shown, network.Shown);
                }

                advance(last - (chunk * Chunk));
                return network;
            },
            _ => { });
        return new Responses(spikes, inputs, shown);
    }
}
