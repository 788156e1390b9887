using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays;

/// <summary>Ideal weights: plain numbers, changed exactly as asked. The software baseline.</summary>
public sealed class FloatWeights : IWeightMatrix
{
    private readonly PaddedMatrix weights;
    private readonly float[] padded;

    /// <summary>Creates weights drawn uniformly between −limit and limit.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="limit">The largest starting weight.</param>
    /// <param name="random">The source of the draws.</param>
    public FloatWeights(int rows, int columns, float limit, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentNullException.ThrowIfNull(random);
        weights = new PaddedMatrix(rows, columns);
        padded = new float[weights.Stride];
        for (var i = 0; i < rows; i++)
        {
            foreach (ref var weight in weights.Row(i))
            {
                weight = limit * ((2 * random.NextSingle()) - 1);
            }
        }
    }

    /// <inheritdoc/>
    public int Rows => weights.Rows;

    /// <inheritdoc/>
    public int Columns => weights.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        RowSums.Add(new SingleRows(weights), input, padded);
        padded.AsSpan(0, Columns).CopyTo(output);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        Pad(delta, 1);
        RowSums.Across(new SingleRows(weights), padded, result);
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        Pad(delta, rate);
        var steps = MemoryMarshal.Cast<float, Vector256<float>>(padded);
        for (var k = 0; k < input.Count; k++)
        {
            var x = Vector256.Create(input.Values[k]);
            var row = MemoryMarshal.Cast<float, Vector256<float>>(weights.Values.Slice(input.Rows[k] * weights.Stride, weights.Stride));
            for (var v = 0; v < row.Length; v++)
            {
                row[v] = Vector256.FusedMultiplyAdd(x, steps[v], row[v]);
            }
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights)
    {
        for (var i = 0; i < Rows; i++)
        {
            this.weights.Row(i).CopyTo(weights[(i * Columns)..]);
        }
    }

    private void Pad(ReadOnlySpan<float> delta, float factor)
    {
        for (var j = 0; j < Columns; j++)
        {
            padded[j] = factor * delta[j];
        }

        padded.AsSpan(Columns).Clear();
    }
}
