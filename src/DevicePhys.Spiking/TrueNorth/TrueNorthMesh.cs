using System.Numerics;
using System.Runtime.InteropServices;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A mesh of TrueNorth-like cores that move on tick by tick; spikes travel along x, then along y.</summary>
/// <remarks>
/// A spike on an axon that has one already at the same tick is one spike. Every spike arrives at its tick, however far and however many: the
/// time a router takes and full links are not modelled, as in a chip that is run slowly enough. Not thread safe; the threads are its own, and the result does not depend on their number.
/// </remarks>
public sealed class TrueNorthMesh
{
    private readonly TrueNorthCore[] cores;
    private readonly NeuronTarget[] targets;
    private readonly CoreWork[] shards;
    private readonly int width;

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
        if (settings.Count % width != 0)
            throw new ArgumentException($"{settings.Count} cores do not fill a mesh {width} wide: a multiple of it is expected.");
        foreach (var core in settings)
            core.Validate(settings.Count);
        var plans = new Dictionary<IReadOnlyList<CoreNeuron>, NeuronPlan>(ReferenceEqualityComparer.Instance);
        (this.width, cores, targets) = (width, new TrueNorthCore[settings.Count], new NeuronTarget[settings.Count * CoreSettings.Count]);
        shards = new CoreWork[Math.Min(threads, cores.Length)];
        for (var index = 0; index < cores.Length; index++)
        {
            var neurons = settings[index].Neurons;
            ref var plan = ref CollectionsMarshal.GetValueRefOrAddDefault(plans, neurons, out _);
            plan ??= new NeuronPlan(neurons);
            cores[index] = new TrueNorthCore(settings[index], plan);
            for (var j = 0; j < CoreSettings.Count; j++)
                targets[(index * CoreSettings.Count) + j] = settings[index].Targets[j];
        }
    }

    /// <summary>Cores.</summary>
    public int Cores => cores.Length;

    /// <summary>Ticks so far.</summary>
    public long Ticks { get; private set; }

    /// <summary>Everything done so far.</summary>
    public CoreWork Work { get; private set; }

    /// <summary>The potentials of a core.</summary>
    /// <param name="core">The core.</param>
    /// <returns>[256].</returns>
    public ReadOnlySpan<int> Potentials(int core) => At(core).Potentials;

    /// <summary>The spikes of a core in the last tick.</summary>
    /// <param name="core">The core.</param>
    /// <returns>[4], a bit for each neuron.</returns>
    public ReadOnlySpan<ulong> Spikes(int core) => At(core).Spikes;

    /// <summary>Puts a spike on an axon from outside.</summary>
    /// <param name="core">The core.</param>
    /// <param name="axon">The axon.</param>
    /// <param name="delay">Ticks from the coming one, 0 to 15.</param>
    /// <exception cref="ArgumentException">There is no such core, axon or delay.</exception>
    public void Inject(int core, int axon, int delay = 0)
    {
        Check.Index(axon, CoreSettings.Axons, "The axon");
        Check.Index(delay, CoreSettings.Slots, "The delay");
        At(core).Deliver(axon, (int)((Ticks + delay) % CoreSettings.Slots));
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
        var (work, slot) = (default(CoreWork), (int)(Ticks % CoreSettings.Slots));
        var (first, end) = ((int)((long)cores.Length * shard / shards.Length), (int)((long)cores.Length * (shard + 1) / shards.Length));
        for (var index = first; index < end; index++)
        {
            var done = cores[index].Step(slot);
            work += done.Spikes > 0 ? done with { Hops = Route(index) } : done;
        }

        shards[shard] = work;
    }

    private long Route(int index)
    {
        var hops = 0L;
        var words = cores[index].Spikes;
        for (var word = 0; word < words.Length; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
            {
                var (core, axon, delay) = targets[(index * CoreSettings.Count) + (word * 64) + BitOperations.TrailingZeroCount(bits)];
                if (core < 0)
                    continue;
                cores[core].Deliver(axon, (int)((Ticks + delay) % CoreSettings.Slots));
                hops += Math.Abs((core % width) - (index % width)) + Math.Abs((core / width) - (index / width));
            }
        }

        return hops;
    }

    private TrueNorthCore At(int core)
    {
        Check.Index(core, cores.Length, "The core");
        return cores[core];
    }
}
