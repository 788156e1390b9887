namespace DevicePhys.Arrays;

/// <summary>One layer's weights: ideal numbers or devices in an array, seen from above.</summary>
/// <remarks>Not thread safe: one owner trains it. No call allocates.</remarks>
public interface IWeightMatrix
{
    /// <summary>The number of inputs.</summary>
    int Rows { get; }

    /// <summary>The number of outputs.</summary>
    int Columns { get; }

    /// <summary>The weighted sums: output j is the sum over driven rows i of input i times weight (i, j).</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="output">[Columns], filled.</param>
    void Multiply(ActiveInput input, Span<float> output);

    /// <summary>The weighted sums backwards: result i is the sum over columns j of weight (i, j) times delta j.</summary>
    /// <param name="delta">[Columns].</param>
    /// <param name="result">[Rows], filled.</param>
    void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result);

    /// <summary>Changes the weights by the outer product: weight (i, j) moves by rate times input i times delta j, as far as the devices allow.</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="delta">[Columns].</param>
    /// <param name="rate">The learning rate.</param>
    void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate);

    /// <summary>Reads the weights out.</summary>
    /// <param name="weights">[Rows × Columns], row-major, filled.</param>
    void CopyWeights(Span<float> weights);
}
