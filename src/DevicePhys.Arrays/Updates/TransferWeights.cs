namespace DevicePhys.Arrays.Updates;

/// <summary>Two arrays for one matrix: a fast one takes the gradient, a slow one takes, line by line, what has gathered in the fast one.</summary>
/// <remarks>
/// Gokmen, Haensch, Front. Neurosci. 14, 103 (2020), "Tiki-Taka": W = slow + gain × fast; after every so many updates the next row of the fast array is read and added to the slow one by pulses. Pulses
/// that come and go drive devices whose potentiation and depression differ towards the conductance where both steps are equal; in a pair both devices go there and the difference, the fast weight,
/// goes to zero, so that asymmetry acts as a decay of the gradient's average and no longer on the weight itself.
/// </remarks>
public sealed class TransferWeights : IWeightMatrix
{
    private readonly SynapseArray fast;
    private readonly SynapseArray slow;
    private readonly TransferSettings settings;
    private readonly float[] output;
    private readonly float[] back;
    private readonly float[] line;
    private readonly float[] one = [1];
    private readonly int[] row = new int[1];
    private int updates;

    /// <summary>Joins two arrays.</summary>
    /// <param name="fast">Takes the updates.</param>
    /// <param name="slow">Of the same size; takes the transfers.</param>
    /// <param name="settings">How much and how often is transferred.</param>
    public TransferWeights(SynapseArray fast, SynapseArray slow, TransferSettings settings)
    {
        ArgumentNullException.ThrowIfNull(fast);
        ArgumentNullException.ThrowIfNull(slow);
        ArgumentNullException.ThrowIfNull(settings);
        if (fast.Rows != slow.Rows || fast.Columns != slow.Columns)
        {
            throw new ArgumentException($"The slow array is {slow.Rows} × {slow.Columns}, expected {fast.Rows} × {fast.Columns}.", nameof(slow));
        }

        (this.fast, this.slow, this.settings) = (fast, slow, settings);
        (output, back, line) = (new float[fast.Columns], new float[fast.Rows], new float[fast.Columns]);
    }

    /// <inheritdoc/>
    public int Rows => fast.Rows;

    /// <inheritdoc/>
    public int Columns => fast.Columns;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        slow.Multiply(input, output);
        fast.Multiply(input, this.output);
        Add(this.output, output[..Columns]);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        slow.MultiplyTransposed(delta, result);
        fast.MultiplyTransposed(delta, back);
        Add(back, result[..Rows]);
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        fast.Update(input, delta, rate);
        if (++updates % settings.Every == 0)
        {
            row[0] = updates / settings.Every % Rows;
            fast.Multiply(new ActiveInput(row, one), line);
            slow.Update(new ActiveInput(row, one), line, (float)settings.Rate);
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights)
    {
        var parts = new float[Rows * Columns];
        slow.CopyWeights(weights);
        fast.CopyWeights(parts);
        Add(parts, weights[..parts.Length]);
    }

    private void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        var gain = (float)settings.Gain;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += gain * from[i];
        }
    }
}
