using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Converters;

/// <summary>Weights whose sums are read by analog-to-digital converters, forwards and backwards, while they train.</summary>
/// <remarks>
/// Forward sums have a fixed full scale: a sigmoid behind them is flat beyond it. Backward sums shrink as the network learns; their full scale follows the largest
/// sum of each product, as a programmable gain does. The range of the settings is not used. Not thread safe; no call allocates.
/// </remarks>
public sealed class ConvertedWeights : IWeightMatrix
{
    private readonly IWeightMatrix weights;
    private readonly AdcBank forward;
    private readonly AdcBank backward;
    private readonly RandomStream? noise;

    /// <summary>Puts converters behind a weight matrix.</summary>
    /// <param name="weights">The weights; updates go to them.</param>
    /// <param name="settings">The converters; both directions have a bank of their own.</param>
    /// <param name="fullScale">The forward sum that gets the highest code, above 0.</param>
    /// <param name="seed">The seed of gains, offsets and noise.</param>
    /// <param name="index">Which matrix this is.</param>
    public ConvertedWeights(IWeightMatrix weights, AdcSettings settings, double fullScale, ulong seed, ulong index)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(settings);
        this.weights = weights;
        forward = new AdcBank(settings, weights.Columns, signed: true, seed, 2 * index);
        backward = new AdcBank(settings, weights.Rows, signed: true, seed, (2 * index) + 1);
        forward.SetFullScale(fullScale);
        noise = settings.Noise > 0 ? new RandomStream(seed, "converted weights", index) : null;
    }

    /// <inheritdoc/>
    public int Rows => weights.Rows;

    /// <inheritdoc/>
    public int Columns => weights.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        weights.Multiply(input, output);
        forward.Convert(output[..Columns], noise);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        weights.MultiplyTransposed(delta, result);
        var largest = 0f;
        foreach (var value in result)
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        if (largest > 0)
        {
            backward.SetFullScale(largest);
            backward.Convert(result, noise);
        }
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate) => weights.Update(input, delta, rate);

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => this.weights.CopyWeights(weights);
}
