namespace DevicePhys.Spiking.Grai;

/// <summary>A layer of neurons: integers, with a rectifier behind the sum.</summary>
/// <param name="Inputs">Neurons before it, at least 1.</param>
/// <param name="Outputs">Neurons, at least 1.</param>
/// <param name="Weights">[Inputs × outputs], row-major: a row is what an event of one input reaches.</param>
/// <param name="Bias">[Outputs].</param>
/// <param name="Shift">The activation is max(0, sum) shifted right by so many bits, 0 to 31.</param>
public sealed record DataflowLayer(int Inputs, int Outputs, ReadOnlyMemory<sbyte> Weights, ReadOnlyMemory<int> Bias, int Shift)
{
    /// <summary>The largest activation, and the largest absolute value of an input: 12 bits, so that sums of some thousand inputs fit 32.</summary>
    public const int Largest = (1 << 12) - 1;

    /// <summary>The activation of a sum.</summary>
    /// <param name="sum">The sum.</param>
    public int Activation(int sum) => Math.Min(Math.Max(0, sum) >> Shift, Largest);

    internal void Validate()
    {
        Check.Count(Inputs, "The number of inputs of a layer");
        Check.Count(Outputs, "The number of neurons of a layer");
        if (Weights.Length != (long)Inputs * Outputs)
            throw new ArgumentException($"A layer of {Inputs} inputs and {Outputs} neurons has {Weights.Length} weights: {(long)Inputs * Outputs} are expected.");
        if (Bias.Length != Outputs)
            throw new ArgumentException($"A layer of {Outputs} neurons has {Bias.Length} biases: one for each is expected.");
        if (Shift is < 0 or > 31)
            throw new ArgumentException($"The shift of a layer is {Shift}: 0 to 31 is expected.");
        for (var output = 0; output < Outputs; output++)
        {
            // Whatever the inputs are, the sum has to fit 32 bits.
            var largest = (Absolute(output) * Largest) + Math.Abs((long)Bias.Span[output]);
            if (largest > int.MaxValue)
                throw new ArgumentException($"The sum of neuron {output} can reach {largest}: at most {int.MaxValue} fit its 32 bits.");
        }
    }

    private long Absolute(int output)
    {
        var sum = 0L;
        var weights = Weights.Span;
        for (var input = 0; input < Inputs; input++)
            sum += Math.Abs((int)weights[(input * Outputs) + output]);
        return sum;
    }
}
