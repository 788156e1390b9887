namespace DevicePhys.Spiking.Dataflow;

/// <summary>Layers of sigma-delta neurons, laid out over cores of a fixed number of neurons.</summary>
/// <remarks>Between layers a sum is rectified and shifted right, so that it fits the next layer's inputs. GrAI One has 196 cores of 1,024 neurons (Moreira et al., AICAS 2020).</remarks>
public sealed class SigmaDeltaNetwork
{
    private readonly SigmaDeltaLayer[] layers;
    private readonly int[] shifts;
    private readonly int[][] values;

    /// <summary>Creates a network.</summary>
    /// <param name="layers">Its layers, each with as many inputs as the one before has outputs.</param>
    /// <param name="shifts">[layers − 1]: bits that the sums of a layer lose before the next one sees them.</param>
    /// <param name="cores">Cores of the chip.</param>
    /// <param name="neuronsPerCore">Neurons of a core.</param>
    /// <exception cref="ArgumentException">The layers do not fit each other or the chip.</exception>
    public SigmaDeltaNetwork(IReadOnlyList<SigmaDeltaLayer> layers, IReadOnlyList<int> shifts, int cores = 196, int neuronsPerCore = 1024)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(shifts);
        Check.Count(layers.Count, "The number of layers");
        Check.Count(cores, "The number of cores");
        Check.Count(neuronsPerCore, "The number of neurons of a core");
        if (shifts.Count != layers.Count - 1 || shifts.Any(shift => shift is < 0 or > 62))
            throw new ArgumentException($"There are {shifts.Count} shifts: {layers.Count - 1} of 0 to 62 bits are expected.");
        for (var l = 1; l < layers.Count; l++)
        {
            if (layers[l].Inputs != layers[l - 1].Outputs)
                throw new ArgumentException($"Layer {l} has {layers[l].Inputs} inputs: the {layers[l - 1].Outputs} outputs of the layer before are expected.");
        }

        UsedCores = layers.Sum(layer => (layer.Outputs + neuronsPerCore - 1) / neuronsPerCore);
        if (UsedCores > cores)
            throw new ArgumentException($"The network takes {UsedCores} cores of {neuronsPerCore} neurons: at most {cores} are expected.");
        (this.layers, this.shifts) = ([.. layers], [.. shifts]);
        values = [.. layers.Skip(1).Select(layer => new int[layer.Inputs])];
    }

    /// <summary>Cores that hold a neuron.</summary>
    public int UsedCores { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<SigmaDeltaLayer> Layers => layers;

    /// <summary>The sums of the last layer.</summary>
    public ReadOnlySpan<long> Outputs => layers[^1].Sums;

    /// <summary>Shows a frame.</summary>
    /// <param name="frame">[inputs of the first layer].</param>
    /// <returns>Events sent by all layers' inputs.</returns>
    public int Step(ReadOnlySpan<int> frame)
    {
        var sent = layers[0].Step(frame);
        for (var l = 1; l < layers.Length; l++)
        {
            Rectify(layers[l - 1].Sums, shifts[l - 1], values[l - 1]);
            sent += layers[l].Step(values[l - 1]);
        }

        return sent;
    }

    /// <summary>What the outputs would be by dense products, without any state: the plain reference.</summary>
    /// <param name="frame">[inputs of the first layer].</param>
    /// <returns>[outputs of the last layer].</returns>
    public long[] Dense(ReadOnlySpan<int> frame)
    {
        var sums = new long[layers[0].Outputs];
        layers[0].Dense(frame, sums);
        for (var l = 1; l < layers.Length; l++)
        {
            var inputs = new int[layers[l].Inputs];
            Rectify(sums, shifts[l - 1], inputs);
            sums = new long[layers[l].Outputs];
            layers[l].Dense(inputs, sums);
        }

        return sums;
    }

    private static void Rectify(ReadOnlySpan<long> sums, int shift, Span<int> to)
    {
        for (var j = 0; j < to.Length; j++)
            to[j] = (int)Math.Min(Math.Max(sums[j], 0) >> shift, int.MaxValue / 2);
    }
}
