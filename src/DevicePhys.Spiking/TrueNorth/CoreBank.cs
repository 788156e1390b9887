using System.Numerics;
using System.Runtime.InteropServices;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The cores of a mesh side by side: synapses, potentials and the spikes of the last tick, each in one block of memory.</summary>
/// <remarks>
/// Potentials have 16 bits as long as that is exact (<see cref="NarrowPlan"/>), else 32. A core without input whose last tick changed nothing will change
/// nothing: it is passed over. Threads may move different cores on at the same time.
/// </remarks>
internal sealed class CoreBank
{
    private readonly NeuronPlan[] plans;
    private readonly NarrowPlan?[] narrowPlans;
    private readonly ulong[] synapses, spikes;
    private readonly byte[] types;
    private readonly short[] narrow;
    private readonly int[]?[] wide;
    private readonly bool[] isNarrow, settled;
    private readonly ShiftRegister[] chance;

    public CoreBank(IReadOnlyList<CoreSettings> settings)
    {
        var count = settings.Count;
        (synapses, spikes) = (new ulong[count * CoreSettings.Axons * CoreSettings.Words], new ulong[count * CoreSettings.Words]);
        (types, narrow, wide) = (new byte[count * CoreSettings.Axons], new short[count * CoreSettings.Count], new int[]?[count]);
        (plans, narrowPlans, isNarrow, settled, chance) = (new NeuronPlan[count], new NarrowPlan?[count], new bool[count], new bool[count], new ShiftRegister[count]);
        var known = new Dictionary<IReadOnlyList<CoreNeuron>, (NeuronPlan, NarrowPlan?)>(ReferenceEqualityComparer.Instance);
        for (var core = 0; core < count; core++)
        {
            var setting = settings[core];
            ref var plan = ref CollectionsMarshal.GetValueRefOrAddDefault(known, setting.Neurons, out var found);
            if (!found)
            {
                var made = new NeuronPlan(setting.Neurons);
                plan = (made, NarrowPlan.Of(made));
            }

            (plans[core], narrowPlans[core]) = plan;
            chance[core] = new ShiftRegister(setting.Seed);
            for (var word = 0; word < setting.Synapses.Count; word++)
                synapses[(core * setting.Synapses.Count) + word] = setting.Synapses[word];
            for (var axon = 0; axon < CoreSettings.Axons; axon++)
                types[(core * CoreSettings.Axons) + axon] = setting.AxonTypes[axon];

            wide[core] = [.. setting.Neurons.Select(neuron => neuron.InitialPotential)];
            TryNarrow(core);
        }
    }

    /// <summary>Cores.</summary>
    public int Count => plans.Length;

    /// <summary>[Words], a bit for each neuron of a core: the spikes of the last tick.</summary>
    public Span<ulong> Spikes(int core) => spikes.AsSpan(core * CoreSettings.Words, CoreSettings.Words);

    /// <summary>[Neurons], the potentials of a core.</summary>
    public ReadOnlySpan<int> Potentials(int core)
    {
        if (isNarrow[core])
            CopyWide(core);
        return wide[core];
    }

    /// <summary>Gathers the input of a core.</summary>
    /// <param name="core">The core.</param>
    /// <param name="input">[Words], its active axons.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <returns>Whether the core has to be moved on: not where nothing would change.</returns>
    public bool Gather(int core, ReadOnlySpan<ulong> input, ActiveRows rows)
    {
        if (settled[core] && !input.ContainsAnyExcept(0UL))
            return false;
        rows.Gather(
            input, types.AsSpan(core * CoreSettings.Axons, CoreSettings.Axons),
            synapses.AsSpan(core * CoreSettings.Axons * CoreSettings.Words, CoreSettings.Axons * CoreSettings.Words));
        return true;
    }

    /// <summary>Moves the neurons of a core on by a tick.</summary>
    /// <param name="core">The core.</param>
    /// <param name="input">[Words], its active axons.</param>
    /// <param name="rows">Their rows.</param>
    public CoreWork Step(int core, ReadOnlySpan<ulong> input, ActiveRows rows)
    {
        int fired;
        bool same;
        if (isNarrow[core] && rows.Count <= NarrowPlan.MostRows)
        {
            (fired, same, var far) = NarrowStep.Run(narrowPlans[core]!, Narrow(core), rows, Spikes(core));
            if (far)
                Widen(core);
        }
        else
        {
            if (isNarrow[core])
                Widen(core);
            (fired, same) = WideStep.Run(plans[core], wide[core]!, rows, Spikes(core));
            TryNarrow(core);
        }

        var byChance = plans[core].ByChance.Count > 0;
        fired += byChance ? ByChance(core, input) : 0;
        settled[core] = rows.Count == 0 && same && fired == 0 && !byChance;
        return new(rows.Count, rows.Events, CoreSettings.Count, fired, 0);
    }

    private Span<short> Narrow(int core) => narrow.AsSpan(core * CoreSettings.Count, CoreSettings.Count);

    private void CopyWide(int core)
    {
        var from = Narrow(core);
        var to = wide[core] ??= new int[CoreSettings.Count];
        for (var j = 0; j < to.Length; j++)
            to[j] = from[j];
    }

    private void Widen(int core)
    {
        CopyWide(core);
        isNarrow[core] = false;
    }

    private void TryNarrow(int core)
    {
        if (narrowPlans[core] is null || wide[core].AsSpan().ContainsAnyExceptInRange(-NarrowPlan.Reach, NarrowPlan.Reach))
            return;
        var from = wide[core]!;
        var to = Narrow(core);
        for (var j = 0; j < to.Length; j++)
            to[j] = (short)from[j];
        isNarrow[core] = true;
    }

    private int ByChance(int core, ReadOnlySpan<ulong> input)
    {
        Span<byte> reached = stackalloc byte[CoreSettings.Axons];
        var (fired, first) = (0, core * CoreSettings.Axons);
        foreach (var j in plans[core].ByChance)
        {
            var count = 0;
            for (var word = 0; word < CoreSettings.Words; word++)
            {
                for (var bits = input[word]; bits != 0; bits &= bits - 1)
                {
                    var axon = first + (word * 64) + BitOperations.TrailingZeroCount(bits);
                    if ((synapses[(axon * CoreSettings.Words) + (j / 64)] >> (j % 64) & 1) != 0)
                        reached[count++] = types[axon];
                }
            }

            if (!ChanceUpdate.Step(plans[core].Neurons[j], ref wide[core]![j], reached[..count], ref chance[core]))
                continue;
            Spikes(core)[j / 64] |= 1UL << (j % 64);
            fired++;
        }

        return fired;
    }
}
