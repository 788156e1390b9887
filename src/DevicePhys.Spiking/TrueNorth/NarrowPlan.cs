namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A plan whose numbers and potentials have 16 bits, so that 32 neurons fit a vector and a core half the memory.</summary>
/// <remarks>
/// A potential within <see cref="Reach"/>, up to <see cref="MostRows"/> weights of at most 255 and a leak stay within 16 bits, whatever their signs; a core whose
/// potentials leave that range, or that has more input, goes on with 32 bits, so that the result is the same to the bit.
/// </remarks>
internal sealed class NarrowPlan
{
    /// <summary>Neurons that are updated together.</summary>
    public const int Lanes = 32;

    /// <summary>The largest potential before a tick.</summary>
    public const int Reach = 16000;

    /// <summary>Active axons that cannot lead out of 16 bits: 16,000 + 64 × 255 + 255 is 32,575.</summary>
    public const int MostRows = 64;

    /// <summary>[Types × neurons].</summary>
    public required short[] Weights { get; init; }

    /// <summary>[Neurons], as the columns below.</summary>
    public required short[] Leak { get; init; }

    /// <summary>Ones where the leak has the sign of the potential; null where it nowhere has.</summary>
    public required short[]? Reversal { get; init; }

    public required short[] Threshold { get; init; }

    public required short[] Lowest { get; init; }

    public required short[] Add { get; init; }

    public required short[] AddBelow { get; init; }

    /// <summary>Ones where the potential counts in the reset, as below.</summary>
    public required short[] Keep { get; init; }

    public required short[] KeepBelow { get; init; }

    /// <summary>The narrow form of a plan; null where it has none: a number is too large, or a neuron needs random numbers.</summary>
    public static NarrowPlan? Of(NeuronPlan plan)
    {
        int[][] columns = [plan.Leak, plan.Threshold, plan.Lowest, plan.Add, plan.AddBelow];
        return plan.ByChance.Count > 0 || !columns.All(column => column.All(value => Math.Abs(value) <= Reach)) ? null : new NarrowPlan
        {
            Weights = plan.Weights, Reversal = plan.Reversal.All(bits => bits == 0) ? null : Ones(plan.Reversal), Keep = Ones(plan.Keep), KeepBelow = Ones(plan.KeepBelow),
            Leak = Narrow(plan.Leak), Threshold = Narrow(plan.Threshold), Lowest = Narrow(plan.Lowest), Add = Narrow(plan.Add), AddBelow = Narrow(plan.AddBelow),
        };
    }

    private static short[] Ones(ushort[] bits) => [.. Enumerable.Range(0, CoreSettings.Count).Select(j => (short)-(bits[j / NeuronPlan.Lanes] >> (j % NeuronPlan.Lanes) & 1))];

    private static short[] Narrow(int[] column) => Array.ConvertAll(column, value => (short)value);
}
