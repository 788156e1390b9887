namespace DevicePhys.Spiking.Connections;

/// <summary>The spikes of a source, some steps later.</summary>
internal sealed class DelayLine : ISpikeSource
{
    private readonly ISpikeSource source;
    private readonly int[][] ring;
    private readonly int[] counts;
    private long now;

    public DelayLine(ISpikeSource source, int steps)
    {
        this.source = source;
        (ring, counts) = (new int[steps + 1][], new int[steps + 1]);
        for (var slot = 0; slot < ring.Length; slot++)
            ring[slot] = [];
    }

    public int Count => source.Count;

    public ReadOnlySpan<int> Spikes => ring[(now + 1) % ring.Length].AsSpan(0, counts[(now + 1) % ring.Length]);

    // The slot after the one just written is the oldest: as many steps back as the line is long.
    public void Advance(long step)
    {
        now = step;
        var slot = step % ring.Length;
        var spikes = source.Spikes;
        if (ring[slot].Length < spikes.Length)
            ring[slot] = new int[Math.Max(16, 2 * spikes.Length)];
        spikes.CopyTo(ring[slot]);
        counts[slot] = spikes.Length;
    }
}
