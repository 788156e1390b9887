namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A mesh of TrueNorth-like cores that move on tick by tick; spikes travel along x, then along y.</summary>
/// <remarks>
/// A spike on an axon that has one already at the same tick is one spike. Every spike arrives at its tick, however far and however many: the
/// time a router takes and full links are not modelled, as in a chip that is run slowly enough. Not thread safe; the threads are its own, and the result does not depend on their number.
/// </remarks>
public sealed class TrueNorthMesh
{
    // Cores whose input is gathered before the first of them moves on.
    private const int Batch = 8;
    private readonly CoreBank bank;
    private readonly SpikeRoutes routes;
    private readonly CoreWork[] shards;
    private readonly int[] starts;
    private readonly ActiveRows[] rows;

    /// <summary>Makes the cores.</summary>
    /// <param name="width">Cores along x.</param>
    /// <param name="settings">[Height × width], row-major.</param>
    /// <param name="threads">Threads that share the cores of a tick.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public TrueNorthMesh(int width, IReadOnlyList<CoreSettings> settings, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Check.Count(settings.Count, "The number of cores");
        Check.Count(width, "The width of the mesh");
        Check.Count(threads, "The number of threads");
        CoreNeuron.Range(settings.Count, 1, SpikeRoutes.MostCores, "The number of cores");
        if (settings.Count % width != 0)
            throw new ArgumentException($"{settings.Count} cores do not fill a mesh {width} wide: a multiple of it is expected.");
        foreach (var core in settings)
            core.Validate(settings.Count);
        shards = new CoreWork[Math.Min(threads, settings.Count)];
        starts = [.. Enumerable.Range(0, shards.Length + 1).Select(shard => (int)((long)settings.Count * shard / shards.Length))];
        rows = [.. Enumerable.Range(0, shards.Length * Batch).Select(_ => new ActiveRows())];
        (bank, routes) = (new CoreBank(settings), new SpikeRoutes(width, settings, starts));
    }

    /// <summary>Cores.</summary>
    public int Cores => bank.Count;

    /// <summary>Ticks so far.</summary>
    public long Ticks { get; private set; }

    /// <summary>Everything done so far.</summary>
    public CoreWork Work { get; private set; }

    /// <summary>The potentials of a core.</summary>
    /// <param name="core">The core.</param>
    /// <returns>[256].</returns>
    public ReadOnlySpan<int> Potentials(int core) => bank.Potentials(Known(core));

    /// <summary>The spikes of a core in the last tick.</summary>
    /// <param name="core">The core.</param>
    /// <returns>[4], a bit for each neuron.</returns>
    public ReadOnlySpan<ulong> Spikes(int core) => bank.Spikes(Known(core));

    /// <summary>Puts a spike on an axon from outside.</summary>
    /// <param name="core">The core.</param>
    /// <param name="axon">The axon.</param>
    /// <param name="delay">Ticks from the coming one, 0 to 15.</param>
    /// <exception cref="ArgumentException">There is no such core, axon or delay.</exception>
    public void Inject(int core, int axon, int delay = 0)
    {
        Check.Index(axon, CoreSettings.Axons, "The axon");
        Check.Index(delay, CoreSettings.Slots, "The delay");
        routes.Input(Known(core), Ticks + delay)[axon / 64] |= 1UL << (axon % 64);
    }

    /// <summary>Moves all cores on by a tick.</summary>
    public void Step()
    {
        if (shards.Length == 1)
            Shard(0);
        else
            Parallel.For(0, shards.Length, Shard);
        foreach (var work in shards)
            Work += work;
        Ticks++;
    }

    private void Shard(int shard)
    {
        routes.Deliver(shard, Ticks);
        var (work, end) = (default(CoreWork), starts[shard + 1]);
        for (var first = starts[shard]; first < end; first += Batch)
        {
            var (count, moves) = (Math.Min(Batch, end - first), 0);
            for (var place = 0; place < count; place++)
                moves |= bank.Gather(first + place, routes.Input(first + place, Ticks), rows[(shard * Batch) + place]) ? 1 << place : 0;
            for (var place = 0; place < count; place++)
                work += (moves >> place & 1) != 0 ? Move(first + place, shard, rows[(shard * Batch) + place]) : new(0, 0, CoreSettings.Count, 0, 0);
        }

        shards[shard] = work;
    }

    private CoreWork Move(int core, int shard, ActiveRows input)
    {
        var axons = routes.Input(core, Ticks);
        var done = bank.Step(core, axons, input);
        axons.Clear();
        return done.Spikes > 0 ? done with { Hops = routes.Send(core, shard, bank.Spikes(core), Ticks) } : done;
    }

    private int Known(int core)
    {
        Check.Index(core, bank.Count, "The core");
        return core;
    }
}
