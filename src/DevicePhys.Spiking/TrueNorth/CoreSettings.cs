namespace DevicePhys.Spiking.TrueNorth;

/// <summary>A TrueNorth-like core: 256 axons that cross 256 neurons.</summary>
/// <param name="AxonTypes">[256], the type of each axon, 0 to 3.</param>
/// <param name="Synapses">[256 × 4], row-major: bit j of word w of row i says whether axon i reaches neuron 64 w + j.</param>
/// <param name="Neurons">[256]; cores that are given the same list share the memory it takes.</param>
/// <param name="Targets">[256], where the spikes of each neuron go.</param>
public sealed record CoreSettings(IReadOnlyList<byte> AxonTypes, IReadOnlyList<ulong> Synapses, IReadOnlyList<CoreNeuron> Neurons, IReadOnlyList<NeuronTarget> Targets)
{
    /// <summary>Axons of a core.</summary>
    public const int Axons = 256;

    /// <summary>Neurons of a core.</summary>
    public const int Count = 256;

    /// <summary>Axon types.</summary>
    public const int Types = 4;

    /// <summary>Ticks that a spike can be on its way, one more than the longest delay.</summary>
    public const int Slots = 16;

    /// <summary>Words of 64 bits in a row.</summary>
    internal const int Words = Count / 64;

    /// <summary>The seed of its chance; 0 counts as 1, since a shift register of zeros stays so.</summary>
    public uint Seed { get; init; } = 1;

    internal void Validate(int cores)
    {
        if (AxonTypes.Count != Axons || Synapses.Count != Axons * Words || Neurons.Count != Count || Targets.Count != Count)
        {
            throw new ArgumentException(
                $"A core has {AxonTypes.Count} axon types, {Synapses.Count} words of synapses, {Neurons.Count} neurons and {Targets.Count} targets: {Axons}, {Axons * Words}, {Count} and {Count} are expected.");
        }

        foreach (var type in AxonTypes)
        {
            if (type >= Types)
                throw new ArgumentException($"The type of an axon is {type}: 0 to {Types - 1} is expected.");
        }

        foreach (var neuron in Neurons)
            neuron.Validate();
        foreach (var target in Targets)
        {
            CoreNeuron.Range(target.Core, -1, cores - 1, "The target core of a neuron");
            CoreNeuron.Range(target.Axon, 0, Axons - 1, "The target axon of a neuron");
            CoreNeuron.Range(target.Delay, 1, Slots - 1, "The delay of a neuron");
        }
    }
}
