using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>An array of synapses read through its wires while it trains: sums by the effective matrices, refreshed every so many updates.</summary>
/// <remarks>
/// The forward sums are exact for ohmic cells at the moment of a refresh; between refreshes the wires act as they did then, while the cells' own changes
/// since then are not seen. The backward sums use the same matrix: by reciprocity that is the current at the drivers when the sense ends are driven.
/// Writing is ideal: every pulse arrives with its full voltage. Not thread safe. Only a refresh may allocate.
/// </remarks>
public sealed class WiredWeights : IWeightMatrix
{
    private readonly SynapseArray array;
    private readonly IWeightMatrix updates;
    private readonly WiredCrossbar plus, minus;
    private readonly PaddedMatrix seen;
    private readonly double[] matrix, less;
    private readonly float[] padded;
    private readonly int every;
    private int sinceRefresh;

    /// <summary>Wires an array.</summary>
    /// <param name="array">The array; updates go to it.</param>
    /// <param name="wires">The wires of both its crossbars.</param>
    /// <param name="refreshEvery">Updates after which the effective matrices are made anew, at least 1.</param>
    /// <param name="updates">Takes the updates and writes them to the array; null for the array itself.</param>
    public WiredWeights(SynapseArray array, WireSettings wires, int refreshEvery = 1000, IWeightMatrix? updates = null)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(refreshEvery, 1);
        (this.array, this.updates, every) = (array, updates ?? array, refreshEvery);
        (plus, minus) = (new WiredCrossbar(array.Plus, wires), new WiredCrossbar(array.Minus, wires));
        seen = new PaddedMatrix(array.Rows, array.Columns);
        (matrix, less) = (new double[array.Rows * array.Columns], new double[array.Rows * array.Columns]);
        padded = new float[seen.Stride];
        Refresh();
    }

    /// <inheritdoc/>
    public int Rows => array.Rows;

    /// <inheritdoc/>
    public int Columns => array.Columns;

    /// <summary>The array behind the wires.</summary>
    public SynapseArray Array => array;

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        RefreshIfDue();
        RowSums.Add(new SingleRows(seen), input, padded);
        padded.AsSpan(0, Columns).CopyTo(output);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        RefreshIfDue();
        delta[..Columns].CopyTo(padded);
        padded.AsSpan(Columns).Clear();
        RowSums.Across(new SingleRows(seen), padded, result);
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        updates.Update(input, delta, rate);
        sinceRefresh++;
    }

    /// <summary>The weights as they are seen through the wires.</summary>
    /// <param name="weights">[Rows × Columns], row-major, filled.</param>
    public void CopyWeights(Span<float> weights)
    {
        for (var i = 0; i < Rows; i++)
        {
            seen.Row(i).CopyTo(weights[(i * Columns)..]);
        }
    }

    /// <summary>Makes the effective matrices anew from the present conductances.</summary>
    public void Refresh()
    {
        plus.Load(array.Plus);
        minus.Load(array.Minus);
        plus.EffectiveMatrix(matrix);
        minus.EffectiveMatrix(less);
        for (var i = 0; i < Rows; i++)
        {
            var row = seen.Row(i);
            for (var j = 0; j < Columns; j++)
            {
                row[j] = (float)(array.WeightPerSiemens * (matrix[(i * Columns) + j] - less[(i * Columns) + j]));
            }
        }

        sinceRefresh = 0;
    }

    private void RefreshIfDue()
    {
        if (sinceRefresh >= every)
        {
            Refresh();
        }
    }
}
