using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Studies.Efficiency;

/// <summary>What cores spend, from the cells and the arithmetic they are made of.</summary>
/// <remarks>
/// Drivers, decoders, the sense amplifiers' own latch, clocks, routers and control are not in it: every figure is a lower bound of what a chip takes.
/// </remarks>
public static class CoreCost
{
    // TrueNorth's core memory: 256 rows of 410 bits, a row for each neuron with its synapses, parameters and potential of 20 bits (Akopyan et al., IEEE TCAD 34, 1537 (2015), recalled).
    private const int RowBits = 410, PotentialBits = 20;

    /// <summary>A spike into the 45 nm core of 1,024 axons and 256 neurons (Merolla et al., CICC 2011): one row read, half of its synapses set, each an addition.</summary>
    /// <param name="technology">The node, with 1,024 cells on a bit line.</param>
    public static double Spike(CoreTechnology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        return (CoreSettings.Count * technology.Read) + (CoreSettings.Count / 2 * technology.ByteAddition);
    }

    /// <summary>A synaptic event of TrueNorth-like cores: in every tick of 1 ms each neuron's row is read and its potential written.</summary>
    /// <param name="technology">The node, with 256 cells on a bit line.</param>
    /// <param name="cores">Cores.</param>
    /// <param name="ticks">Ticks.</param>
    /// <param name="work">What was done in them.</param>
    public static double SynapticEvent(CoreTechnology technology, int cores, long ticks, CoreWork work)
    {
        ArgumentNullException.ThrowIfNull(technology);
        if (work.Synapses < 1)
            throw new ArgumentException("The cores have had no synaptic event: at least 1 is expected.");
        var neuron = (RowBits * technology.Read) + (PotentialBits / 2 * technology.Write) + (2 * technology.WordAddition);
        var leakage = 1e-3 * ticks * cores * CoreSettings.Count * RowBits * technology.Leakage;
        return ((work.NeuronSteps * neuron) + (work.Synapses * technology.ByteAddition) + leakage) / work.Synapses;
    }

    /// <summary>A synaptic operation of ODIN (Frenkel et al., IEEE TBioCAS 13, 145 (2019)): its share of a word of eight synapses of 4 bits and a neuron's 128 bits, read; half of the synapse and of 8 bits of potential, written.</summary>
    /// <param name="technology">The node.</param>
    public static double TimeMultiplexed(CoreTechnology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        return ((4 + 128) * technology.Read) + ((2 + 4) * technology.Write) + (2 * technology.ByteAddition);
    }

    /// <summary>An event of a dataflow core for one of its targets: a weight of 8 bits and a sum of 32 read, a product, an addition, half of the sum's bits written.</summary>
    /// <param name="technology">The node.</param>
    public static double DataflowEvent(CoreTechnology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        return ((8 + 32) * technology.Read) + (16 * technology.Write) + technology.Multiplication + technology.WordAddition;
    }
}
