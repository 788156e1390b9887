namespace DevicePhys.Spiking.Grai;

/// <summary>Which cores hold the neurons of a layer, and how far events travel to them.</summary>
/// <remarks>Layers fill cores of 1,024 neurons one after the other, a new layer a new core; the 196 cores stand in a square of 14 × 14. How GrAI One places neurons is not published.</remarks>
internal readonly record struct CorePlaces(int First, int Cores)
{
    public const int NeuronsPerCore = 1024, CoresOfChip = 196, Side = 14;

    /// <summary>The places of layers.</summary>
    /// <exception cref="ArgumentException">The chip has too few cores.</exception>
    public static CorePlaces[] Of(IReadOnlyList<DataflowLayer> layers)
    {
        var (places, next) = (new CorePlaces[layers.Count], 0);
        for (var layer = 0; layer < layers.Count; layer++)
        {
            places[layer] = new CorePlaces(next, (layers[layer].Outputs + NeuronsPerCore - 1) / NeuronsPerCore);
            next += places[layer].Cores;
        }

        return next <= CoresOfChip ? places
            : throw new ArgumentException($"The layers take {next} cores of {NeuronsPerCore} neurons: at most {CoresOfChip} are expected.");
    }

    /// <summary>Steps of the copies of an event of a neuron of this layer to the cores of the next one.</summary>
    public int Hops(int neuron, CorePlaces next)
    {
        var (from, hops) = (First + (neuron / NeuronsPerCore), 0);
        for (var core = next.First; core < next.First + next.Cores; core++)
            hops += Math.Abs((core % Side) - (from % Side)) + Math.Abs((core / Side) - (from / Side));
        return hops;
    }
}
