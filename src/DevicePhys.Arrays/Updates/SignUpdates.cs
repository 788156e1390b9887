namespace DevicePhys.Arrays.Updates;

/// <summary>Training by sign: where the wished change is above half a pulse, one pulse in its direction, else none.</summary>
/// <remarks>
/// The Manhattan rule (Schiffmann, Joost, Werner 1993; for memristors Alibart, Zamanidoost, Strukov, Nat. Commun. 4, 2072, 2013): no pulse is counted and no chance is drawn. Since one image
/// hardly ever asks for half a pulse, the learning rate is really the threshold above which an image counts, and is far higher than for <see cref="SynapseArray"/> itself.
/// </remarks>
/// <param name="array">The array.</param>
public sealed class SignUpdates(SynapseArray array) : IWeightMatrix
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
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        var threshold = array.WeightPerPulse / (2 * rate);
        for (var j = 0; j < Columns; j++)
        {
            if (delta[j] == 0)
            {
                continue;
            }

            for (var k = 0; k < input.Count; k++)
            {
                var wished = input.Values[k] * delta[j];
                if (MathF.Abs(wished) > threshold)
                {
                    array.Give(input.Rows[k], j, wished > 0);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => array.CopyWeights(weights);
}
