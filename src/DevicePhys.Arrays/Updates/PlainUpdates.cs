namespace DevicePhys.Arrays.Updates;

/// <summary>The rule of <see cref="SynapseArray"/> itself, every cell on its own: what the fast kernels are held against.</summary>
/// <param name="array">The array.</param>
public sealed class PlainUpdates(SynapseArray array) : IWeightMatrix
{
    /// <inheritdoc/>
    public int Rows => array.Rows;

    /// <inheritdoc/>
    public int Columns => array.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output) => array.Multiply(input, output);

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result) => array.MultiplyTransposed(delta, result);

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate) => array.UpdatePlain(input, delta, rate);

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => array.CopyWeights(weights);
}
