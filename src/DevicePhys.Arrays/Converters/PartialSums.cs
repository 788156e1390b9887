namespace DevicePhys.Arrays.Converters;

/// <summary>Weights against a reference column whose column currents are converted to codes before the reference is taken off.</summary>
/// <remarks>
/// The converters of the MLP+NeuroSim benchmark (Chen, Peng, Yu, IEEE TCAD 37(12), 3067 (2018); manual of V3.0: partial sums of 8 bits): the current of a column and that
/// of the reference are each rounded to a code of 0 to 2^bits − 1, full scale being all inputs on and all devices at GMax, and the codes are
/// subtracted. So a sum comes in steps of 2 Rows/((2^bits − 1)(1 − 1/OnOffRatio)) weights. Backward sums and updates are those of the weights. Not
/// thread safe; no call allocates.
/// </remarks>
public sealed class PartialSums : IWeightMatrix
{
    private readonly IWeightMatrix weights;
    private readonly float middle, span, codes, step;

    /// <summary>Puts the converters behind weights.</summary>
    /// <param name="weights">Weights from −1 to 1, such as a <see cref="ReferencedArray"/> of weight scale 1.</param>
    /// <param name="onOffRatio">GMax/GMin of the devices, above 1.</param>
    /// <param name="bits">Bits of a code, 1 to 24.</param>
    public PartialSums(IWeightMatrix weights, double onOffRatio, int bits)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!(onOffRatio > 1))
            throw new ArgumentOutOfRangeException(nameof(onOffRatio), onOffRatio, "The on/off ratio should be above 1.");
        if (bits is < 1 or > 24)
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "A converter has between 1 and 24 bits.");
        this.weights = weights;
        var levels = (1 << bits) - 1;
        (middle, span) = ((float)(0.5 * (1 + (1 / onOffRatio))), (float)(1 - (1 / onOffRatio)));
        (codes, step) = ((float)levels / weights.Rows, 2f * weights.Rows / (levels * span));
    }

    /// <inheritdoc/>
    public int Rows => weights.Rows;

    /// <inheritdoc/>
    public int Columns => weights.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        weights.Multiply(input, output);
        var driven = 0f;
        foreach (var x in input.Values)
            driven += x;

        // In units of GMax times the input: the reference column carries the middle of the range from every row.
        var reference = middle * driven;
        var referenceCode = MathF.Round(codes * reference);
        foreach (ref var sum in output[..Columns])
            sum = step * (MathF.Round(codes * (reference + (0.5f * span * sum))) - referenceCode);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result) => weights.MultiplyTransposed(delta, result);

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate) => weights.Update(input, delta, rate);

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => this.weights.CopyWeights(weights);
}
