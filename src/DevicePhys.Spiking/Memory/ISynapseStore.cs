using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Spiking.Memory;

/// <summary>What holds the weights of a network: bit cells, or devices with a conductance each.</summary>
/// <remarks>Not thread safe.</remarks>
public interface ISynapseStore
{
    /// <summary>Times the whole store was written.</summary>
    long WriteBacks { get; }

    /// <summary>Cells that were changed, or pulses that were given, in all write-backs together.</summary>
    long Writes { get; }

    /// <summary>Writes all weights, and puts what the store gives back in their place.</summary>
    /// <param name="weights">[rows × stride], row-major: 0 to 1; what is beyond is cut off.</param>
    /// <param name="stride">From a row to the next, at least the columns.</param>
    /// <param name="stream">Chance of this write-back: its rounding, and what devices make of it.</param>
    void WriteBack(Span<float> weights, int stride, RandomStream stream);

    /// <summary>All that later write-backs depend on beside the settings, and what was counted, by names that begin with "store_".</summary>
    IReadOnlyList<KeyValuePair<string, NpyArray>> State();

    /// <summary>Goes on from the state of a store of the same size and settings.</summary>
    /// <param name="state">Its state, and what else there is.</param>
    /// <returns>Whether it fits; if not, nothing has changed.</returns>
    bool Restore(IReadOnlyDictionary<string, NpyArray> state);

    /// <summary>Prices work by counting, with the weights as they are held now.</summary>
    /// <param name="work">What was done.</param>
    MemoryPrice Price(SpikingWork work);
}
