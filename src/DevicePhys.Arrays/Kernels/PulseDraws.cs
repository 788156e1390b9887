using System.Runtime.CompilerServices;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Random numbers for pulses, drawn in bulk: that is several times faster than one by one.</summary>
/// <remarks>The words and the exponentials are blocks of one stream, in the order in which the blocks ran out.</remarks>
internal sealed class PulseDraws(RandomStream random)
{
    private readonly uint[] words = new uint[1024];
    private readonly double[] exponentials = new double[256];
    private int nextWord = 1024;
    private int nextExponential = 256;

    /// <summary>32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Word()
    {
        if ((uint)nextWord >= (uint)words.Length)
        {
            random.Fill(words);
            nextWord = 0;
        }

        return words[nextWord++];
    }

    /// <summary>An exponential number of mean 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Exponential()
    {
        if ((uint)nextExponential >= (uint)exponentials.Length)
        {
            random.FillExponential(exponentials);
            nextExponential = 0;
        }

        return exponentials[nextExponential++];
    }
}
