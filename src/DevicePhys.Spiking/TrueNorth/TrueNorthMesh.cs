using System.Numerics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>Cores on a grid that send each other spikes: first along x, then along y, to arrive after the delay of the neuron.</summary>
/// <remarks>
/// All cores work on a tick, then its spikes are delivered: which axon is hit in which tick does not depend on the order or on the number of threads. The network on the chip is
/// taken to deliver in time; hops are counted, for energy. Not thread safe.
/// </remarks>
public sealed class TrueNorthMesh
{
    private const int Words = TrueNorthCore.Size / 64, Slots = 16;

    private readonly TrueNorthCore[] cores;
    private readonly TrueNorthTarget[] targets;
    private readonly ulong[] pending;
    private readonly ulong[] spikes;
    private readonly List<(int Core, int Neuron)> leaving = [];

    /// <summary>Creates a mesh.</summary>
    /// <param name="columns">Cores along x.</param>
    /// <param name="cores">[rows × columns], row-major.</param>
    /// <param name="targets">[cores × 256]: where each neuron's spikes go.</param>
    /// <exception cref="ArgumentException">The counts do not fit, or a target is not there.</exception>
    public TrueNorthMesh(int columns, IReadOnlyList<TrueNorthCore> cores, IReadOnlyList<TrueNorthTarget> targets)
    {
        Check.Count(columns, "The number of columns");
        ArgumentNullException.ThrowIfNull(cores);
        ArgumentNullException.ThrowIfNull(targets);
        if (cores.Count == 0 || cores.Count % columns != 0)
            throw new ArgumentException($"There are {cores.Count} cores: whole rows of {columns} are expected.");
        if (targets.Count != cores.Count * TrueNorthCore.Size)
            throw new ArgumentException($"There are {targets.Count} targets: {cores.Count * TrueNorthCore.Size} are expected, one for each neuron.");
        for (var n = 0; n < targets.Count; n++)
        {
            var target = targets[n];
            if (target.Core < -1 || target.Core >= cores.Count || target.Axon is < 0 or >= TrueNorthCore.Size || target.Delay is < 1 or >= Slots)
                throw new ArgumentException($"Neuron {n % TrueNorthCore.Size} of core {n / TrueNorthCore.Size} sends to core {target.Core}, axon {target.Axon}, after {target.Delay} ticks: a core of the mesh or -1, an axon from 0 to 255 and 1 to 15 ticks are expected.");
        }

        (Columns, this.cores, this.targets) = (columns, [.. cores], [.. targets]);
        (pending, spikes) = (new ulong[cores.Count * Slots * Words], new ulong[cores.Count * Words]);
    }

    /// <summary>Cores along x.</summary>
    public int Columns { get; }

    /// <summary>The cores.</summary>
    public IReadOnlyList<TrueNorthCore> Cores => cores;

    /// <summary>Ticks done.</summary>
    public long Ticks { get; private set; }

    /// <summary>Spikes fired so far.</summary>
    public long Spikes { get; private set; }

    /// <summary>Steps from core to core so far.</summary>
    public long Hops { get; private set; }

    /// <summary>The neurons whose spikes left the mesh in the last tick.</summary>
    public IReadOnlyList<(int Core, int Neuron)> Leaving => leaving;

    /// <summary>Makes an axon active from outside.</summary>
    /// <param name="core">The core.</param>
    /// <param name="axon">The axon.</param>
    /// <param name="delay">In how many ticks, 0 for the next one to be done, up to 15.</param>
    public void Inject(int core, int axon, int delay = 0)
    {
        Check.Index(core, cores.Length, "The core");
        Check.Index(axon, TrueNorthCore.Size, "The axon");
        Check.Index(delay, Slots, "The delay");
        Slot(core, Ticks + delay)[axon / 64] |= 1UL << (axon % 64);
    }

    /// <summary>Does a tick.</summary>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    public void Tick(int threads = 1)
    {
        if (threads > 1)
            TickTogether(threads);
        else
        {
            for (var core = 0; core < cores.Length; core++)
                TickCore(core);
        }

        leaving.Clear();
        for (var core = 0; core < cores.Length; core++)
        {
            Slot(core, Ticks).Clear();
            for (var word = 0; word < Words; word++)
            {
                for (var bits = spikes[(core * Words) + word]; bits != 0; bits &= bits - 1)
                    Deliver(core, (64 * word) + BitOperations.TrailingZeroCount(bits));
            }
        }

        Ticks++;
    }

    private void TickTogether(int threads) =>
        Parallel.For(0, cores.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, TickCore);

    private void TickCore(int core) => cores[core].Tick(Slot(core, Ticks), spikes.AsSpan(core * Words, Words));

    private void Deliver(int core, int neuron)
    {
        Spikes++;
        var target = targets[(core * TrueNorthCore.Size) + neuron];
        if (target.Core < 0)
        {
            leaving.Add((core, neuron));
            return;
        }

        Hops += Math.Abs((target.Core % Columns) - (core % Columns)) + Math.Abs((target.Core / Columns) - (core / Columns));
        Slot(target.Core, Ticks + target.Delay)[target.Axon / 64] |= 1UL << (target.Axon % 64);
    }

    private Span<ulong> Slot(int core, long tick) => pending.AsSpan(((core * Slots) + (int)(tick % Slots)) * Words, Words);
}
