namespace DevicePhys.Spiking.Memory;

/// <summary>How the weights of a network are held.</summary>
public interface ISynapseStoreSettings
{
    /// <summary>What holds a weight: a bit cell or a device.</summary>
    string Name { get; }

    /// <summary>Says in one sentence what cannot be.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    void Validate();

    /// <summary>Makes an empty store.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Neurons.</param>
    /// <param name="seed">The seed of the network.</param>
    ISynapseStore Create(int rows, int columns, ulong seed);
}
