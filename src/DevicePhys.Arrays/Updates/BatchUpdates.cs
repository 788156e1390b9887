using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Updates;

/// <summary>Training in batches: wished changes of several images are added up outside the array and written together, without momentum.</summary>
/// <remarks>The sum is kept in single precision, one number per weight; written pulses are its stochastically rounded value, and what was rounded is forgotten.</remarks>
public sealed class BatchUpdates : IWeightMatrix
{
    private readonly SynapseArray array;
    private readonly PulseDraws draws;
    private readonly float[] sums;
    private readonly int batch;
    private int waiting;

    /// <summary>Puts a sum before an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="batch">Images of a batch, at least 1.</param>
    /// <param name="random">The source of the rounding.</param>
    public BatchUpdates(SynapseArray array, int batch, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        (this.array, this.batch, draws, sums) = (array, batch, new PulseDraws(random), new float[array.Rows * array.Columns]);
    }

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
        for (var k = 0; k < input.Count; k++)
        {
            var row = sums.AsSpan(input.Rows[k] * Columns, Columns);
            var factor = rate * input.Values[k];
            for (var j = 0; j < row.Length; j++)
            {
                row[j] += factor * delta[j];
            }
        }

        if (++waiting == batch)
        {
            Write();
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights) => array.CopyWeights(weights);

    private void Write()
    {
        waiting = 0;
        var perWeight = 1 / array.WeightPerPulse;
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] == 0)
            {
                continue;
            }

            var wished = sums[i] * perWeight;
            sums[i] = 0;
            for (var n = (int)(MathF.Abs(wished) + ((draws.Word() >> 8) * (1f / (1 << 24)))); n > 0; n--)
            {
                array.Give(i / Columns, i % Columns, wished > 0);
            }
        }
    }
}
