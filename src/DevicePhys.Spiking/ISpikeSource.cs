namespace DevicePhys.Spiking;

/// <summary>What fires spikes: neurons or an input.</summary>
public interface ISpikeSource
{
    /// <summary>How many cells it has.</summary>
    int Count { get; }

    /// <summary>Which cells fired in the present step, in rising order.</summary>
    ReadOnlySpan<int> Spikes { get; }

    /// <summary>Computes the spikes of a step; steps come one after another.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    void Advance(long step);
}
