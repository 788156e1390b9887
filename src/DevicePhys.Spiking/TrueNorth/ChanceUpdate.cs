namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The tick of a neuron that needs random numbers, one after the other.</summary>
internal static class ChanceUpdate
{
    /// <summary>Moves a neuron on by a tick.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="potential">Its potential, changed.</param>
    /// <param name="types">Types of the active axons that reach it, axons ascending.</param>
    /// <param name="chance">The random numbers of its core.</param>
    /// <returns>Whether it spikes.</returns>
    public static bool Step(CoreNeuron neuron, ref int potential, ReadOnlySpan<byte> types, ref ShiftRegister chance)
    {
        var v = potential;
        foreach (var type in types)
            v += neuron.StochasticWeights[type] ? Drawn(neuron.Weights[type], ref chance) : neuron.Weights[type];
        v = Math.Clamp(v, -CoreNeuron.Limit, CoreNeuron.Limit);
        var leak = neuron.StochasticLeak ? Drawn(neuron.Leak, ref chance) : neuron.Leak;
        v = Math.Clamp(v + (neuron.LeakReversal ? Math.Sign(v) * leak : leak), -CoreNeuron.Limit, CoreNeuron.Limit);
        var eta = neuron.ThresholdMask == 0 ? 0 : chance.NextWide() & neuron.ThresholdMask;
        var (upper, lower) = (neuron.Threshold + eta, neuron.NegativeThreshold + (neuron.Saturates ? 0 : eta));
        var spikes = v >= upper;
        if (spikes)
            v = neuron.Reset switch { ResetMode.Normal => neuron.ResetPotential, ResetMode.Linear => v - upper, _ => v };
        else if (v < -lower)
            v = neuron.Saturates ? -lower : neuron.Reset switch { ResetMode.Normal => -neuron.ResetPotential, ResetMode.Linear => v + lower, _ => v };
        potential = v;
        return spikes;
    }

    private static int Drawn(int value, ref ShiftRegister chance) => Math.Abs(value) >= chance.Next() ? Math.Sign(value) : 0;
}
