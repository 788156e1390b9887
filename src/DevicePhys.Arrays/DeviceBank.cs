using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays;

/// <summary>Very many devices of one table, each its own (D2D), all pulsed at a time (C2C): five bytes for each.</summary>
/// <remarks>
/// The devices are cut into blocks with a stream each, so that neither the number of threads nor their order changes a bit. A pulse allocates nothing on one thread. The limit is the memory that
/// conductances and corners stream through, and the part of the table that the caches do not hold. Not thread safe.
/// </remarks>
public sealed class DeviceBank
{
    private const int BlockDevices = 1 << 16;
    private const int Chunk = 1024;

    private readonly StepLookup lookup;
    private readonly float[] conductances;
    private readonly byte[] corners;
    private readonly RandomStream[] streams;

    /// <summary>Makes the devices, all in their reset state.</summary>
    /// <param name="count">How many, up to two billion.</param>
    /// <param name="table">What a pulse does; at most 256 devices in its population.</param>
    /// <param name="deviceToDevice">Whether every device is drawn from the table's population.</param>
    /// <param name="seed">The seed of all draws.</param>
    public DeviceBank(int count, PulseTable table, bool deviceToDevice, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(table.Population.Count, 256, nameof(table));
        lookup = new StepLookup(table, deviceToDevice);
        (conductances, corners) = (new float[count], new byte[count]);
        streams = [.. Enumerable.Range(0, (int)(((long)count + BlockDevices - 1) / BlockDevices)).Select(block => new RandomStream(seed, "device bank", (ulong)block))];
        for (var block = 0; block < streams.Length; block++)
        {
            var (start, length) = Place(block);
            for (var i = start; i < start + length; i++)
            {
                var corner = streams[block].NextInt(lookup.Corners);
                corners[i] = (byte)corner;
                conductances[i] = lookup.GMin(corner);
            }
        }
    }

    /// <summary>The conductances [S].</summary>
    public ReadOnlySpan<float> Conductances => conductances;

    /// <summary>Which device of the population each one is.</summary>
    public ReadOnlySpan<byte> Corners => corners;

    /// <summary>Gives every device one pulse.</summary>
    /// <param name="polarity">Which pulse.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    public void Pulse(Polarity polarity, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (threads > 1)
        {
            PulseTogether(polarity, threads);
            return;
        }

        for (var block = 0; block < streams.Length; block++)
        {
            PulseBlock(polarity, block);
        }
    }

    /// <summary>Gives every device of a stretch its own number of pulses.</summary>
    /// <param name="first">The first device.</param>
    /// <param name="pulses">One number for each: above 0 for potentiation, below for depression.</param>
    /// <param name="stream">The levels of the steps come from here, not from the streams of the blocks.</param>
    /// <returns>Pulses given.</returns>
    public (long Potentiations, long Depressions) Give(int first, ReadOnlySpan<int> pulses, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var devices = conductances.AsSpan(first, pulses.Length);
        var kinds = corners.AsSpan(first, pulses.Length);
        var (raised, lowered) = (0L, 0L);
        for (var (k, next) = (0, pulses.IndexOfAnyExcept(0)); next >= 0; next = pulses[++k..].IndexOfAnyExcept(0))
        {
            k += next;
            var (count, polarity) = pulses[k] > 0 ? (pulses[k], Polarity.Potentiation) : (-pulses[k], Polarity.Depression);
            (polarity == Polarity.Potentiation ? ref raised : ref lowered) += count;
            for (var n = 0; n < count; n++)
            {
                devices[k] = lookup.After(devices[k], kinds[k], polarity, stream.NextInt(lookup.Levels));
            }
        }

        return (raised, lowered);
    }

    /// <summary>Puts devices where others of the same table and seed stood.</summary>
    /// <param name="held">Their conductances [S].</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public void Restore(ReadOnlySpan<float> held)
    {
        if (held.Length != conductances.Length)
        {
            throw new ArgumentException($"There are {held.Length} conductances: {conductances.Length} are expected.", nameof(held));
        }

        held.CopyTo(conductances);
    }

    // Apart, so that one thread does not pay for what several have to share.
    private void PulseTogether(Polarity polarity, int threads) =>
        Parallel.For(0, streams.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, block => PulseBlock(polarity, block));

    private void PulseBlock(Polarity polarity, int block)
    {
        var (start, length) = Place(block);
        Span<uint> words = stackalloc uint[Chunk];
        for (var done = 0; done < length; done += Chunk)
        {
            var count = Math.Min(Chunk, length - done);
            streams[block].Fill(words[..count]);
            lookup.PulseAll(conductances.AsSpan(start + done, count), corners.AsSpan(start + done, count), words[..count], polarity);
        }
    }

    private (int Start, int Length) Place(int block)
    {
        var start = block * BlockDevices;
        return (start, Math.Min(BlockDevices, conductances.Length - start));
    }
}
