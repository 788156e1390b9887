namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The neurons of a core as columns that sixteen lanes can read: everything that does not depend on chance.</summary>
/// <remarks>
/// A reset is V = (V and Keep) + Add for either threshold, so that six kinds of it need no branch. Cores with equal neurons share a plan: a
/// mesh of many then fits the cache.
/// </remarks>
internal sealed class NeuronPlan
{
    /// <summary>Neurons that are updated together.</summary>
    public const int Lanes = 16;

    public NeuronPlan(IReadOnlyList<CoreNeuron> neurons)
    {
        Neurons = [.. neurons];
        for (var j = 0; j < CoreSettings.Count; j++)
        {
            var neuron = neurons[j];
            var (block, bit) = (j / Lanes, (ushort)(1 << (j % Lanes)));
            for (var type = 0; type < CoreSettings.Types; type++)
                Weights[(type * CoreSettings.Count) + j] = (short)neuron.Weights[type];
            (Leak[j], Threshold[j], Lowest[j]) = (neuron.Leak, neuron.Threshold, -neuron.NegativeThreshold);
            Add[j] = neuron.Reset switch { ResetMode.Normal => neuron.ResetPotential, ResetMode.Linear => -neuron.Threshold, _ => 0 };
            AddBelow[j] = neuron.Saturates ? -neuron.NegativeThreshold
                : neuron.Reset switch { ResetMode.Normal => -neuron.ResetPotential, ResetMode.Linear => neuron.NegativeThreshold, _ => 0 };
            Set(Reversal, neuron.LeakReversal);
            Set(Keep, neuron.Reset != ResetMode.Normal);
            Set(KeepBelow, !neuron.Saturates && neuron.Reset != ResetMode.Normal);
            Set(Stochastic, neuron.IsStochastic);
            if (neuron.IsStochastic)
                byChance.Add(j);

            void Set(ushort[] bits, bool value) => bits[block] |= value ? bit : (ushort)0;
        }
    }

    private readonly List<int> byChance = [];

    public CoreNeuron[] Neurons { get; }

    /// <summary>Neurons that need random numbers, ascending.</summary>
    public IReadOnlyList<int> ByChance => byChance;

    /// <summary>[Types × Neurons].</summary>
    public short[] Weights { get; } = new short[CoreSettings.Types * CoreSettings.Count];

    public int[] Leak { get; } = new int[CoreSettings.Count];

    public int[] Threshold { get; } = new int[CoreSettings.Count];

    /// <summary>The negative threshold with its sign.</summary>
    public int[] Lowest { get; } = new int[CoreSettings.Count];

    public int[] Add { get; } = new int[CoreSettings.Count];

    public int[] AddBelow { get; } = new int[CoreSettings.Count];

    /// <summary>[Blocks], a bit for each neuron, as the three below.</summary>
    public ushort[] Reversal { get; } = new ushort[CoreSettings.Count / Lanes];

    public ushort[] Keep { get; } = new ushort[CoreSettings.Count / Lanes];

    public ushort[] KeepBelow { get; } = new ushort[CoreSettings.Count / Lanes];

    public ushort[] Stochastic { get; } = new ushort[CoreSettings.Count / Lanes];
}
